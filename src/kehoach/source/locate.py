"""From a path in the merged tree to a place in a file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice

from kehoach.source.marks import Map, Mark, Route, Seq, Value, line_starts


def locate(root: Map, path: Route, *, key: bool = False) -> Mark:
    """The place of the deepest part of a path that exists.

    Steps that the file does not have are skipped (pydantic adds some for unions). Where the last
    one is missing from a map, the map's key is the place to write it under.

    Args:
        root: the merged tree.
        path: keys, and indices in merged lists.
        key: the place of the last key rather than of its value.
    """
    node: Value = root
    value_at = key_at = root.mark
    missing = False
    for step in path:
        missing = False
        if isinstance(node, Map) and step in node:
            name = str(step)
            value_at, key_at, node = node.values_at[name], node.keys_at[name], node[name]
        elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
            value_at = key_at = node.items_at[step]
            node = node[step]
        else:
            missing = True
    return key_at if key or (missing and isinstance(node, Map)) else value_at


class Pieces:
    """Where pieces of text stand in the values of some files, for the many findings of a plan.

    A value is looked through once for each piece, however often and in which order it is asked for.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._values: dict[Mark, _Written] = {}

    def find(self, mark: Mark, needle: str, nth: int = 0) -> Mark:
        """The place of a piece inside the value at a mark, else the mark itself.

        `nth` counts from 0 where the piece stands there more than once. White space of the piece
        matches line breaks, and a quote or backslash its escaped form, since the value as parsed
        differs there from the value as written.
        """
        if mark not in self._values:
            self._values[mark] = _Written(self._texts.get(mark.file, ""), mark)
        return self._values[mark].find(needle, nth)


class _Written:
    """A value as it is written in its file."""

    def __init__(self, text: str, mark: Mark) -> None:
        self._text = text
        self._mark = mark
        self._lines = line_starts(mark, text)
        self._found: dict[str, tuple[list[tuple[int, int]], Iterator[tuple[int, int]]]] = {}

    def find(self, needle: str, nth: int) -> Mark:
        known, others = self._found.setdefault(needle, ([], self._spans(needle)))
        known += islice(others, max(0, nth + 1 - len(known)))
        if nth >= len(known):
            return self._mark
        start, end = known[nth]
        line = bisect_right(self._lines, start) - 1
        column = start - self._lines[line] + 1
        return Mark(self._mark.file, self._mark.line + line, column, start, end)

    def _spans(self, needle: str) -> Iterator[tuple[int, int]]:
        words = unicodedata.normalize("NFC", needle).split()
        pattern = r"\s+".join("".join(map(_as_written, word)) for word in words)
        if pattern:
            every = re.compile(pattern).finditer(self._text, self._mark.start, self._mark.end)
            yield from (found.span() for found in every)


def _as_written(character: str) -> str:
    if character == "'":
        return "''?"
    return rf"\\?{re.escape(character)}" if character in '"\\' else re.escape(character)
