"""What a Vietnamese syllable can look like: an onset, a rime that goes with it, a tone.

Every syllable that the language has is accepted, with both ways of setting the tone (hòa, hoà);
so are some that it could have and has not, since being wrong here is worse than being silent.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kehoach.language.letters import composed
from kehoach.language.tables import language_rows

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_VOWELS = "aăâeêioôơuưy"
_TONED = {
    composed(vowel + mark): (vowel, name) for vowel in _VOWELS for mark, name in _TONES.items()
}
"""A letter with a tone: ế is ê and sắc."""
_CONSONANTS = "bcdđghklmnpqrstvxfjwz"
LETTERS = frozenset(_CONSONANTS) | frozenset(_VOWELS) | frozenset(_TONED)
"""The small letters of Vietnamese, and those of foreign words in it."""
_CLASSES = {
    "A": "- b c ch d đ g gi h kh l m n ng nh p ph r s t th tr v x",
    "E": "- b ch d đ gh gi h k kh l m n ngh nh p ph r s t th tr v x",
    "I": "- b ch d đ gh h k kh l m n ngh nh p ph r s t th tr v x",
    "W": "- ch d đ g gi h kh l n ng nh r s t th tr x",
}
"""Onsets before a back vowel, before e and ê, before i, and before a rime that begins with w."""
_LONGEST_ONSET = 3
_STOPS = ("p", "t", "c", "ch")
_STOP_TONES = {"sắc", "nặng"}
_MARKED = "ăâêôơ"
_EITHER = {"oa": (0, 1), "oe": (0, 1), "uy": (0, 1)}
_NO_TONE = -1


class _Bare(NamedTuple):
    """A syllable without its tone: `at` is the letter that carried it, -1 where there is none."""

    letters: str
    tone: str
    at: int


def is_syllable(word: str) -> bool:
    """Whether a word in small letters is a syllable that Vietnamese has or could have.

    >>> [is_syllable(one) for one in ("huyện", "hyện", "hòa", "hoà", "viêc", "gì", "nghành")]
    [True, False, True, True, False, True, False]
    """
    bare = _bare(word)
    if bare is None:
        return False
    ends = range(min(_LONGEST_ONSET, len(bare.letters)) + 1)
    return any(_fits(bare, end) for end in ends)


def _bare(word: str) -> _Bare | None:
    """Nothing where two letters carry tones, or one that cannot."""
    letters, tone, at = "", "", _NO_TONE
    for place, letter in enumerate(word):
        plain, mark = _TONED.get(letter, (letter, ""))
        if mark and (tone or plain not in _VOWELS):
            return None
        letters += plain
        tone, at = (mark, place) if mark else (tone, at)
    return _Bare(letters, tone, at)


def _fits(bare: _Bare, end: int) -> bool:
    onset, rime = bare.letters[:end] or "-", bare.letters[end:]
    if onset not in _rimes().get(rime, frozenset()):
        return False
    stopped = rime.endswith(_STOPS)
    if stopped and bare.tone not in _STOP_TONES:
        return False
    return bare.at == _NO_TONE or bare.at - end in _places(rime)


def _places(rime: str) -> tuple[int, ...]:
    """Which letters of a rime may carry the tone."""
    if rime in _EITHER or rime.startswith("oo"):
        return (0, 1)
    marked = [place for place, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return (marked[-1],)
    return (1,) if rime.startswith(("oa", "oe", "uy")) else (0,)


@cache
def _rimes() -> dict[str, frozenset[str]]:
    """Each rime with the onsets that may stand before it; "-" is none."""
    found = {}
    for line in language_rows("rimes"):
        names = (_CLASSES.get(one, one).split() for one in line["onsets"].split())
        found[line["rime"]] = frozenset(onset for several in names for onset in several)
    return found
