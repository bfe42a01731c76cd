"""Roman numerals and letters of points, read back: for citations and old documents."""

from __future__ import annotations

import re

from kehoach.formats.letters import ALPHABET

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def parse_roman(text: str) -> int | None:
    """The value of a well-formed Roman numeral in capitals; None for anything else.

    >>> parse_roman("XIV")
    14
    >>> parse_roman("IIX") is None
    True
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def parse_letter(text: str, *, with_d: bool = True) -> int | None:
    """The place of a point's letter, from 1; None for letters Vietnamese points do not use.

    >>> parse_letter("đ")
    5
    >>> parse_letter("f") is None
    True
    """
    alphabet = ALPHABET if with_d else ALPHABET.replace("đ", "")
    return alphabet.index(text) + 1 if len(text) == 1 and text in alphabet else None
