"""The comments of a file and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.editing.canonical.leaves import gaps
from kehoach.source.marks import Map
from kehoach.source.syntax_text import line_at

_COMMENT = re.compile(r"#[^\n]*")


class Comment(NamedTuple):
    """One comment.

    Attributes:
        text: from its `#` on, without blanks at the end.
        start: its offset.
        column: from 1.
        alone: whether nothing else stands on its line.
        blank: whether the line above is empty.
    """

    text: str
    start: int
    column: int
    alone: bool
    blank: bool


def comments_of(root: Map, text: str) -> list[Comment]:
    """Every comment of a file, in order; a `#` in a text is none."""
    return list(_comments(root, text))


def _comments(root: Map, text: str) -> Iterator[Comment]:
    for gap in gaps(root, text):
        for found in _COMMENT.finditer(text, gap.start, gap.end):
            start, line = line_at(text, found.start())
            before = line[: found.start() - start].strip()
            column = found.start() - start + 1
            blank = not before and below_blank(text, start)
            yield Comment(found[0].rstrip(), found.start(), column, not before, blank)


def below_blank(text: str, line_start: int) -> bool:
    """Whether the line above the one that begins here is empty."""
    return line_start > 0 and not line_at(text, line_start - 1)[1].strip()
