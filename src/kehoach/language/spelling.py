"""Words that are no syllables of Vietnamese, and what may have been meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from kehoach.language.slips import Slip, slip
from kehoach.language.syllables import LETTERS, is_syllable, language_rows
from kehoach.language.written import word_set

_WORD = re.compile(r"(?<![\w./@&'’\x00-])[^\W\d_¹²³⁰-₉]{2,}(?![\w/@&'’\x00]|-\w|\.\w)")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;]\s+|\n\s*|[-+]\s+)[“\"(*]*\Z")
_NO_WORD = re.compile(r"[^aeiouy]{3,}\Z|h[bcdgkmnpqrstvx]|rt")
"""What begins or makes up no word of any language that plans borrow from."""
_FARTHEST = 2
_SHORTEST_PLAIN = 4
_MOST_GUESSES = 3


def strange_words(text: str, names: frozenset[str] = frozenset()) -> Iterator[Slip]:
    """Words that no Vietnamese syllable is written like, names and foreign words left out.

    `names` are syllables of proper names, in small letters.

    >>> [(one.wrong, one.right) for one in strange_words("Các hyện vùng viêc làm ở Đăk Lăk.")]
    [('hyện', ''), ('viêc', 'việc')]
    """
    strange = _strange(text) - names
    for found in _WORD.finditer(text) if strange else ():
        word = found[0]
        low = word.lower()
        if low not in strange:
            continue
        if _may_be_name(text, found) or (low.isascii() and not _lost_letters(low)):
            continue
        yield slip(text, found.start(), found.end(), _certain(word))


def _strange(text: str) -> frozenset[str]:
    """The words that are no syllables and do not stand in capitals, in small letters."""
    rare = word_set(text) - _common_words() - _foreign()
    return frozenset(
        word
        for word in rare
        if not is_syllable(word)
        and (word in text or word.capitalize() in text)
        and LETTERS.issuperset(word)
    )


def _may_be_name(text: str, found: re.Match[str]) -> bool:
    """Capitals inside a sentence are names; at its beginning they are what any word has."""
    word = found[0]
    if word.islower():
        return False
    return not (
        word.istitle() and _SENTENCE_START.search(text[: found.start()][-4:]) is not None
    ) or (text[found.end() + 1 : found.end() + 2].isupper())


def _lost_letters(word: str) -> bool:
    """Whether a word without marks lost them or a vowel: `huyen`, `thc`, `hteo`; not `logo`."""
    return bool(_NO_WORD.match(word)) or (len(word) >= _SHORTEST_PLAIN and word in _by_letters())


def _certain(word: str) -> str | None:
    """The one word that has the same letters but for their marks."""
    same = [one for one in guesses(word.lower()) if _letters(one) == _letters(word.lower())]
    return (same[0].capitalize() if word.istitle() else same[0]) if len(same) == 1 else None


@lru_cache(maxsize=1000)
def guesses(word: str) -> tuple[str, ...]:
    """The common syllables nearest to a word, the most common first; two where a blank is missing.

    >>> guesses("hyện")[:2], guesses("hộnghèo")
    (('hiện', 'huyện'), ('hộ nghèo',))
    """
    halves = ((word[:at], word[at:]) for at in range(1, len(word)))
    parted = [f"{a} {b}" for a, b in halves if a in _common() and b in _common()]
    if parted:
        return tuple(parted[:1])
    pieces = unicodedata.normalize("NFD", word)
    letters = _letters(word)
    near = [
        (_distance(pieces, own) - (_letters(one) == letters), one) for one, own in _common().items()
    ]
    least = min(near)[0]
    return tuple(one for far, one in near if far == least < _FARTHEST)[:_MOST_GUESSES]


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


def _letters(word: str) -> str:
    """The letters without any marks."""
    pieces = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(one for one in pieces if not unicodedata.combining(one))


@cache
def _common() -> dict[str, str]:
    """Common syllables, the most common first, each with its letters and marks one by one."""
    words = (line["syllable"] for line in language_rows("syllables"))
    return {word: unicodedata.normalize("NFD", word) for word in words}


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_common())


@cache
def _by_letters() -> frozenset[str]:
    return frozenset(_letters(word) for word in _common())


@cache
def _foreign() -> frozenset[str]:
    return frozenset(line["word"] for line in language_rows("foreign"))
