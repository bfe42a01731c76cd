"""Names written in two ways, made one: what is compared when a user looks something up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_DASH = re.compile("[-‐‑‒–—−]")
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
    return " ".join([_fold_word(word) for word in _DASH.sub(" - ", text).split()])


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_ALIKE)).casefold()
    tones = "".join(_TONE.findall(letters))
    return _TONE.sub("", letters) + tones


def slug(text: str) -> str:
    """A name as the ids of the registers write it.

    >>> slug("Bà Rịa - Vũng Tàu"), slug("Đắk Lắk")
    ('ba-ria-vung-tau', 'dak-lak')
    """
    plain = _MARK.sub("", unicodedata.normalize("NFD", text.translate(_ALIKE).casefold()))
    return re.sub("[^a-z0-9]+", "-", plain.replace("đ", "d")).strip("-")
