"""A Word file as lines of text, one a paragraph: what `git diff` shows of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kehoach.word.package import read_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_TITLES = {
    "document": "Văn bản",
    "header": "Đầu trang",
    "footer": "Chân trang",
    "footnotes": "Chú thích cuối trang",
    "endnotes": "Chú thích cuối văn bản",
}
_ORDER = tuple(_TITLES)
_LETTERS = {f"{_W}tab": "\t", f"{_W}br": " ⏎ ", f"{_W}cr": " ⏎ ", f"{_W}noBreakHyphen": "-"}
_SILENT = {f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent", f"{_W}moveFrom", _FALLBACK}


def template_text(data: bytes) -> str:
    """The text of a template or any .docx: "style | text" for a paragraph, "cell | cell" for a row.

    Headers, footers and footnotes follow the document, each under its heading; empty parts are left
    out. Text that tracked changes have deleted is left out.

    Raises:
        ValueError: the bytes are not a Word document.
    """
    parts = read_package(data)
    if "word/document.xml" not in parts:
        raise ValueError("Tệp không phải văn bản Word (.docx)")
    styles = _styles(parts.get("word/styles.xml"))
    found = sorted((_key(match), name) for name in parts if (match := _PART.fullmatch(name)))
    lines: list[str] = []
    for (rank, number), name in found:
        written = list(_lines(_root(parts[name]), styles))
        if any(line.strip(" |") for line in written):
            title = f"{_TITLES[_ORDER[rank]]} {number or ''}".rstrip()
            lines += [f"## {title}", *written, ""]
    return "\n".join(lines)


def _key(match: re.Match[str]) -> tuple[int, int]:
    return _ORDER.index(match[1]), int(match[2] or 0)


def _root(xml: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


def _styles(xml: bytes | None) -> dict[str, str]:
    if xml is None:
        return {}
    return {
        style.get(f"{_W}styleId", ""): name.get(f"{_W}val", "")
        for style in _root(xml).iter(f"{_W}style")
        if (name := style.find(f"{_W}name")) is not None
    }


def _lines(parent: Any, styles: dict[str, str]) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield f"{_style(child, styles)} | {paragraph_text(child)}".rstrip()
            yield from _boxes(child, styles)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag != _FALLBACK:
            yield from _lines(child, styles)


def _boxes(paragraph: Any, styles: dict[str, str]) -> Iterator[str]:
    """Text boxes after the paragraph that anchors them; the old-Word copy of each is skipped."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from _lines(box, styles)


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    identity = "" if style is None else style.get(f"{_W}val", "")
    return styles.get(identity, identity) or "Normal"


def _rows(table: Any) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        cells = row.iterchildren(f"{_W}tc")
        yield " | ".join(_cell(cell) for cell in cells).rstrip()


def _cell(cell: Any) -> str:
    texts = (paragraph_text(one) for one in cell.iter(f"{_W}p"))
    return " ¶ ".join(text for text in texts if text)


def paragraph_text(paragraph: Any) -> str:
    """What a `w:p` says; what tracked changes have deleted or moved away is left out."""
    return "".join(_pieces(paragraph))


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        elif child.tag == f"{_W}footnoteReference":
            yield f"[^{child.get(f'{_W}id')}]"
        elif child.tag not in _SILENT:
            yield from _pieces(child)
