"""Single changes to a finished Word file, each named as `changes.yaml` writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from kehoach.word.package import read_package
from kehoach.word.writing import write_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MAIN, STYLES = "word/document.xml", "word/styles.xml"
_PARAGRAPH = ("spacing", "ind", "jc")
Change = Mapping[str, Any]


def changed(data: bytes, change: Change) -> bytes:
    """The file with one thing changed; AssertionError when it has nothing to change."""
    kind = next(name for name in OPERATIONS if name in change)
    part, operate = OPERATIONS[kind]
    part = change.get("part", part)
    parts = read_package(data)
    if kind == "text":
        parts[part] = _replaced(parts[part], change)
    else:
        root = etree.fromstring(parts[part])
        operate(root, change)
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_parts(parts)


def _replaced(data: bytes, change: Change) -> bytes:
    old, new = (change[key].encode() for key in ("text", "by"))
    assert old in data, change["text"]
    return data.replace(old, new)


def _put(parent: Any, name: str, value: Any) -> None:
    """Set `sz` or `ind.firstLine`; None takes the element away."""
    tag, _, attribute = name.partition(".")
    found = parent.find(W + tag)
    if value is None:
        assert found is not None, name
        parent.remove(found)
        return
    found = etree.SubElement(parent, W + tag) if found is None else found
    found.set(W + (attribute or "val"), str(value))


def in_style(root: Any, change: Change) -> None:
    """Properties of a style, or its capitals taken away from the document's own text."""
    style = next(one for one in root if one.get(f"{W}styleId") == change["style"])
    for name, value in change["put"].items():
        holder = "pPr" if name.partition(".")[0] in _PARAGRAPH else "rPr"
        found = style.find(W + holder)
        _put(etree.SubElement(style, W + holder) if found is None else found, name, value)


def in_section(root: Any, change: Change) -> None:
    section = list(root.iter(f"{W}sectPr"))[-1]
    for name, value in change["section"].items():
        _put(section, name, value)


def in_rule(root: Any, change: Change) -> None:
    """The length of a drawn rule; 0 takes it away."""
    drawing = list(root.iter(f"{W}drawing"))[change["rule"]]
    if not change["percent"]:
        run = next(drawing.iterancestors(f"{W}r"))
        run.getparent().remove(run)
        return
    extent = drawing.find(f".//{PLACED}extent")
    extent.set("cx", str(int(extent.get("cx")) * change["percent"] // 100))


def in_order(root: Any, change: Change) -> None:
    moved, target = (_styled(root, change[key])[0] for key in ("move", "before"))
    target.addprevious(moved)


def in_columns(root: Any, change: Change) -> None:
    """The two cells of a table's first row change places."""
    row = list(root.iter(f"{W}tbl"))[change["swap"]].find(f"{W}tr")
    first, second = row.findall(f"{W}tc")
    second.addnext(first)


def in_text(root: Any, change: Change) -> None:
    for text in (one for two in _styled(root, change["style"]) for one in two.iter(f"{W}t")):
        text.text = (text.text or "").lower()


def without(root: Any, change: Change) -> None:
    for one in _styled(root, change["drop"]):
        for run in one.findall(f"{W}r"):
            one.remove(run)


def _styled(root: Any, style: str) -> list[Any]:
    found = [
        one.getparent().getparent()
        for one in root.iter(f"{W}pStyle")
        if one.get(f"{W}val") == style
    ]
    assert found, style
    return found


OPERATIONS: dict[str, tuple[str, Callable[[Any, Change], None]]] = {
    "text": (MAIN, in_text),
    "lower": (MAIN, in_text),
    "put": (STYLES, in_style),
    "section": (MAIN, in_section),
    "rule": (MAIN, in_rule),
    "move": (MAIN, in_order),
    "swap": (MAIN, in_columns),
    "drop": (MAIN, without),
}
