"""Names of places against the units of one province, on some days.

The tables of fourteen thousand units are only read for a name that a look at the provinces cannot
settle: most plans name their own place and its province alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kehoach.language.administration import Tier, unit_words
from kehoach.language.letters import fold, slug
from kehoach.registers.cells import plain_rows
from kehoach.registers.likeness import one_slip_apart, plain
from kehoach.registers.places import Place, Places
from kehoach.registers.row import day_of
from kehoach.registers.shipped import table
from kehoach.registers.validity import Validity

_CITY = "thành phố"


@dataclass(frozen=True, slots=True)
class Findspot:
    """What the register has for a name.

    Attributes:
        name: the part of the run of capitals that is the name.
        here: units called so that hold on these days in the province asked about.
        ended: units called so that had ended before, those of the province where there are any.
        elsewhere: units called so that hold on these days in other provinces.
    """

    name: str
    here: tuple[Place, ...] = ()
    ended: tuple[Place, ...] = ()
    elsewhere: tuple[Place, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is, was or will be such a place."""
        return bool(self.name)


@cache
def _provinces() -> dict[str, list[tuple[str, str, Validity]]]:
    """Id, type and days of the shipped provinces by folded name: a short table, read alone."""
    rows = plain_rows(table("provinces").decode("utf-8"))
    columns = next(rows)
    found: dict[str, list[tuple[str, str, Validity]]] = {}
    for cells in rows:
        row = dict(zip(columns, cells, strict=True))
        days = Validity(day_of(row["start"]), day_of(row["end"]))
        found.setdefault(fold(row["name"]), []).append((row["id"], row["type"], days))
    return found


def province_id(unit: str, name: str, days: Validity) -> str:
    """The id of the province that a run of capitals begins with; empty where there is none.

    "Thành phố" means one of the central cities; other names may bear either type.
    """
    for one in _beginnings(name) if "province" in _tiers(unit) else ():
        for id_, type_, valid in _provinces().get(fold(one), ()):
            if valid.meet(days) and (unit != _CITY or type_ == _CITY):
                return id_
    return ""


def _beginnings(name: str) -> Iterator[str]:
    """A run of capitals and its beginnings, the longest first: the name may end before the run."""
    words = name.split(" ")
    for size in range(len(words), 0, -1):
        yield " ".join(words[:size]).rstrip(" -")


def look_up(places: Places, unit: str, name: str, province: str, days: Validity) -> Findspot:
    """The units that a run of capitals after a unit word may mean, by the longest beginning."""
    for one in _beginnings(name):
        here = _of_rank(_inside(places, province).get(plain(one), ()), unit, days)
        if here:
            return Findspot(one, here)
        called = _of_rank(_called(places, one), unit, None)
        if called:
            whole = name == one or name.startswith(" -", len(one))
            return _parted(places, one, called, province, days) if whole else Findspot(one)
    return Findspot("")


def _parted(
    places: Places, name: str, called: tuple[Place, ...], province: str, days: Validity
) -> Findspot:
    """Units of a name that the province has not on these days: those of before, those of others."""
    held = tuple(one for one in called if one.validity.meet(days))
    past = tuple(
        one for one in called if one.validity.end and days.start and one.validity.end < days.start
    )
    own = tuple(one for one in past if province in _provinces_of(places, one))
    return Findspot(name, (), own or (() if held else past), held)


def _tiers(unit: str) -> tuple[Tier, ...]:
    """The levels of units called so; the bare name of a newspaper is that of a province."""
    return unit_words()[unit].tiers if unit else ("province",)


def _of_rank(found: Iterable[Place], unit: str, days: Validity | None) -> tuple[Place, ...]:
    tiers = _tiers(unit)
    return tuple(
        one
        for one in found
        if one.tier in tiers
        and (unit != _CITY or one.type == _CITY)
        and (days is None or one.validity.meet(days))
    )


def _provinces_of(places: Places, place: Place) -> set[str]:
    """The province that a unit belonged to, and the one that this is part of now."""
    top = root(places, place)
    last = places.get(top)
    return {top, *(last.heirs("") if last else ())}


def root(places: Places, place: Place) -> str:
    """The id of the province that a unit belongs to."""
    while place.parent:
        above = places.get(place.parent)
        if above is None:
            return place.parent
        place = above
    return place.id


def _inside(places: Places, province: str) -> dict[str, list[Place]]:
    """The units of a province by folded name, itself and those of its districts with them."""
    return places.memory.once(_units_inside, places, province)


def _units_inside(places: Places, province: str) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    waiting = [*places.states(province), *places.children(province)] if province else []
    for one in waiting:
        found.setdefault(plain(one.name), []).append(one)
        if one.tier == "district":
            waiting += places.children(one.id)
    return found


def _called(places: Places, name: str) -> list[Place]:
    """The units of the country of that name; cheaper than folding every name for `Places.find`."""
    alike = places.memory.once(_by_shape, places).get(_shape(name), ())
    return [one for one in alike if plain(one.name) == plain(name)]


def _by_shape(places: Places) -> dict[tuple[int, str], list[Place]]:
    found: dict[tuple[int, str], list[Place]] = {}
    for one in places:
        found.setdefault(_shape(one.name), []).append(one)
    return found


def _shape(name: str) -> tuple[int, str]:
    """What no right spelling of a name changes: its length and first letter."""
    return len(name), name[:1].lower()


def provinces_with(places: Places, unit: str, name: str, days: Validity) -> set[str]:
    """The provinces that have a unit of this name on these days."""
    return {root(places, one) for one in _of_rank(_called(places, name), unit, days)}


def nearest(
    places: Places, unit: str, name: str, province: str, days: Validity
) -> tuple[str, list[str]]:
    """The piece of a run of capitals that is one slip off, and the right names it may mean."""
    slugs = places.memory.once(_slugs, places, unit, province, days)
    for one in _beginnings(name):
        own = slug(one)
        alike = (slugs.get(key, ()) for size in (-1, 0, 1) for key in _ends(own, len(own) + size))
        near = sorted({other for some in alike for other in some if one_slip_apart(one, other)})
        if near:
            marks_only = [other for other in near if slug(other) == own]
            return one, marks_only or near
    return "", []


def _ends(name: str, size: int) -> tuple[tuple[int, str, str], ...]:
    """What a name has alike with one of some length that is one letter off: its start or its end.

    Names of less than six letters are never held to be near, so that one slip leaves either whole.
    """
    return (size, name[:2], ""), (size, "", name[-2:])


def _slugs(
    places: Places, unit: str, province: str, days: Validity
) -> dict[tuple[int, str, str], list[str]]:
    """The names of units on some days by what a name one slip off them has alike."""
    inside = [one for rows in _inside(places, province).values() for one in rows]
    if "province" in _tiers(unit):
        inside += [one for one in places if not one.parent]
    found: dict[tuple[int, str, str], list[str]] = {}
    for name in {one.name for one in _of_rank(inside, unit, days)}:
        for key in _ends(slug(name), len(slug(name))):
            found.setdefault(key, []).append(name)
    return found


def is_inside(places: Places, name: str, province: str, days: Validity) -> bool:
    """Whether a province has a unit of that name, or is called so, on one of these days."""
    return any(one.validity.meet(days) for one in _inside(places, province).get(plain(name), ()))
