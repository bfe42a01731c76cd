"""A Word file as lines of text, one a paragraph: what `git diff` shows of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach.word.names import FALLBACK, ID, P_PR, R_PR, TBL, Element, T, child, value, w
from kehoach.word.package import Package
from kehoach.word.walk import blocks, boxes, cell_paragraphs, cells, rows
from kehoach.word.xmltext import parsed

_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_TITLES = {
    "document": "Văn bản",
    "header": "Đầu trang",
    "footer": "Chân trang",
    "footnotes": "Chú thích cuối trang",
    "endnotes": "Chú thích cuối văn bản",
}
_ORDER = tuple(_TITLES)
_LETTERS = {w("tab"): "\t", w("br"): " ⏎ ", w("cr"): " ⏎ ", w("noBreakHyphen"): "-"}
_REFERENCE = w("footnoteReference")
_HOLDERS = frozenset(map(w, ("body", "footnote", "endnote")))
_SILENT = {P_PR, R_PR, w("txbxContent"), w("moveFrom"), FALLBACK}


def template_text(data: bytes) -> str:
    """The text of a template or any .docx: "style | text" for a paragraph, "cell | cell" for a row.

    Headers, footers and footnotes follow the document, each under its heading; empty parts are left
    out. Text that tracked changes have deleted is left out.

    Raises:
        WordFileError: the bytes are no Word document, or a part is broken.
    """
    package = Package(data)
    styles = _styles(package.related("styles"))
    found = sorted(
        (_key(match), name) for name in package.parts if (match := _PART.fullmatch(name))
    )
    lines: list[str] = []
    for (rank, number), name in found:
        written = list(_lines(parsed(package.parts[name], name), styles))
        if any(line.strip(" |") for line in written):
            title = f"{_TITLES[_ORDER[rank]]} {number or ''}".rstrip()
            lines += [f"## {title}", *written, ""]
    return "\n".join(lines)


def _key(match: re.Match[str]) -> tuple[int, int]:
    return _ORDER.index(match[1]), int(match[2] or 0)


def _styles(root: Element | None) -> dict[str, str]:
    found = () if root is None else root.iter(w("style"))
    return {value(one, "styleId") or "": value(child(one, "name")) or "" for one in found}


def _lines(container: Element, styles: Mapping[str, str]) -> Iterator[str]:
    """A part's lines; its root may hold a body or notes, which are gone into."""
    for one in blocks(container):
        if one.tag == TBL:
            yield from (" | ".join(map(_cell, cells(row))).rstrip() for row in rows(one))
            continue
        yield f"{_style(one, styles)} | {paragraph_text(one)}".rstrip()
        for box in boxes(one):
            yield from _lines(box, styles)
    for one in container:
        if one.tag in _HOLDERS:
            yield from _lines(one, styles)


def _style(paragraph: Element, styles: Mapping[str, str]) -> str:
    identity = value(child(paragraph, "pPr", "pStyle")) or ""
    return styles.get(identity, identity) or "Normal"


def _cell(cell: Element) -> str:
    texts = (paragraph_text(one) for one in cell_paragraphs(cell))
    return " ¶ ".join(text for text in texts if text)


def paragraph_text(paragraph: Element) -> str:
    """What a `w:p` says; what tracked changes have deleted or moved away is left out."""
    return "".join(_pieces(paragraph))


def _pieces(node: Element) -> Iterator[str]:
    for one in node:
        if one.tag == T:
            yield one.text or ""
        elif one.tag in _LETTERS:
            yield _LETTERS[one.tag]
        elif one.tag == _REFERENCE:
            yield f"[^{one.get(ID)}]"
        elif one.tag not in _SILENT:
            yield from _pieces(one)
