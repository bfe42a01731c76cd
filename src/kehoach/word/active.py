"""What in a Word file runs, or fetches something, when Word opens it: named, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach.word.names import NAMESPACES, Element, P, named, w
from kehoach.word.opc import CONTENT_TYPES, owner_of, relations_of
from kehoach.word.soundness import internal, sound
from kehoach.word.writing import write_parts
from kehoach.word.xmltext import serialized

_RELATION = named("rels:Relationship")
_KINDS = {
    "vbaProject": "macro",
    "attachedToolbars": "macro",
    "oleObject": "đối tượng OLE nhúng",
    "control": "điều khiển ActiveX",
    "aFChunk": "tệp khác chèn vào (altChunk)",
    "subDocument": "văn bản con",
    "attachedTemplate": "mẫu gắn kèm (attachedTemplate)",
    "mailMergeSource": "nguồn trộn thư",
    "mailMergeHeaderSource": "nguồn trộn thư",
}
"""Kinds of relations that no document needs, as readers are told of them."""
_MERGE = w("mailMerge")  # may hold a query to a database
_HARMLESS = "hyperlink"  # opened by a click only
_FIELDS = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|RD|MACROBUTTON)\b",
    re.IGNORECASE,
)
_INSTRUCTION, _SIMPLE, _MARK = w("instrText"), w("fldSimple"), w("fldChar")
_OWNS = re.compile(rf"{{({NAMESPACES['w']}|{NAMESPACES['o']})}}")
_LINK = f"{{{NAMESPACES['r']}}}"


@dataclass(frozen=True, slots=True)
class Active:
    """One thing: the part that leads to it, and what it is, in a reader's words."""

    part: str
    what: str


def active_in(roots: Mapping[str, Element]) -> list[Active]:
    """Everything in the XML parts of a file, by part."""
    return [
        *(Active(name, _told(one)) for name, one in _relations(roots)),
        *(Active(name, f"trường {code}") for name, _, code in _fields(roots)),
        *(Active(name, "nguồn trộn thư") for name, _ in _merges(roots)),
    ]


def _relations(roots: Mapping[str, Element]) -> Iterator[tuple[str, Element]]:
    for name, root in roots.items():
        for one in root.iter(_RELATION) if owner_of(name) is not None else ():
            kind = _kind(one)
            if kind in _KINDS or (one.get("TargetMode") == "External" and kind != _HARMLESS):
                yield name, one


def _kind(relation: Element) -> str:
    return str(relation.get("Type", "").rsplit("/", 1)[-1])


def _told(relation: Element) -> str:
    kind = _kind(relation)
    what = _KINDS.get(kind, f"liên kết ({kind})")
    outside = " bên ngoài" if relation.get("TargetMode") == "External" else ""
    return f"{what}{outside}: {relation.get('Target', '')}"


def _merges(roots: Mapping[str, Element]) -> list[tuple[str, Element]]:
    return [(name, one) for name, root in roots.items() for one in root.iter(_MERGE)]


def _fields(roots: Mapping[str, Element]) -> Iterator[tuple[str, list[Element], str]]:
    """The instructions of fields that run or fetch: their elements, and their first word."""
    for name, root in roots.items():
        for one in root.iter(_SIMPLE):
            if found := _FIELDS.match(one.get(w("instr"), "")):
                yield name, [one], found[1].upper()
        for paragraph in root.iter(P):
            for parts in _instructions(paragraph):
                if found := _FIELDS.match("".join(one.text or "" for one in parts)):
                    yield name, parts, found[1].upper()


def _instructions(paragraph: Element) -> Iterator[list[Element]]:
    """The pieces of each field's instruction: Word may cut one into many runs."""
    pieces: list[Element] = []
    for one in paragraph.iter(_INSTRUCTION, _MARK):
        if one.tag == _INSTRUCTION:
            pieces.append(one)
        else:
            yield pieces
            pieces = []
    yield pieces


def usable(data: bytes) -> bytes:
    """A template as documents may be made from it: sound, and with nothing active in it.

    Raises:
        WordFileError: as `sound`.
    """
    package, roots = sound(data)
    return write_parts(harmless(package.parts, roots)) if active_in(roots) else data


def harmless(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> dict[str, bytes]:
    """The parts without anything active, and without what only led to it.

    The elements that show it go with it, pictures of a drawing keep their frame; fields keep the
    text that they show.
    """
    changed: set[str] = set()
    for name, one in list(_relations(roots)):
        owner = owner_of(name) or ""
        changed |= {name, owner}
        _unlink(roots.get(owner), one.get("Id"))
        one.getparent().remove(one)
    for name, pieces, _ in list(_fields(roots)):
        changed.add(name)
        for piece in pieces:
            _silence(piece)
    for name, one in _merges(roots):
        changed.add(name)
        one.getparent().remove(one)
    kept = {**parts, **{name: serialized(roots[name]) for name in changed if name in roots}}
    return _reachable(kept, roots)


def _unlink(root: Element | None, identity: str) -> None:
    """Take out the elements of Word's own that name a relation; of others, the naming alone."""
    for one in [] if root is None else list(root.iter()):
        for name in [key for key in one.attrib if key.startswith(_LINK)]:
            if one.get(name) != identity:
                continue
            if _OWNS.match(one.tag) and one.getparent() is not None:
                one.getparent().remove(one)
            else:
                del one.attrib[name]


def _silence(piece: Element) -> None:
    if piece.tag == _SIMPLE:
        piece.set(w("instr"), "")
    else:
        piece.text = ""


def _reachable(parts: dict[str, bytes], roots: Mapping[str, Element]) -> dict[str, bytes]:
    """The parts that relations still lead to, with the list of their types cut to them."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        relations = relations_of(waiting.pop())
        if relations in parts and relations not in found:
            found.add(relations)
            targets = set(internal(relations, roots[relations]))
            waiting += targets - found
            found |= targets
    types = roots[CONTENT_TYPES]
    for one in list(types):
        if (name := one.get("PartName", "").lstrip("/")) and name not in found:
            types.remove(one)
    kept = {name: data for name, data in parts.items() if name in found}
    return {**kept, CONTENT_TYPES: serialized(types)}
