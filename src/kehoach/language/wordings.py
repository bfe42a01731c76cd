"""Figures with the same in words beside them: `3.138 triệu (Ba tỷ ... đồng)`, `hai (02) bản`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kehoach.formats.words_read import parse_words
from kehoach.language.figures import Figure
from kehoach.language.skeleton import HOLE, Skeleton, skeleton

_WORD = (
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ"
    r"|nghìn|ngàn|triệu|tỷ|tỉ|phẩy|đồng|chẵn)\b"
)
_WORDS = rf"{_WORD}(?:,?\s+{_WORD})*"
_BEHIND = re.compile(
    rf"{HOLE}\s*[*_“\"]*\(\s*[*_“\"]*(?:(?:viết )?bằng chữ\s*:?\s*)?(?P<words>{_WORDS})"
    rf"[.*_”\"\s]*\)",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b(?P<words>{_WORDS})\s*\(\s*[*_]*{HOLE}[*_\s]*\)", re.IGNORECASE)


class Wording(NamedTuple):
    """A figure, the words beside it as written, and the value that they name."""

    figure: Figure
    words: str
    value: Decimal

    @property
    def agrees(self) -> bool:
        """Whether words and figure name one value."""
        return self.value == self.figure.worth


@lru_cache(maxsize=4096)
def wordings(text: str) -> tuple[Wording, ...]:
    """The figures of a sentence that are written out in words too.

    >>> [(one.words, one.agrees) for one in wordings("Làm hai (02) bản, giữ trong 05 (sáu) năm.")]
    [('sáu', False), ('hai', True)]
    """
    if "(" not in text:
        return ()
    found = skeleton(text)
    return (*_all(found, _BEHIND), *_all(found, _AHEAD))


def _all(found: Skeleton, form: re.Pattern[str]) -> Iterator[Wording]:
    for match in form.finditer(found.words):
        figure, words = (
            found.of(match, 1) if form is _BEHIND else found.of(match, 2),
            match["words"],
        )
        value = parse_words(words)
        if value is not None and figure.kind != "broken" and figure.upper is None:
            yield from _wording(figure, words, value)


def _wording(figure: Figure, words: str, value: Decimal) -> Iterator[Wording]:
    """Words of money tell đồng; of other figures, the bare number."""
    money = words.lower().rstrip(" .").endswith(("đồng", "chẵn"))
    if money == (figure.kind == "money") and figure.kind in {"money", "count", "bare"}:
        yield Wording(figure, words, value)
