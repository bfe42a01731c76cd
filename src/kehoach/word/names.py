"""Names in the XML of a Word file, and the small looks at its elements that all readers share."""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any  # lxml's own type is private to it

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "a": f"{_DRAWING}/main",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "rels": f"{_PACKAGE}/relationships",
    "types": f"{_PACKAGE}/content-types",
    "cp": f"{_PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "custom": f"{_OFFICE}/custom-properties",
    "vt": f"{_OFFICE}/docPropsVTypes",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Each namespace under the prefix that Word gives it."""

_OFF = frozenset({"0", "false", "off", "none"})


def named(name: str) -> str:
    """A prefixed name as lxml spells it.

    >>> named("v:line")
    '{urn:schemas-microsoft-com:vml}line'
    """
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def w(local: str) -> str:
    """A name of the main namespace as lxml spells it."""
    return f"{{{NAMESPACES['w']}}}{local}"


def declared(*prefixes: str) -> str:
    """The declarations of these prefixes, as attributes of a root."""
    return " ".join(f'xmlns:{one}="{NAMESPACES[one]}"' for one in prefixes)


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR, TC_PR, SECTION = w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("sectPr")
ID, NAME, VAL, WIDTH = w("id"), w("name"), w("val"), w("w")
FALLBACK = named("mc:Fallback")


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along this path of names (`"pPr", "pStyle"`); None where none is."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of the `w` namespace."""
    return None if element is None else element.get(w(name))


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number; Word itself writes fractions now and then."""
    text = value(element, name)
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None


def switched(element: Element) -> bool:
    """Whether an on/off property is on (ECMA-376 part 1, 17.17.4)."""
    return (value(element) or "1") not in _OFF
