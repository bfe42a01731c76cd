"""The plain values of one plan file, each with where and how it is written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.editing.letters import Span, block_of, letters, pad_of
from kehoach.source import Map, Mark, Route, Seq, Value
from kehoach.source.marks import moved

_COMMENTS = re.compile(r"(#[^\n]*\s*)+")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, or key: its text, and `start:end`, where it is written in the file's text.

    Attributes:
        path: its path; of a key that of its value.
        value: its text.
        start: offset of its first letter, quote or block sign.
        end: offset after its last.
        style: the quote or block sign that it begins with; "" where it is plain.
        flow: whether it stands within brackets or braces.
        column: blanks before the key or dash that it stands behind.
        written: what stands in the file.
        is_key: whether it is a key.
    """

    path: Route
    value: str
    start: int
    end: int
    style: str
    flow: bool
    column: int = 0
    written: str = ""
    is_key: bool = False

    @property
    def key(self) -> str:
        """The last key of its path."""
        return next((one for one in reversed(self.path) if isinstance(one, str)), "")

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own below `|` or `>`."""
        return self.style in ("|", ">")

    @property
    def head(self) -> str:
        """The line that a block begins with, a comment on it included."""
        return self.written.partition("\n")[0]

    @property
    def pad(self) -> str:
        """The blanks before the lines of a block."""
        return " " * pad_of(self.written, self.column)

    @property
    def letters(self) -> list[Span] | None:
        """Where each letter of the value is written, counted from `start`."""
        return letters(self.value, self.written, self.style)

    def inside(self, start: int, end: int) -> Span | None:
        """The letters of the value that a stretch of the file's text writes; None: not known."""
        spans = self.letters
        if spans is None:
            whole = start <= self.start and end >= self.end
            return (0, len(self.value)) if whole else None
        first = bisect_right([one[1] for one in spans], start - self.start)
        if start == end:
            first = bisect_left([one[0] for one in spans], start - self.start)
            return first, first
        last = bisect_left([one[0] for one in spans], end - self.start)
        return first, max(first, last)


class Spot(NamedTuple):
    """A piece of a value, by its place in the file's text."""

    scalar: Scalar
    start: int
    end: int

    @classmethod
    def whole(cls, scalar: Scalar) -> Spot:
        """All of a value."""
        return cls(scalar, scalar.start, scalar.end)


def scalars(root: Value, text: str, *, keys: bool = False) -> Iterator[Scalar]:
    """Every value that is written out in the file; what an alias repeats is told once.

    Args:
        root: the file as read.
        text: its text.
        keys: whether keys are told as well, each before its value.
    """
    if isinstance(root, (Map, Seq)):
        yield from _below(root, (), text, flow=False, keys=keys)


class _Owner(NamedTuple):
    """The map or list that values stand in, as far as it tells how they are written."""

    text: str
    flow: bool
    column: int


def _below(value: Map | Seq, path: Route, text: str, *, flow: bool, keys: bool) -> Iterator[Scalar]:
    inside = flow or is_flow(value, text)
    owner = _Owner(text, inside, value.mark.column - 1)
    for step, one, mark in _items(value):
        here = (*path, step)
        if keys and isinstance(value, Map):
            at = value.keys_at[str(step)]
            yield _scalar(here, str(step), at, owner, is_key=True)
        if alias_at(mark, text):
            continue
        if isinstance(one, (Map, Seq)):
            yield from _below(one, here, text, flow=inside, keys=keys)
        elif one is not None:
            yield _scalar(here, one, begun(mark, text), owner)


def _items(value: Map | Seq) -> Iterator[tuple[str | int, Value, Mark]]:
    if isinstance(value, Map):
        yield from ((key, one, value.values_at[key]) for key, one in value.items())
    else:
        for index, one in enumerate(value):
            yield index, one, value.items_at[index]


def _scalar(path: Route, value: str, mark: Mark, owner: _Owner, *, is_key: bool = False) -> Scalar:
    text, flow, column = owner
    first = text[mark.start]
    style = first if first in "\"'|>" else ""
    written = text[mark.start : mark.end]
    written = block_of(written, column) if style in ("|", ">") else written
    end = mark.start + len(written)
    return Scalar(path, value, mark.start, end, style, flow, column, written, is_key)


def is_flow(value: Value, text: str) -> bool:
    """Whether a map or list is written in braces or brackets."""
    return isinstance(value, (Map, Seq)) and text[value.mark.start : value.mark.start + 1] in (
        "{",
        "[",
    )


def alias_at(mark: Mark, text: str) -> str:
    """The `*name` that stands for a value; "" where the value stands there itself."""
    return text[mark.start : mark.end] if text.startswith("*", mark.start, mark.end) else ""


def begun(mark: Mark, text: str) -> Mark:
    """The place of a value, also where a comment stands between its anchor and itself."""
    found = _COMMENTS.match(text, mark.start, mark.end)
    return moved(mark, text, found.end(), mark.end) if found else mark
