"""Letters that look like Vietnamese ones and are not, and letters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kehoach.language.letters import TONES, composed, decomposed
from kehoach.language.syllables import is_syllable
from kehoach.language.typos import Span

_ALIKE = str.maketrans(
    "ÐðƉɖАВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧονı",
    "ĐđĐđABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXovi",
)
_CROSSED = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_LETTERS = re.compile(r"[^\W\d_]+")
_WIDE = re.compile("[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19]")
_UNSEEN = "\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff"
_SUSPECT = re.compile(
    f"[{_UNSEEN}\u0300-\u036f\ufffd\ue000-\uf8ff\uff10-\uff5aÐðƉɖА-яЀ-џΑ-ωı]|(?<=[^\\W\\d_])\u00a0(?=[^\\W\\d_])"
)
_RARE = re.compile(f"[{_UNSEEN}\u00a0\u0300-\u036f\ufffd\ue000-\uf8ff\uff10-\uff5aÐðƉɖА-яЀ-џΑ-ωı]")
_CHUNK = re.compile(r"(?:\S|\u00a0)+")
_UNSEEN_ONES = re.compile(f"[{_UNSEEN}]")
_STRAY = re.compile("[\u0300-\u036f]")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]+")


def lookalikes(text: str) -> Iterator[Span]:
    """Words with such letters in them, and what they should be.

    >>> [one.right for one in lookalikes("Ðề án ở Ðắk Lắk, 5 µm, hàm α")]
    ['Đề', 'Đắk']
    """
    if text.isascii() or not _RARE.search(text):
        return
    for found in _CHUNK.finditer(text):
        word = found[0]
        if _SUSPECT.search(text, found.start(), found.end()):
            right = _mended(word)
            if _UNREADABLE.search(word):
                yield Span(*found.span())
            elif right != word:
                yield Span(*found.span(), right, proved=_proved(word, right))


def _proved(word: str, right: str) -> bool:
    """Whether nothing else can be meant: crossed letters alone, or syllables all through.

    Blanks that cannot be seen may part words, and a Greek letter may belong to a formula.
    """
    return word.translate(_CROSSED) == right or all(
        is_syllable(one) for one in _LETTERS.findall(right.lower())
    )


def _mended(word: str) -> str:
    """The word with letters of this language; a lone Greek or Cyrillic word stays as it is."""
    seen = _UNSEEN_ONES.sub("", word).replace("\u00a0", " ")
    seen = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), seen)
    mapped = seen.translate(_ALIKE)
    kept = mapped if _latin(mapped) and any(_latin(one) for one in seen) else seen
    kept = mapped if any(one in "ÐðƉɖ" for one in word) else kept
    return _composed(kept) if _STRAY.search(kept) else kept


def _latin(text: str) -> bool:
    """Whether all letters are of the Latin alphabet."""
    letters = [one for one in text if one.isalpha()]
    return bool(letters) and all(unicodedata.name(one, "").startswith("LATIN") for one in letters)


def _composed(word: str) -> str:
    """Marks in the order that Unicode composes: the shape of the letter, then its tone."""
    return _CLUSTER.sub(_in_order, decomposed(word))


def _in_order(found: re.Match[str]) -> str:
    letter, marks = found[0][0], found[0][1:]
    order = sorted(dict.fromkeys(marks), key=lambda mark: mark in TONES)
    return composed(letter + "".join(order))
