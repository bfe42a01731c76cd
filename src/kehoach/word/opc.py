"""Parts a document may need that its template lacks: content types, relationships, skeletons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.word.fault import WordFileError
from kehoach.word.names import NAMESPACES, declared
from kehoach.word.xmltext import DECLARATION

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = NAMESPACES["r"]


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part with a fixed name: where it is, what it is, how its owner points at it."""

    name: str
    content_type: str
    relation: str
    target: str  # the name as seen from its owner


FOOTNOTES = PartKind(
    "word/footnotes.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    f"{_OFFICE}/footnotes",
    "footnotes.xml",
)
CORE = PartKind(
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    f"{NAMESPACES['rels']}/metadata/core-properties",
    "docProps/core.xml",
)
CUSTOM = PartKind(
    "docProps/custom.xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    f"{_OFFICE}/custom-properties",
    "docProps/custom.xml",
)
_NO_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{NAMESPACES["rels"]}"></Relationships>'.encode()
)
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:pPr><w:spacing w:after="0" '
    f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for kind, identity, element in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)
EMPTY_FOOTNOTES = f"{DECLARATION}<w:footnotes {declared('w')}>{_SEPARATORS}</w:footnotes>".encode()


def relations_of(part: str) -> str:
    """The relationships part of a part; of the package itself for "".

    >>> relations_of("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, slash, file = part.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def owner_of(name: str) -> str | None:
    """The part whose relations a part holds; "" for the package, None where it holds none.

    >>> owner_of("word/_rels/document.xml.rels"), owner_of("_rels/.rels"), owner_of("word/a.xml")
    ('word/document.xml', '', None)
    """
    folder, slash, file = name.rpartition("_rels/")
    if not slash or not file.endswith(".rels") or not (folder == "" or folder.endswith("/")):
        return None
    return folder + file.removesuffix(".rels")


def with_part(parts: Mapping[str, bytes], kind: PartKind, owner: str) -> dict[str, bytes]:
    """The parts with `kind` registered as belonging to `owner` ("" for the package)."""
    relations = relations_of(owner)
    return {
        **parts,
        CONTENT_TYPES: _typed(parts[CONTENT_TYPES], kind),
        relations: _related(parts.get(relations, _NO_RELATIONS), kind),
    }


def _typed(xml: bytes, kind: PartKind) -> bytes:
    entry = f'<Override PartName="/{kind.name}" ContentType="{kind.content_type}"/>'
    return _appended(xml, b"</Types>", entry)


def _related(xml: bytes, kind: PartKind) -> bytes:
    identity = "kehoach-" + kind.relation.rpartition("/")[2]
    entry = f'<Relationship Id="{identity}" Type="{kind.relation}" Target="{kind.target}"/>'
    return _appended(xml, b"</Relationships>", entry)


def _appended(xml: bytes, end: bytes, entry: str) -> bytes:
    head, found, _ = xml.rpartition(end)
    if not found:
        raise WordFileError(f"tệp Word không có {end.decode()} ở chỗ phải có")
    return head + entry.encode() + end
