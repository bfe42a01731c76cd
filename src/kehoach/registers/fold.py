"""Names written in two ways, made one: what is compared when a user looks something up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_DASH = re.compile("[-‐‑‒–—−]")
_WORD = re.compile(r"[^\W\d_]+")
_NO_SLUG = re.compile("[^a-z0-9]+")
_MARK = re.compile("[\u0300-\u036f]")
# Look-alikes that keyboards and copying leave behind: eth for đ, apostrophes.
_ALIKE = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"}
)


def fold(text: str) -> str:
    """Text without what may differ between two right spellings of a name.

    Case, composed or decomposed letters, the place of the tone mark (hòa, hoà), the kind of
    apostrophe and dash, and blanks beside dashes no longer count; marks themselves do.

    >>> fold("Khánh  Hoà") == fold("KHÁNH HÒA"), fold("Hoa") == fold("Hòa")
    (True, False)
    """
    text = unicodedata.normalize("NFC", text).translate(_ALIKE)
    spaced = " ".join(_DASH.sub(" - ", text).split())
    return _WORD.sub(_folded_word, spaced)


def _folded_word(found: re.Match[str]) -> str:
    return _fold_word(found[0])


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    """A word in small letters, its tone mark behind its last letter."""
    letters = unicodedata.normalize("NFD", word).casefold()
    return _TONE.sub("", letters) + "".join(_TONE.findall(letters))


def slug(text: str) -> str:
    """A name as the ids of the registers write it.

    >>> slug("Bà Rịa - Vũng Tàu"), slug("Đắk Lắk")
    ('ba-ria-vung-tau', 'dak-lak')
    """
    return "-".join([part for word in text.split() if (part := _slug_word(word))])


@lru_cache(maxsize=20_000)
def _slug_word(word: str) -> str:
    plain = _MARK.sub("", unicodedata.normalize("NFD", word.translate(_ALIKE)).casefold())
    return _NO_SLUG.sub("-", plain.replace("đ", "d")).strip("-")
