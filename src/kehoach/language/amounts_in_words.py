"""Figures with the same in words beside them: `3.138 triệu (Ba tỷ ... đồng)`, `hai (02) bản`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach.formats.words_read import parse_words
from kehoach.language.figures import Figure
from kehoach.language.skeleton import HOLE, Skeleton

_WORD = (
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ"
    r"|nghìn|ngàn|triệu|tỷ|tỉ|phẩy|đồng|chẵn)\b"
)
_WORDS = rf"{_WORD}(?:,? {_WORD})*"
_BEHIND = re.compile(
    rf"{HOLE} ?[*_“\"]*\( ?[*_“\"]*(?:(?:viết )?bằng chữ ?:? ?)?(?P<words>{_WORDS})[.*_”\" ]*\)",
    re.IGNORECASE,
)
_BRACKET = re.compile(rf"\( ?[*_]*{HOLE}[*_ ]*\)")
_AHEAD = re.compile(rf"\b{_WORDS} ?\Z", re.IGNORECASE)
_LONGEST = 160
"""Characters of the longest number in words."""


class WordedFigure(NamedTuple):
    """A figure, the words beside it as written, and the value that they name."""

    figure: Figure
    words: str
    value: Decimal

    @property
    def agrees(self) -> bool:
        """Whether words and figure name one value."""
        return self.value == self.figure.worth


def worded_figures(found: Skeleton) -> tuple[WordedFigure, ...]:
    """The figures of a sentence that are written out in words too.

    >>> from kehoach.language.skeleton import skeleton
    >>> found = skeleton("Làm hai (02) bản, giữ trong 05 (sáu) năm.")
    >>> [(one.words, one.agrees) for one in worded_figures(found)]
    [('sáu', False), ('hai', True)]
    """
    pairs = [*_behind(found), *_ahead(found)] if "(" in found.words else []
    return tuple(one for figure, words in pairs for one in _worded(figure, words))


def _behind(found: Skeleton) -> Iterator[tuple[Figure, str]]:
    for match in _BEHIND.finditer(found.words):
        yield found.of(match, 1), match["words"]


def _ahead(found: Skeleton) -> Iterator[tuple[Figure, str]]:
    for match in _BRACKET.finditer(found.words):
        words = _AHEAD.search(found.words[max(0, match.start() - _LONGEST) : match.start()])
        if words:
            yield found.of(match, 1), words[0].strip()


def _worded(figure: Figure, words: str) -> Iterator[WordedFigure]:
    """Words of money tell đồng; of other figures, the bare number."""
    value = parse_words(words)
    if value is None or figure.kind == "broken" or figure.upper is not None:
        return
    money = words.lower().rstrip(" .").endswith(("đồng", "chẵn"))
    if money == (figure.kind == "money") and figure.kind in {"money", "count", "bare"}:
        yield WordedFigure(figure, words, value)
