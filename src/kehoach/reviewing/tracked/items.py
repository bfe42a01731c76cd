"""Paragraphs, tables and rows as things to match: their key, kind, style and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kehoach.reviewing.tracked.wordml import is_header, row_shape, spelled, style_of, text_of
from kehoach.word.names import TBL, TR, P

Split = Callable[[str], list[str]]


@dataclass(frozen=True)
class Matchable:
    """An element of a sequence; `rows` are the keys of a table's rows."""

    node: Any
    split: Split
    key: str = ""
    rows: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All its text."""
        return text_of(self.node)

    @cached_property
    def spelled(self) -> str:
        """The element as text: equal for equal elements."""
        return spelled(self.node)

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is recognised by."""
        return frozenset(word for word in self.split(self.text) if any(map(str.isalnum, word)))

    @property
    def kind(self) -> str:
        """The element's name."""
        return str(self.node.tag)

    @property
    def is_paragraph(self) -> bool:
        """A paragraph, which may be tracked and moved."""
        return self.kind == P

    @property
    def is_table(self) -> bool:
        """A table, which is tracked row by row."""
        return self.kind == TBL

    @property
    def is_row(self) -> bool:
        """A row of a table."""
        return self.kind == TR

    @cached_property
    def style(self) -> str:
        """A paragraph's style, a row's shape; for other elements their name."""
        if self.is_row:
            return row_shape(self.node)
        return style_of(self.node) if self.is_paragraph else self.kind

    @property
    def firm(self) -> bool:
        """Whether its key is made of ids alone: then nothing of another key is the same thing."""
        return bool(self.key) and not any(one.startswith("~") for one in self.key.split("/"))

    def likeness(self, other: Matchable) -> float:
        """The share of common words, from 0 to 1."""
        if not self.words and not other.words:
            return 1.0
        return 2 * len(self.words & other.words) / (len(self.words) + len(other.words))


def items(nodes: Sequence[Any], split: Split) -> list[Matchable]:
    """Elements without keys."""
    return [Matchable(one, split) for one in nodes]


def row_items(table: Matchable) -> list[Matchable]:
    """The rows of a table; their keys are names, which may change, in the header their places."""
    rows = list(table.node.iterchildren(TR))
    keys = table.rows if len(table.rows) == len(rows) else ("",) * len(rows)
    pairs = zip(rows, keys, strict=True)
    return [
        Matchable(row, table.split, f"#{place}" if is_header(row) else f"~{key}" if key else "")
        for place, (row, key) in enumerate(pairs)
    ]
