"""The parts of a file's text that keys and plain values take up, and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.source.marks import Map, Mark, Seq, Value, moved

_COMMENT_OR_ANCHOR = re.compile(r"#[^\n]*|(?P<name>&[^\s,\[\]{}]+)\s*(#[^\n]*\s*)*")
_COMMENTS = re.compile(r"(#[^\n]*\s*)+")


class Gap(NamedTuple):
    """A stretch of text with no key and no value in it: marks of YAML, blanks, comments."""

    start: int
    end: int


class Anchor(NamedTuple):
    """A `&name`.

    Attributes:
        name: the name with its `&`.
        start: its offset.
        places: where its value may begin: right behind it if it is empty, or else further on.
    """

    name: str
    start: int
    places: tuple[int, int]


def gaps(root: Map, text: str) -> Iterator[Gap]:
    """The stretches between keys and values, in order."""
    at = 0
    for start, end in sorted(_leaves(root, text)):
        if start > at:
            yield Gap(at, start)
        at = max(at, end)
    yield Gap(at, len(text))


def _leaves(value: Map | Seq, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(value, Map):
        yield from ((mark.start, mark.end) for mark in value.keys_at.values())
        pairs = [(one, value.values_at[key]) for key, one in value.items()]
    else:
        pairs = list(zip(value, value.items_at, strict=True))
    for one, mark in pairs:
        yield from _within(one, mark, text)


def _within(value: Value, mark: Mark, text: str) -> Iterator[tuple[int, int]]:
    if alias_at(mark, text):
        yield mark.start, mark.end
    elif isinstance(value, (Map, Seq)):
        yield from _leaves(value, text)
    elif value is not None:
        yield _content(mark, text), mark.end


def anchors_of(root: Map, text: str) -> list[Anchor]:
    """Each `&name` of a file, in order."""
    return [
        Anchor(one["name"], one.start(), (one.end("name"), one.end()))
        for gap in gaps(root, text)
        for one in _COMMENT_OR_ANCHOR.finditer(text, gap.start, gap.end)
        if one["name"]
    ]


def alias_at(mark: Mark, text: str) -> str:
    """The `*name` that stands for a value; "" where the value stands there itself."""
    return text[mark.start : mark.end] if text.startswith("*", mark.start, mark.end) else ""


def begun(mark: Mark, text: str) -> Mark:
    """The place of a value, also where a comment stands between its anchor and itself."""
    found = _COMMENTS.match(text, mark.start, mark.end)
    return moved(mark, text, found.end(), mark.end) if found else mark


def _content(mark: Mark, text: str) -> int:
    """Where a value's own characters begin: a block text's after its head line."""
    start = begun(mark, text).start
    if text[start] not in "|>":
        return start
    end = text.find("\n", start, mark.end)
    return end if end >= 0 else mark.end
