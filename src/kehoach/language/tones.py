"""Where the tone stands in oa, oe, uy at the end of a syllable: hòa (the decree's way) or hoà."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Style = Literal["old", "new"]
_OLD = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_NEW = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OTHER = {**dict(zip(_OLD, _NEW, strict=True)), **dict(zip(_NEW, _OLD, strict=True))}
_ENDED = re.compile(
    r"(?:[òóỏõọ][ae]|o[àáảãạèéẻẽẹ]|[ùúủũụ]y|u[ỳýỷỹỵ])(?![^\W_])(?<!q..)", re.IGNORECASE
)
_ONSET = re.compile(r"[^\W_]*\Z")
_LONGEST = 3
_BODIES = {"ủy", "uỷ"}


class Toned(NamedTuple):
    """A word with such a rime.

    Attributes:
        word: as written.
        style: "old" for hòa, "new" for hoà.
        other: the word in the other style.
        start: its offset.
    """

    word: str
    style: Style
    other: str
    start: int


def toned_words(text: str) -> tuple[Toned, ...]:
    """The words of either style, proper names left out: they are as their owners write them.

    >>> found = toned_words("hoà bình, Ủy ban, hoàn, quý, Thuý")
    >>> [(one.word, one.style, one.other) for one in found]
    [('hoà', 'new', 'hòa'), ('Ủy', 'old', 'Uỷ')]
    """
    return tuple(one for found in _ENDED.finditer(text) for one in _toned(text, found))


def _toned(text: str, found: re.Match[str]) -> Iterator[Toned]:
    onset = _ONSET.search(text[max(0, found.start() - _LONGEST) : found.start()])
    word = (onset[0] if onset else "") + found[0]
    if word[0].islower() or word.lower() in _BODIES or word.isupper():
        rime = found[0].lower()
        style: Style = "old" if rime in _OLD else "new"
        yield Toned(word, style, _with(word, _OTHER[rime]), found.end() - len(word))


def _with(word: str, rime: str) -> str:
    """The word with another rime, its capitals kept."""
    other = word[: -len(rime)] + rime
    pairs = zip(word, other, strict=True)
    return "".join(new.upper() if old.isupper() else new for old, new in pairs)
