"""A wrong piece of a text and what it should be, quoted so that it is found at its place alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD_BEFORE = re.compile(r"\S*[^\S\n]*\Z")
_WORD_AFTER = re.compile(r"[^\S\n]*\S*")


class Slip(NamedTuple):
    """One mistake of writing.

    Attributes:
        wrong: the piece itself.
        right: what it should be; empty where that is not sure.
        start: offset of the piece.
        needle: the piece with as many words around it as tell it from the text before it.
        mend: the needle put right; None where the right form is not sure.
    """

    wrong: str
    right: str
    start: int
    needle: str
    mend: str | None


def slip(text: str, start: int, end: int, right: str | None) -> Slip:
    """The slip at text[start:end]; `right` None where nobody can say.

    >>> slip("hoàn thành, hoà bình", 12, 15, "hòa").needle
    'hoà bình'
    """
    first, last = _stretch(text, start, end)
    needle = text[first:last]
    certain = right is not None and "\n" not in needle and _found_at(text, needle) == first
    mend = f"{text[first:start]}{right}{text[end:last]}" if certain else None
    return Slip(text[start:end], right or "", start, needle, mend)


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece with the words it needs: right of it first, then left, within its line."""
    first, last = _whole_words(text, start, end)
    while _found_at(text, text[first:last]) != first:
        after = _WORD_AFTER.match(text, last)
        before = _WORD_BEFORE.search(text, text.rfind("\n", 0, first) + 1, first)
        if after and after.end() > last:
            last = after.end()
        elif before and before.start() < first:
            first = before.start()
        else:
            break
    return first, last


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widened to whole words where the piece begins or ends with a blank or a mark, or is empty."""
    piece = text[start:end]
    before = _WORD_BEFORE.search(text, 0, start)
    after = _WORD_AFTER.match(text, end)
    first = before.start() if before and not piece[:1].isalnum() else start
    last = after.end() if after and not piece[-1:].isalnum() else end
    return first, last


def _found_at(text: str, needle: str) -> int:
    """Where a search that takes all white space alike meets the needle first."""
    at = text.find(needle)
    if len(needle.split()) == 1:
        return at
    found = re.search(r"\s+".join(map(re.escape, needle.split())), text[: at + len(needle)])
    return found.start() if found else at
