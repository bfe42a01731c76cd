"""What revisions look at in elements of WordprocessingML: their spelling, text, style and shape."""

from __future__ import annotations

import re

from kehoach.word.names import (
    Element,
    T,
    child,
    named,
    value,
    w,
)
from kehoach.word.walk import cells

CELL_WIDTH = w("tcW")
INSTRUCTION = w("instr")
DRAWINGS = (named("mc:AlternateContent"), w("drawing"), w("pict"), w("object"))
_SPACES = re.compile(r' xmlns:\w+="[^"]*"')


def spelled(node: Element | None) -> str:
    """An element as text, whatever namespaces its surroundings declare; "" for none."""
    from lxml import etree

    if node is None:
        return ""
    return _SPACES.sub("", etree.tostring(node, encoding="unicode", with_tail=False))


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; "" for the default."""
    return value(child(paragraph, "pPr", "pStyle")) or ""


def text_of(node: Element) -> str:
    """All text in an element."""
    return "".join(one.text or "" for one in node.iter(T))


def row_shape(row: Element) -> str:
    """A row's properties and those of its cells, without their widths."""
    inside = (without(child(one, "tcPr"), CELL_WIDTH) for one in cells(row))
    return "|".join([without(child(row, "trPr")), *inside])


def is_header(row: Element) -> bool:
    """Whether a row is repeated on every page."""
    return child(row, "trPr", "tblHeader") is not None


def first_child(node: Element, tag: str) -> Element:
    """The properties that open an element, made where it has none."""
    found = node.find(tag)
    if found is None:
        found = node.makeelement(tag)
        node.insert(0, found)
    return found


def without(node: Element | None, *tags: str) -> str:
    """An element as text without these children; "" where nothing is left of it."""
    return "" if node is None else "".join(spelled(one) for one in node if one.tag not in tags)
