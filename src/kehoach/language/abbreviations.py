"""Abbreviations: where a text defines them, and where it uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kehoach.language.letters import SMALL, decomposed
from kehoach.language.tables import language_rows

_LETTER = "[A-ZĐĂÂÊÔƠƯ&]"
_SHORT = rf"[A-ZĐ]{_LETTER}+(?:-{_LETTER}+)*"
_NAMED = re.compile(
    r"\((?:sau đây )?(?:gọi tắt|viết tắt|gọi chung|gọi)(?: là)?[:\s]*"
    rf"[“\"]?(?P<short>{_SHORT})[”\"]?\)"
)
_BARE = re.compile(rf"(?<={SMALL} )\((?P<short>{_SHORT})\)")
_USED = re.compile(rf"(?<![\w/.&-])(?P<short>{_SHORT})(?![\w/&]|-\w|\.\w)")
_MOST_WORDS = 14


class Definition(NamedTuple):
    """An abbreviation and the words that it stands for.

    Attributes:
        short: "MTQG".
        words: "mục tiêu quốc gia": as many words before it as it has letters, as typed.
        start: offset of the abbreviation.
    """

    short: str
    words: str
    start: int


def definitions(text: str) -> tuple[Definition, ...]:
    """What a text defines, in its order.

    >>> definitions("Chương trình mục tiêu quốc gia (sau đây viết tắt là MTQG)")[0][:2]
    ('MTQG', 'mục tiêu quốc gia')
    """
    if "(" not in text:
        return ()
    found = [*_NAMED.finditer(text), *_BARE.finditer(text)]
    known = (_defined(text, one) for one in sorted(found, key=re.Match.start))
    return tuple(one for one in known if one)


def _defined(text: str, found: re.Match[str]) -> Definition | None:
    """The words before the bracket whose first letters make the abbreviation."""
    letters = "".join(map(_initial, re.sub(r"[&-]", "", found["short"])))
    words = text[: found.start()].rstrip(" (").split()[-_MOST_WORDS:]
    for size in range(1, len(words) + 1):
        if "".join(_initials(words[-size:])) == letters:
            return Definition(found["short"], " ".join(words[-size:]), found.start("short"))
    return None


def _initials(words: list[str]) -> Iterator[str]:
    for word in words:
        for piece in word.split("-"):
            if piece.lower() not in {"và", ""}:
                yield _initial(piece)


def _initial(word: str) -> str:
    """The first letter without its marks: Ủy begins with U; Đ is a letter of its own."""
    return decomposed(word)[:1].upper()


def uses(text: str) -> tuple[tuple[str, int], ...]:
    """The abbreviations in a text with their offsets, those that everyone knows left out.

    >>> uses("UBND tỉnh giao BQLDA báo cáo; Phụ lục II")
    (('BQLDA', 15),)
    """
    if text.isupper():
        return ()
    found = ((one["short"], one.start()) for one in _USED.finditer(text))
    return tuple(one for one in found if one[0] not in _known() and not _roman(one[0]))


def _roman(short: str) -> bool:
    return not short.strip("IVXLC")


@cache
def _known() -> frozenset[str]:
    return frozenset(line["short"] for line in language_rows("abbreviations"))
