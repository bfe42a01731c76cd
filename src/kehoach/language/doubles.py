"""Words typed twice: các các, thực hiện thực hiện; not the words that Vietnamese doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import eq

from kehoach.language.slips import Slip, slip
from kehoach.language.syllables import language_rows
from kehoach.language.written import word_list

_DOUBLE = re.compile(r"\b([^\W\d_]+(?: [^\W\d_]+){0,3})\s+\1\b", re.IGNORECASE)
_MOST_WORDS = 4
_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")


def doubled(text: str) -> Iterator[Slip]:
    """Words and phrases that stand twice in a row without meaning it.

    >>> [one.wrong for one in doubled("dần dần giao các các xã thực hiện hiện; đầu tư tư nhân")]
    ['các các', 'hiện hiện']
    """
    if not _repeats(word_list(text)):
        return
    for found in _DOUBLE.finditer(text):
        if "\n" not in found[0] and _mistaken(text, found):
            yield slip(text, *found.span(), None)


def _repeats(words: tuple[str, ...]) -> bool:
    """Whether up to four words come again at once, marks between them or not."""
    return len(set(words)) < len(words) and any(
        b"\1" * size in bytes(map(eq, words, words[size:])) for size in range(1, _MOST_WORDS + 1)
    )


def _mistaken(text: str, found: re.Match[str]) -> bool:
    word = found[1].lower()
    if " " in word:
        return found[0].split()[0].islower() or found[0].islower()
    if word in _words("reduplicated") or len(word) == 1:
        return False
    if found[1].isupper() and not text.isupper():  # an abbreviation is no part of a longer word
        return True
    before = _WORD_BEFORE.search(text[: found.start()][-20:])
    after = _WORD_AFTER.match(text, found.end())
    if word in _words("function"):
        return word not in _words("ends") or _alone(before)
    return _alone(before) or _alone(after)


def _alone(word: re.Match[str] | None) -> bool:
    """Whether the neighbour cannot make a word of two syllables with the doubled one."""
    return word is None or word[1].lower() in _words("function")


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a kind: "reduplicated", "function", "ends" (function words that end others)."""
    return frozenset(line["word"] for line in language_rows("doubles") if line["kind"] == kind)
