"""Who writes a revision, when, under which number; and what no revision can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from kehoach.word.names import ID, NAME, w

LEFT = {
    "sections": "số phần trang, khổ giấy, hướng giấy hoặc lề lấy theo bản mới",
    "widths": "bề rộng bảng và cột lấy theo bản mới",
    "drawings": "hình vẽ, đường kẻ lấy theo bản mới",
    "headers": "đầu trang, chân trang chỉ một bản có lấy theo bản mới",
    "styles": "hai bản dùng mẫu Word khác nhau: kiểu chữ lấy theo bản mới",
    "relations": "ảnh, liên kết chỉ bản cũ có không còn trong văn bản",
    "blocks": "khối đặc biệt (hộp nội dung, mục lục) lấy theo bản mới",
}
"""What cannot be tracked, by name, as a reader is told of it."""


@dataclass(slots=True)
class Pen:
    """Makes the marks of one document. `date` is W3CDTF text; `split` parts a text into words.

    `left` collects the names (of `LEFT`) of what was changed without a revision.
    """

    author: str
    date: str
    split: Callable[[str], list[str]]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    moves: Iterator[int] = field(default_factory=lambda: count(1))
    left: set[str] = field(default_factory=set)

    def mark(self, kind: str) -> Any:
        """A new revision element of this name: ins, del, moveFrom, pPrChange, ..."""
        made = self.range_mark(kind)
        made.set(w("author"), self.author)
        made.set(w("date"), self.date)
        return made

    def range_mark(self, kind: str) -> Any:
        """An element that has a number only."""
        made = etree.Element(w(kind))
        made.set(ID, str(next(self.numbers)))
        return made

    def range_around(self, side: str, name: str) -> tuple[Any, Any]:
        """The two ends of what moves from or to a place (moveFrom, moveTo)."""
        start = self.mark(f"{side}RangeStart")
        start.set(NAME, name)
        end = etree.Element(w(f"{side}RangeEnd"))
        end.set(ID, start.get(ID))
        return start, end

    def leave(self, name: str) -> None:
        """Remember what is done as in the new document, without a revision."""
        self.left.add(name)
