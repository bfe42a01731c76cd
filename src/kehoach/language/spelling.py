"""Words that are no syllables of Vietnamese, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kehoach.language.letters import bare, decomposed
from kehoach.language.syllables import LETTERS, is_syllable
from kehoach.language.tables import language_rows
from kehoach.language.typos import Span
from kehoach.language.written import word_set
from kehoach.source import Memory

_WORD = re.compile(r"(?<![\w./@&'’\x00-])[^\W\d_¹²³⁰-₉]{2,}(?![\w/@&'’\x00]|-\w|\.\w)")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;]\s+|\n\s*|[-+]\s+)[“\"(*]*\Z")
_NO_WORD = re.compile(r"[^aeiouy]{3,}\Z|h[bcdgkmnpqrstvx]|rt")
"""What begins or makes up no word of any language that plans borrow from."""
_FARTHEST = 2
_SHORTEST_PLAIN = 4
_LONGEST = 24
_MOST_GUESSES = 3


def strange_words(text: str, memory: Memory, known: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Words that no Vietnamese syllable is written like, names and foreign words left out.

    `known` are words in small letters that are right for all that.

    >>> text = "Các hyện vùng viêc làm ở Đăk Lăk."
    >>> [text[one.start : one.end] for one in strange_words(text, Memory())]
    ['hyện', 'viêc']
    """
    strange = _strange(memory.once(word_set, text)) - known
    for found in _WORD.finditer(text) if strange else ():
        low = found[0].lower()
        if low not in strange or _may_be_name(text, found):
            continue
        if not low.isascii() or _lost_letters(low):
            yield Span(*found.span(), certain)


def _strange(words: frozenset[str]) -> frozenset[str]:
    """The words that are no syllables, in small letters."""
    rare = words - _common().keys() - _foreign()
    return frozenset(word for word in rare if LETTERS.issuperset(word) and not is_syllable(word))


def _may_be_name(text: str, found: re.Match[str]) -> bool:
    """Capitals inside a sentence are names; at its beginning they are what any word has."""
    word = found[0]
    if word.islower():
        return False
    return not (
        word.istitle()
        and _SENTENCE_START.search(text[max(0, found.start() - 4) : found.start()]) is not None
    ) or (text[found.end() + 1 : found.end() + 2].isupper())


def _lost_letters(word: str) -> bool:
    """Whether a word without marks lost them or a vowel: `huyen`, `thc`, `hteo`; not `logo`."""
    return bool(_NO_WORD.match(word)) or (len(word) >= _SHORTEST_PLAIN and word in _bare_words())


def certain(word: str) -> str | None:
    """The one word that has the same letters but for their marks.

    >>> certain("Viêc"), certain("hyện")
    ('Việc', None)
    """
    low = word.lower()
    same = _bare_words().get(bare(low), [])
    pieces = decomposed(low)
    near = [one for one in same if _distance(pieces, _common()[one]) == 1]
    same = near or [one for one in guesses(low) if one in same] if same else []
    return (same[0].capitalize() if word.istitle() else same[0]) if len(same) == 1 else None


def guesses(word: str) -> tuple[str, ...]:
    """The common syllables nearest to a word, the most common first; two where a blank is missing.

    >>> guesses("hyện")[:2], guesses("hộnghèo")
    (('hiện', 'huyện'), ('hộ nghèo',))
    """
    halves = ((word[:at], word[at:]) for at in range(1, min(len(word), _LONGEST)))
    parted = (f"{a} {b}" for a, b in halves if a in _common() and b in _common())
    if whole := next(parted, ""):
        return (whole,)
    pieces, plain = decomposed(word[:_LONGEST]), bare(word)
    ranked = [
        (_distance(pieces, own) - (bare(one) == plain), one) for one, own in _common().items()
    ]
    least = min(ranked)[0]
    return tuple(one for far, one in ranked if far == least < _FARTHEST)[:_MOST_GUESSES]


def _distance(one: str, other: str) -> int:
    """Letters and marks to add, drop or change."""
    if abs(len(one) - len(other)) > _FARTHEST:
        return _FARTHEST + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]


@cache
def _common() -> dict[str, str]:
    """Common syllables, the most common first, each with its letters and marks one by one."""
    words = (line["syllable"] for line in language_rows("syllables"))
    return {word: decomposed(word) for word in words}


@cache
def _bare_words() -> dict[str, list[str]]:
    """Common syllables by their letters without marks."""
    found: dict[str, list[str]] = {}
    for word in _common():
        found.setdefault(bare(word), []).append(word)
    return found


@cache
def _foreign() -> frozenset[str]:
    return frozenset(line["word"] for line in language_rows("foreign"))
