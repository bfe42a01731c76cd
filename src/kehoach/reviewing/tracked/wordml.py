"""The few elements of WordprocessingML that revisions deal with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = re.compile(r' xmlns:\w+="[^"]*"')


def w(name: str) -> str:
    """A name of the main namespace as lxml spells it."""
    return f"{{{URI}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR, TC_PR, SECTION = w("pPr"), w("rPr"), w("trPr"), w("tcPr"), w("sectPr")
CELL_WIDTH = w("tcW")
ID, NAME, VAL, WIDTH, INSTRUCTION = w("id"), w("name"), w("val"), w("w"), w("instr")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
DRAWINGS = (_ALTERNATE, w("drawing"), w("pict"), w("object"))


def parsed(xml: bytes) -> Any:
    """The root of a part."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))


def serialized(root: Any) -> bytes:
    """A part with its declaration."""
    made = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return bytes(made)


def spelled(node: Any) -> str:
    """An element as text, whatever namespaces its surroundings declare; "" for none."""
    return (
        ""
        if node is None
        else _SPACES.sub("", etree.tostring(node, encoding="unicode", with_tail=False))
    )


def child(node: Any, tag: str) -> Any:
    """The child of this name, or nothing."""
    return None if node is None else node.find(tag)


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style; "" for the default."""
    style = child(child(paragraph, P_PR), w("pStyle"))
    return "" if style is None else style.get(VAL, "")


def text_of(node: Any) -> str:
    """All text in an element."""
    return "".join(one.text or "" for one in node.iter(T))


def cells(row: Any) -> Iterator[Any]:
    """The cells of a row."""
    return row.iterchildren(TC)  # type: ignore[no-any-return]


def row_shape(row: Any) -> str:
    """A row's properties and those of its cells, without their widths."""
    inside = (without(child(one, TC_PR), CELL_WIDTH) for one in cells(row))
    return "|".join([without(child(row, TR_PR)), *inside])


def is_header(row: Any) -> bool:
    """Whether a row is repeated on every page."""
    return child(child(row, TR_PR), w("tblHeader")) is not None


def first_child(node: Any, tag: str) -> Any:
    """The properties that open an element, made where it has none."""
    found = node.find(tag)
    if found is None:
        found = etree.Element(tag)
        node.insert(0, found)
    return found


def without(node: Any, *tags: str) -> str:
    """An element as text without these children; "" where nothing is left of it."""
    if node is None:
        return ""
    kept = [spelled(one) for one in node if one.tag not in tags]
    return "".join(kept)
