"""Quotes and brackets that come in twos, and which quotes a text uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.language.typos import Span

_BRACKET = re.compile(r"[()\[\]{}“”]")
_OPENS = {")": "(", "]": "[", "}": "{", "”": "“"}
_ENUMERATED = re.compile(
    r"(?:^|[\s(;,.:|“])(?:[a-zđ]\d{0,2}|[ivx]+|[A-ZĐ]|\d{1,2}(?:\.\d+)*)\Z", re.MULTILINE
)
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
_CURLY = re.compile(r"“([^“”\n\"]{1,200})”")
_INCHES = re.compile(r'\d"')


def unbalanced(text: str) -> Iterator[Span]:
    """Brackets and quotes that open and do not close, or close what was not opened.

    >>> text = "a) Hộ nghèo (theo chuẩn; “Quỹ vì người nghèo"
    >>> [text[one.start] for one in unbalanced(text)]
    ['(', '“']
    """
    opened = _Opened()
    for found in _BRACKET.finditer(text):
        mark, at = found[0], found.start()
        if mark not in _OPENS:
            opened.add(mark, at)
        elif opened.last == _OPENS[mark]:
            opened.pop()
        elif not (mark == ")" and _ENUMERATED.search(text[max(0, at - 8) : at])):
            yield from _alone(opened.closed_by(mark, at))
    yield from _alone(at for _, at in opened.marks)
    if text.count('"') % 2 and not _INCHES.search(text):
        yield from _alone([text.rindex('"')])


class _Opened:
    """The marks that are open at a place of a text, each kind counted."""

    def __init__(self) -> None:
        self.marks: list[tuple[str, int]] = []
        self._counts = dict.fromkeys(_OPENS.values(), 0)

    @property
    def last(self) -> str:
        return self.marks[-1][0] if self.marks else ""

    def add(self, mark: str, at: int) -> None:
        self.marks.append((mark, at))
        self._counts[mark] += 1

    def pop(self) -> int:
        mark, at = self.marks.pop()
        self._counts[mark] -= 1
        return at

    def closed_by(self, mark: str, at: int) -> Iterator[int]:
        """What a mark leaves open that closes none of the last ones; itself where it is alone."""
        if not self._counts[_OPENS[mark]]:
            yield at
            return
        left = []
        while self.last != _OPENS[mark]:
            left.append(self.pop())
        self.pop()
        yield from reversed(left)


def _alone(places: Iterable[int]) -> Iterator[Span]:
    return (Span(at, at + 1) for at in places)


def straight_quotes(text: str) -> Iterator[Span]:
    """Words in quotes of a typewriter, to be quoted “so”."""
    if text.count('"') % 2 or _INCHES.search(text):
        return
    for found in _STRAIGHT.finditer(text):
        yield Span(*found.span(), f"“{found[1]}”")


def curly_quotes(text: str) -> Iterator[Span]:
    """Words quoted “so”, to be quoted in the way of a typewriter."""
    for found in _CURLY.finditer(text):
        yield Span(*found.span(), f'"{found[1]}"')
