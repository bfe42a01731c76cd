"""Names and small accessors of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Element: TypeAlias = Any  # lxml's own type is private to it

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

_OFF = frozenset({"0", "false", "off", "none"})
_WRAPPER_NAMES = (
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "customXml",
    "fldSimple",
    "sdt",
    "sdtContent",
)
_WRAPPERS = frozenset(W + name for name in _WRAPPER_NAMES)


class NotWordError(ValueError):
    """The bytes are not a Word document."""


def parse(data: bytes) -> Element:
    """The root of a part; entities and the network stay out.

    Raises:
        NotWordError: the part is not XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotWordError("tệp Word hỏng: nội dung không phải XML") from error


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along this path of tags; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of the `w` namespace."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number; Word itself writes fractions now and then."""
    text = value(element, name)
    try:
        return None if text is None else round(float(text))
    except ValueError:
        return None


def switched(element: Element) -> bool:
    """Whether an on/off property is on (ECMA-376 part 1, 17.17.4)."""
    return (value(element) or "1") not in _OFF


def content(element: Element) -> Iterator[Element]:
    """The children, with those inside insertions, links and content controls in their place."""
    for one in element:
        if one.tag in _WRAPPERS:
            yield from content(one)
        else:
            yield one
