"""Values of a plan file and the places they stand at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

Route: TypeAlias = tuple[str | int, ...]

_BREAK = re.compile(r"\r\n|\n|\r")
_NOTHING: Mapping[str, Any] = MappingProxyType({})  # one for all: most maps override nothing


class Mark(NamedTuple):
    """Where a key or value stands.

    Attributes:
        file: the file as the user named it, with "/" on every system.
        line: from 1.
        column: from 1, in characters.
        start: offset of its first character in the file's text.
        end: offset after its last character.
    """

    file: str
    line: int
    column: int
    start: int = 0
    end: int = 0


class Map(dict[str, "Value"]):
    """A map that knows where it, its keys and its values stand.

    Attributes:
        mark: the place of the whole map.
        keys_at: place of each key.
        values_at: place of each value (of the alias, where the value is one).
        overridden: per key, what older layers said, newest first, with its place.
    """

    __slots__ = ("keys_at", "mark", "overridden", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}
        self.overridden: Mapping[str, tuple[tuple[Mark, Value], ...]] = _NOTHING

    def put(self, key: str, value: Value, key_at: Mark, value_at: Mark) -> None:
        """Set one key with the places of key and value."""
        self[key] = value
        self.keys_at[key] = key_at
        self.values_at[key] = value_at


class Seq(list["Value"]):
    """A list that knows where it and its items stand.

    Attributes:
        mark: the place of the whole list.
        items_at: place of each item, in step with the items.
        removed: items of older layers that a later one dropped, with their places.
    """

    __slots__ = ("items_at", "mark", "removed")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.items_at: list[Mark] = []
        self.removed: tuple[tuple[Mark, Value], ...] = ()

    def add(self, item: Value, at: Mark) -> None:
        """Append one item with its place."""
        self.append(item)
        self.items_at.append(at)


Value: TypeAlias = str | Map | Seq | None
"""An empty plain scalar is None; every other scalar is NFC text, never typed."""


def mark_at(file: str, text: str, start: int, end: int) -> Mark:
    """The place of text[start:end], its line and column counted from the text's beginning."""
    return moved(Mark(file, 1, 1), text, start, end)


def moved(mark: Mark, text: str, start: int, end: int) -> Mark:
    """The place of text[start:end], its line and column counted on from an earlier mark."""
    line, line_start = mark.line, mark.start - mark.column + 1
    for found in _BREAK.finditer(text, mark.start, start):
        line, line_start = line + 1, found.end()
    return Mark(mark.file, line, start - line_start + 1, start, end)


def line_starts(mark: Mark, text: str) -> list[int]:
    """Where the lines of a value begin, that in which it begins first."""
    breaks = (found.end() for found in _BREAK.finditer(text, mark.start, mark.end))
    return [mark.start - mark.column + 1, *breaks]
