"""The parts of a file's text that keys and plain values take up, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.source.marks import Map, Mark, Seq, Value


class Gap(NamedTuple):
    """A stretch of text with no key and no value in it: marks of YAML, blanks, comments."""

    start: int
    end: int


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
    if isinstance(value, (Map, Seq)):
        yield from _leaves(value, text)
    elif value is not None:
        yield _content(mark, text), mark.end


def _content(mark: Mark, text: str) -> int:
    """Where a value's own characters begin: a block text's after its head line."""
    if text[mark.start] not in "|>":
        return mark.start
    end = text.find("\n", mark.start, mark.end)
    return end if end >= 0 else mark.end
