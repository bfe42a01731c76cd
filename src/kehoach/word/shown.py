"""What a Word file says, paragraph by paragraph and cell by cell, each with its place in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.word.names import TBL, Element
from kehoach.word.package import Package
from kehoach.word.text import paragraph_text
from kehoach.word.walk import blocks, boxes, cell_paragraphs, cells, notes, rows


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph: where it stands, in the reader's words, and what it says."""

    place: str
    text: str


def shown(data: bytes) -> list[Shown]:
    """The paragraphs of a document with those of tables, text boxes and footnotes; no empty ones.

    Raises:
        WordFileError: the bytes are no Word document, or a part is broken.
    """
    package = Package(data)
    found = [*_body(package.body()), *_notes(package.related("footnotes"))]
    return [one for one in found if one.text]


def _body(body: Element) -> Iterator[Shown]:
    paragraphs = tables = 0
    for one in blocks(body):
        if one.tag == TBL:
            tables += 1
            yield from _cells(one, f"bảng {tables}")
            continue
        text = _said(one)
        paragraphs += bool(text)
        yield Shown(f"đoạn {paragraphs}", text)
        for box in boxes(one):
            for inner in cell_paragraphs(box):
                yield Shown(f"hộp chữ sau đoạn {paragraphs}", _said(inner))


def _cells(table: Element, name: str) -> Iterator[Shown]:
    for row, line in enumerate(rows(table), 1):
        for column, cell in enumerate(cells(line), 1):
            for one in cell_paragraphs(cell):
                yield Shown(f"{name}, dòng {row}, ô {column}", _said(one))


def _notes(root: Element | None) -> Iterator[Shown]:
    for number, note in enumerate(notes(root), 1):
        for one in cell_paragraphs(note):
            yield Shown(f"chú thích {number}", _said(one))


def _said(paragraph: Element) -> str:
    return unicodedata.normalize("NFC", paragraph_text(paragraph)).strip()
