"""Letters and what may differ between two spellings: the one home of folding, marks and case."""

from __future__ import annotations

import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng as marks of their own."""
_TONE = re.compile(f"([{TONES}])((?:[^\\W\\d_]|(?![{TONES}])[\u0300-\u036f])+)")
_DASH = re.compile("[-‐‑‒–—−]")
_NO_SLUG = re.compile("[^a-z0-9]+")
_MARK = re.compile("[\u0300-\u036f]")
# Look-alikes that keyboards and copying leave behind: eth for đ, apostrophes.
_ALIKE = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}
)
_UNLIKE = re.compile("[ÐðƉ’‘ʼ`´]")
_LATIN = [
    chr(code)
    for code in (*range(0x41, 0x7B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    if chr(code).isalpha()
]
CAPITAL = f"[{''.join(one for one in _LATIN if one.isupper())}]"
SMALL = f"[{''.join(one for one in _LATIN if one.islower())}]"
"""Classes of letters for patterns: a range from à to ỹ would hold capitals as well."""


def composed(text: str) -> str:
    """Text in NFC, as every text of a plan is: a letter with its marks is one character."""
    return unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    """Text in NFD: each letter, then its marks one by one."""
    return unicodedata.normalize("NFD", text)


def bare(text: str) -> str:
    """Text without any marks, case as it is.

    >>> bare("Đắk Lắk"), bare("Ủy ban")
    ('Dak Lak', 'Uy ban')
    """
    return _MARK.sub("", decomposed(text)).replace("đ", "d").replace("Đ", "D")


def fold(text: str) -> str:
    """Text without what may differ between two right spellings of a name.

    Case, composed or decomposed letters, the place of the tone mark (hòa, hoà), the kind of
    apostrophe and dash, and blanks beside dashes no longer count; marks themselves do.

    >>> fold("Khánh  Hoà") == fold("KHÁNH HÒA"), fold("Hoa") == fold("Hòa")
    (True, False)
    """
    letters = decomposed(_usual(text)).casefold()
    return _TONE.sub(r"\2\1", " ".join(_DASH.sub(" - ", letters).split()))


def slug(text: str) -> str:
    """A name as the ids of the registers write it.

    >>> slug("Bà Rịa - Vũng Tàu"), slug("Đắk Lắk")
    ('ba-ria-vung-tau', 'dak-lak')
    """
    return _NO_SLUG.sub("-", bare(_usual(text)).casefold()).strip("-")


def _usual(text: str) -> str:
    """The letters that look-alikes stand for; most texts have none."""
    return text.translate(_ALIKE) if _UNLIKE.search(text) else text
