"""Quotes and brackets that come in twos, and which quotes a text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.slips import Slip, slip

_BRACKET = re.compile(r"[()\[\]{}“”]")
_OPENS = {")": "(", "]": "[", "}": "{", "”": "“"}
_ENUMERATED = re.compile(
    r"(?:^|[\s(;,.:|“])(?:[a-zđ]|[ivx]+|[A-ZĐ]|\d{1,2}(?:\.\d+)*)\Z", re.MULTILINE
)
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
_INCHES = re.compile(r'\d"')


def unbalanced(text: str) -> Iterator[Slip]:
    """Brackets and quotes that open and do not close, or close what was not opened.

    >>> [one.wrong for one in unbalanced("a) Hộ nghèo (theo chuẩn; “Quỹ vì người nghèo")]
    ['(', '“']
    """
    open_ones: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        mark, at = found[0], found.start()
        if mark not in _OPENS:
            open_ones.append((mark, at))
        elif open_ones and open_ones[-1][0] == _OPENS[mark]:
            open_ones.pop()
        elif not (mark == ")" and _ENUMERATED.search(text[max(0, at - 8) : at])):
            yield from _closed(text, mark, at, open_ones)
    for _, at in open_ones:
        yield slip(text, at, at + 1, None)
    if text.count('"') % 2 and not _INCHES.search(text):
        yield slip(text, text.rindex('"'), text.rindex('"') + 1, None)


def _closed(text: str, mark: str, at: int, open_ones: list[tuple[str, int]]) -> Iterator[Slip]:
    """A mark that closes none of the last ones: those between are left open, or it is alone."""
    places = [place for place, (one, _) in enumerate(open_ones) if one == _OPENS[mark]]
    if not places:
        yield slip(text, at, at + 1, None)
        return
    for _, left in open_ones[places[-1] + 1 :]:
        yield slip(text, left, left + 1, None)
    del open_ones[places[-1] :]


def straight_quotes(text: str) -> Iterator[Slip]:
    """Words in quotes of a typewriter, to be quoted “so”."""
    if text.count('"') % 2 or _INCHES.search(text):
        return
    for found in _STRAIGHT.finditer(text):
        yield slip(text, *found.span(), f"“{found[1]}”")


def curly_quotes(text: str) -> Iterator[Slip]:
    """Words quoted “so”, to be quoted in the way of a typewriter."""
    for found in re.finditer(r"“([^“”\n\"]{1,200})”", text):
        yield slip(text, *found.span(), f'"{found[1]}"')
