"""Names of places in a text, found by how they are written alone: a unit word and capitals.

Whether there is such a place is for the registers to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.formats.texts import capital_first
from kehoach.language.administration import LEVELS, one_of, words_of
from kehoach.language.letters import CAPITAL

_SYLLABLE = rf"{CAPITAL}\w*(?:['’]\w+)?"
_NAME = rf"{_SYLLABLE}(?:(?: [-–] |[-–]| ){_SYLLABLE})*"
_UNITS = words_of(*LEVELS)
_UNIT = rf"(?<![Tt]ác ){one_of((*_UNITS, *map(capital_first, _UNITS)))}|T[Pp]\.?"
_PLACED = re.compile(rf"(?<!\w)(?P<unit>{_UNIT})(?P<gap>:? \(?)(?P<name>{_NAME})")
_MORE = re.compile(rf"(?:,|;| và|, và) (?P<name>{_NAME})")
_PAPER = re.compile(
    r"(?<!\w)(?:Báo|Đài (?:Phát thanh(?: và| -|,) Truyền hình|PT ?[-&]? ?TH)) "
    rf"(?P<name>(?!và ){_NAME})"
)
_ABBREVIATED = {"tp": "thành phố", "tp.": "thành phố"}
_NO_PLACE = {"Đoàn", "Ủy", "Uỷ", "Đội", "Đảng", "Hội"}


class PlaceName(NamedTuple):
    """A name that is written as that of a place.

    Attributes:
        unit: "xã", "huyện", "thành phố"; empty after "Báo" and "Đài", where a province is meant.
        name: the run of capitals, which may go on beyond the place's name.
        start: offset of the name.
        from_unit: offset of the unit word before it, of the name itself within a list.
    """

    unit: str
    name: str
    start: int
    from_unit: int


def place_names(text: str) -> tuple[PlaceName, ...]:
    """The names of places in a text: with a unit word, in a list after one, or of a newspaper.

    >>> [(one.unit, one.name) for one in place_names("các xã Tân Tri, Vũ Lễ và huyện Na Rì")]
    [('xã', 'Tân Tri'), ('xã', 'Vũ Lễ'), ('huyện', 'Na Rì')]
    """
    return tuple(one for one in _found(text) if _may_be_place(one.name))


def _found(text: str) -> Iterator[PlaceName]:
    for found in _PLACED.finditer(text):
        unit = found["unit"].lower()
        unit = _ABBREVIATED.get(unit, unit)
        yield PlaceName(unit, _hyphens(found["name"]), found.start("name"), found.start())
        if found["gap"] != " " or text.endswith(("các ", "Các "), 0, found.start()):
            yield from _listed(text, unit, found.end())
    for found in _PAPER.finditer(text):
        yield PlaceName("", found["name"], found.start("name"), found.start("name"))


def _listed(text: str, unit: str, at: int) -> Iterator[PlaceName]:
    """The further names of "các xã A, B và C", "04 xã (A, B, C)"."""
    while found := _MORE.match(text, at):
        start = found.start("name")
        yield PlaceName(unit, _hyphens(found["name"]), start, start)
        at = found.end()


def _hyphens(name: str) -> str:
    """A name as registers write it: phường Văn Miếu – Quốc Tử Giám bears a short dash there."""
    return name.replace("–", "-")


def _may_be_place(name: str) -> bool:
    return not name.isupper() and name.split(" ", 1)[0] not in _NO_PLACE
