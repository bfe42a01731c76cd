"""Where places of a text are once pieces of it are changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from kehoach.editing.wording import Splice


class Moves:
    """Where places of the old text are in the new one."""

    def __init__(self, pieces: Sequence[Splice]) -> None:
        self._pieces = pieces
        growth = (len(one.new) - (one.end - one.start) for one in pieces)
        self._shifts = [0, *accumulate(growth)]

    def line(self, new_text: str, offset: int) -> int:
        """The line, from 1, on which a place of the old text now stands."""
        count = bisect_left(self._pieces, offset, key=lambda one: one.start)
        shift = self._shifts[count]
        if count and self._pieces[count - 1].end > offset:  # inside what was changed: at its start
            shift = self._shifts[count - 1]
            offset = self._pieces[count - 1].start
        same_place = (one for one in self._pieces[count:] if one.start == offset)
        inserted = sum(len(one.new) for one in same_place if one.end == one.start)
        return new_text.count("\n", 0, max(0, offset + shift + inserted)) + 1
