"""What a Word file says, paragraph by paragraph and cell by cell, each with its place in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.outputs.text import paragraph_text
from kehoach.word.package import read_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTE = f"{_W}footnote"


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph: where it stands, in the reader's words, and what it says."""

    place: str
    text: str


def shown(data: bytes) -> list[Shown]:
    """The paragraphs of a document with those of its tables and footnotes; empty ones left out.

    Raises:
        KeyError: the bytes are no Word document.
    """
    parts = read_package(data)
    body = _root(parts["word/document.xml"])[0]
    notes = parts.get("word/footnotes.xml")
    found = [*_Walk().block(body), *(_notes(_root(notes)) if notes else ())]
    return [one for one in found if one.text]


def _root(xml: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


class _Walk:
    """Counts paragraphs and tables as they come."""

    def __init__(self) -> None:
        self.paragraphs = self.tables = 0

    def block(self, parent: Any) -> Iterator[Shown]:
        for child in parent:
            if child.tag == f"{_W}p":
                text = _said(child)
                self.paragraphs += bool(text)
                yield Shown(f"đoạn {self.paragraphs}", text)
            elif child.tag == f"{_W}tbl":
                self.tables += 1
                yield from _cells(child, f"bảng {self.tables}")
            else:
                yield from self.block(child)


def _cells(table: Any, name: str) -> Iterator[Shown]:
    for row, line in enumerate(table.iterchildren(f"{_W}tr"), 1):
        for column, cell in enumerate(line.iterchildren(f"{_W}tc"), 1):
            for one in cell.iter(f"{_W}p"):
                yield Shown(f"{name}, dòng {row}, ô {column}", _said(one))


def _notes(root: Any) -> Iterator[Shown]:
    own = (one for one in root.iterchildren(_NOTE) if not one.get(f"{_W}type"))
    for number, note in enumerate(own, 1):
        for one in note.iter(f"{_W}p"):
            yield Shown(f"chú thích {number}", _said(one))


def _said(paragraph: Any) -> str:
    return unicodedata.normalize("NFC", paragraph_text(paragraph)).strip()
