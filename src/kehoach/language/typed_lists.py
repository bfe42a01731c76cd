"""Numbers typed by hand at the beginning of lines: I. 1. a) 1) within one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.formats.letters import ALPHABET
from kehoach.formats.numerals import roman

_ITEM = re.compile(
    r"^[ \t]*[*_]*(?P<mark>(?P<roman>[IVX]+)\.|(?P<arabic>\d{1,2})\.|(?P<letter>[a-zđ])\)"
    r"|(?P<bracket>\d{1,2})\))[*_]*(?=\s+[^\W\d_])",
    re.MULTILINE,
)
_ROMAN = {roman(number): number for number in range(1, 40)}
_RANK = {"roman": 0, "arabic": 1, "letter": 2, "bracket": 3}


class Break(NamedTuple):
    """A typed number that does not go on from the one before it.

    Attributes:
        mark: as typed: "II.".
        before: the number of its kind before it; empty where there is none.
        expected: the number that should stand there; empty where the order of kinds is turned.
        start: its offset.
    """

    mark: str
    before: str
    expected: str
    start: int


class _Item(NamedTuple):
    kind: str
    text: str
    order: int
    mark: str
    start: int


def breaks(text: str) -> Iterator[Break]:
    r"""The places where the typed numbers of a text do not go on.

    >>> [(one.mark, one.expected) for one in breaks("1. Một\n2. Hai\n2. Hai\na) A\nc) C")]
    [('2.', '3.'), ('c)', 'b)')]
    """
    last: dict[str, _Item] = {}
    for item in _items(text):
        before = last.get(item.kind)
        if before and not _goes_on(before, item) and item.order != 1:
            yield Break(item.mark, before.mark, _next(before), item.start)
        last = {kind: one for kind, one in last.items() if _RANK[kind] < _RANK[item.kind]}
        last[item.kind] = item


def _items(text: str) -> Iterator[_Item]:
    for found in _ITEM.finditer(text):
        kind = str(found.lastgroup) if found.lastgroup != "mark" else _kind(found)
        order = _order(kind, found[kind])
        if order:
            yield _Item(kind, found[kind], order, found["mark"], found.start("mark"))


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _RANK if found[kind])


def _order(kind: str, text: str) -> int:
    if kind == "roman":
        return _ROMAN.get(text, 0)
    return ALPHABET.find(text) + 1 if kind == "letter" else int(text)


def _goes_on(before: _Item, item: _Item) -> bool:
    if before.kind == "letter" and before.text == "d" and item.text == "e":
        return True
    return item.order == before.order + 1


def _next(before: _Item) -> str:
    order = before.order + 1
    if before.kind == "letter":
        return f"{ALPHABET[min(order, len(ALPHABET)) - 1]})"
    if before.kind == "roman":
        return f"{roman(order)}."
    return f"{order}{before.mark[-1]}"
