"""The parts of a file's text that keys and plain values take up, and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.editing.scalars import scalars
from kehoach.source.marks import Map

_COMMENT_OR_ANCHOR = re.compile(r"#[^\n]*|(?P<name>&[^\s,\[\]{}]+)\s*(#[^\n]*\s*)*")


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
    for one in sorted(scalars(root, text, keys=True), key=lambda one: one.start):
        start = one.start + (len(one.head) if one.is_block else 0)
        if start > at:
            yield Gap(at, start)
        at = max(at, one.end)
    yield Gap(at, len(text))


def anchors_of(root: Map, text: str) -> list[Anchor]:
    """Each `&name` of a file, in order."""
    return [
        Anchor(one["name"], one.start(), (one.end("name"), one.end()))
        for gap in gaps(root, text)
        for one in _COMMENT_OR_ANCHOR.finditer(text, gap.start, gap.end)
        if one["name"]
    ]
