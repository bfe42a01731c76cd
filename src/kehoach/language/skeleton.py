"""A sentence with its figures taken out, so that patterns see words and places only."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach.language.figures import Figure, figures

HOLE = r"⟦(\d+)⟧"
"""Where a figure stood; the group is its index."""
WORDS = r"[^⟦⟧;]"
"""A character of the words between two figures of one clause."""
_LONG, _SHOWN = 140, 60
_BLANKS = re.compile(r"\s+")
_NO_HOLES = str.maketrans("⟦⟧", "[]")


class Skeleton(NamedTuple):
    """The words of a text with `⟦i⟧` for its i-th figure, one blank for each stretch of blanks."""

    words: str
    figures: tuple[Figure, ...]
    text: str

    def quote(self, first: Figure, last: Figure) -> str:
        """The text from one figure to another, on one line; a long one without its middle."""
        whole = " ".join(self.text[first.start : last.end].split())
        return whole if len(whole) <= _LONG else f"{whole[:_SHOWN]}…{whole[-_SHOWN:]}"

    def of(self, found: re.Match[str], group: str | int) -> Figure:
        """The figure that a group of a pattern caught."""
        return self.figures[int(found[group])]


def skeleton(text: str) -> Skeleton:
    """Take the figures out of a text.

    >>> skeleton("giảm 3,35% (từ 11,61% xuống 8,26%)").words
    'giảm ⟦0⟧ (từ ⟦1⟧ xuống ⟦2⟧)'
    """
    found = figures(text)
    bare = text.translate(_NO_HOLES)
    words, last = [], 0
    for index, one in enumerate(found):
        words += [bare[last : one.start], f"⟦{index}⟧"]
        last = one.end
    return Skeleton(_BLANKS.sub(" ", "".join([*words, bare[last:]])), found, text)
