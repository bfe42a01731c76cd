"""Texts beside one another, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORD = re.compile(r"\s+|\d+(?:[.,]\d+)*%?|[^\W\d_]+|.", re.DOTALL)


class Stretch(NamedTuple):
    """A stretch of words: in both texts, only in the old, only in the new."""

    kind: Literal["same", "old", "new"]
    text: str


def words(text: str) -> list[str]:
    """The words, numbers, spaces and marks that make up a text.

    >>> words("giảm 2,7% hộ")
    ['giảm', ' ', '2,7%', ' ', 'hộ']
    """
    return _WORD.findall(text)


def compare(old: str, new: str) -> list[Stretch]:
    """The pieces that make the old text (same, old) and the new one (same, new); numbers whole.

    >>> [tuple(one) for one in compare("giảm 2,7% số hộ", "giảm 3% số hộ")]
    [('same', 'giảm '), ('old', '2,7%'), ('new', '3%'), ('same', ' số hộ')]
    """
    before, after = words(old), words(new)
    pieces: list[Stretch] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Stretch("same", "".join(before[i:j])))
            continue
        pieces += [Stretch("old", "".join(before[i:j]))] if j > i else []
        pieces += [Stretch("new", "".join(after[k:m]))] if m > k else []
    return pieces


def around(pieces: list[Stretch], margin: int = 30) -> list[Stretch]:
    """The pieces with long stretches of sameness cut down to what is next to a change."""
    last = len(pieces) - 1
    return [
        _cut(one, margin, first=not index, last=index == last) if one.kind == "same" else one
        for index, one in enumerate(pieces)
    ]


def _cut(one: Stretch, margin: int, *, first: bool, last: bool) -> Stretch:
    text = one.text
    if first and len(text) > margin:
        return Stretch("same", f"… {text[-margin:].split(' ', 1)[-1]}")
    if last and len(text) > margin:
        return Stretch("same", f"{text[:margin].rsplit(' ', 1)[0]} …")
    if len(text) > 2 * margin and not (first or last):
        return Stretch(
            "same", f"{text[:margin].rsplit(' ', 1)[0]} … {text[-margin:].split(' ', 1)[-1]}"
        )
    return one
