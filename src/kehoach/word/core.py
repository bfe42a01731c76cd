"""Core properties: title, subject, author and the two dates, none of them from the clock."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.word.names import declared, named
from kehoach.word.opc import CORE
from kehoach.word.xmltext import DECLARATION, escape, parsed

# Property -> element, in the order they are written; "author" and "comments" as Word shows them.
_ELEMENTS = {
    "title": "dc:title",
    "subject": "dc:subject",
    "author": "dc:creator",
    "keywords": "cp:keywords",
    "comments": "dc:description",
    "identifier": "dc:identifier",
    "language": "dc:language",
    "category": "cp:category",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
}
DATES = ("created", "modified")
PROPERTIES = tuple(_ELEMENTS)


def read_properties(xml: bytes) -> dict[str, str]:
    """The properties of a template that its documents keep: all but dates and revisions.

    Raises:
        WordFileError: the part is broken.
    """
    names = {named(tag): name for name, tag in _ELEMENTS.items() if name not in DATES}
    found = {names.get(one.tag, ""): one.text or "" for one in parsed(xml, CORE.name)}
    return {name: text for name, text in found.items() if name and text}


def core_xml(properties: Mapping[str, str]) -> bytes:
    """The part. Dates are W3CDTF text (`2026-01-15T00:00:00Z`); empty properties are left out.

    Raises:
        ValueError: a property Word does not know.
    """
    if unknown := properties.keys() - _ELEMENTS.keys():
        raise ValueError(f"Thuộc tính tài liệu không dùng được: {', '.join(sorted(unknown))}")
    body = "".join(_element(name, properties[name]) for name in _ELEMENTS if properties.get(name))
    spaces = declared("cp", "dc", "dcterms", "xsi")
    return f"{DECLARATION}<cp:coreProperties {spaces}>{body}</cp:coreProperties>".encode()


def _element(name: str, text: str) -> str:
    tag = _ELEMENTS[name]
    kind = ' xsi:type="dcterms:W3CDTF"' if name in DATES else ""
    return f"<{tag}{kind}>{escape(text)}</{tag}>"
