"""The differences of two texts: by words, and by lines as people read them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from kehoach.editing.wording import Splice

_WORD = re.compile(r"\s+|\w+|.", re.DOTALL)


def unified(name: str, before: str, after: str) -> str:
    """The unified diff of a file's texts; empty where they differ in no line's letters."""
    old, new = (one.removesuffix("\n").split("\n") for one in (before, after))
    lines = difflib.unified_diff(old, new, name, name, lineterm="")
    return "".join(f"{one}\n" for one in lines)


def hunks(old: str, new: str) -> list[Splice]:
    """The words in which two texts differ.

    >>> hunks("giảm 5.000 hộ", "giảm 5.500 hộ")
    [Splice(start=7, end=10, new='500')]
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    places = _places(before)
    return [
        Splice(places[i], places[j], "".join(after[k:m]))
        for tag, i, j, k, m in codes
        if tag != "equal"
    ]


def _places(words: Sequence[str]) -> list[int]:
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return places
