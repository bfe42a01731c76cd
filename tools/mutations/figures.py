"""Mistakes in money and rates, all of them contradicted by another figure of the same plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.source import Map, Mark, Route
from mutations.operators import operator, other_digit
from mutations.subject import Found, Mutation, Spot, Subject, key_of, replaced

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_DIGIT = re.compile(r"\d")
_MONEY = re.compile(r"^(?P<quote>[\"']?)(?P<number>[\d.,]+)(?P<unit> (?:tỷ|triệu|nghìn)(?: đồng)?)")
_UNITS = {" tỷ": " triệu", " triệu": " tỷ", " nghìn": " triệu"}
_SWAP = str.maketrans(".,", ",.")
_APART = {"rate", "carried"}
_FIGURES = {"planned", "disbursed", "remaining", "carried", "rate"}


def contradicted(subject: Subject) -> Iterator[tuple[Spot, Mark]]:
    """Parts of amounts whose total is stated beside them, with the place of the total."""
    money = {one.path: one for one in subject.keyed(*_KEYS)} | _years(subject)
    for path, map_ in subject.maps:
        if isinstance(map_.get("total"), str) and "total" in map_ and _is_share(path):
            total = (*path, "total")
            for other, spot in money.items():
                if other[: len(path)] == path and other != total and total in money:
                    yield spot, money[total].mark


_KEYS = ("total", "investment", "recurrent", "central", "local", "other")


def _is_share(path: Route) -> bool:
    return bool({"budget", "planned"} & set(path)) and "appendices" not in path


def _years(subject: Subject) -> dict[Route, Spot]:
    return {one.path: one for one in subject.spots if len(one.path) > 1 and one.path[-2] == "years"}


def totals(subject: Subject) -> Iterator[Spot]:
    """Stated totals that have parts."""
    marks = {total for _, total in contradicted(subject)}
    return (one for one in subject.keyed("total") if one.mark in marks)


def digits(subject: Subject, spot: Spot, *partners: Mark) -> Iterator[Mutation]:
    """One digit of a number changed, each in turn."""
    number = next(subject.found(_NUMBER, [spot]), None)
    for at in _DIGIT.finditer(number.match[0]) if number else ():
        assert number is not None
        start = number.match.start() + at.start()
        here = spot.mark._replace(start=spot.mark.start + start, end=spot.mark.start + start + 1)
        salt = f"{spot.path}{at.start()}"
        yield replaced(here, other_digit(at[0], salt, first=at.start() == 0), *partners)


@operator
def part_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of a part of an amount whose total is stated."""
    for spot, total in contradicted(subject):
        yield from digits(subject, spot, total)


@operator
def total_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of a stated total that has parts."""
    for spot in totals(subject):
        yield from digits(subject, spot)


@operator
def rate_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of a rate of disbursement beside what was planned and disbursed."""
    for map_, spots in _disbursements(subject):
        if {"planned", "disbursed", "rate"} <= set(map_):
            rates = [one for one in spots if key_of(one.path) == "rate"]
            for one in rates:
                yield from digits(subject, one, *(other.mark for other in spots))


@operator
def disbursement_digit(subject: Subject) -> Iterator[Mutation]:
    """The first digit of what was planned or disbursed where a rate or a remainder is stated."""
    for map_, spots in _disbursements(subject):
        if {"planned", "disbursed"} <= set(map_) and {"rate", "remaining"} & set(map_):
            for one in (one for one in spots if not _APART & set(one.path)):
                yield next(digits(subject, one, *(other.mark for other in spots)))


def _disbursements(subject: Subject) -> Iterator[tuple[Map, list[Spot]]]:
    for path, map_ in subject.maps:
        if len(path) > 1 and path[-2] == "disbursements":
            inside = [one for one in subject.spots if one.path[: len(path)] == path]
            yield map_, [one for one in inside if _FIGURES & set(one.path[len(path) :])]


@operator
def money_unit_dropped(subject: Subject) -> Iterator[Mutation]:
    """An amount of the data without its unit, in every plan with money."""
    for found in _money(subject, _amounts(subject)):
        yield found.mutation("", "unit")


@operator
def money_unit_changed(subject: Subject) -> Iterator[Mutation]:
    """Triệu for tỷ or tỷ for triệu in an amount that a total or a part contradicts."""
    pairs = [*contradicted(subject), *((one, one.mark) for one in totals(subject))]
    for spot, total in pairs:
        for found in _money(subject, [spot]):
            unit = found.match["unit"]
            yield found.mutation(_changed(unit), "unit", total)


def _changed(unit: str) -> str:
    name = next(one for one in _UNITS if unit.startswith(one))
    return unit.replace(name, _UNITS[name])


@operator
def separators_swapped(subject: Subject) -> Iterator[Mutation]:
    """Point for comma and comma for point in an amount that something contradicts, or in prose."""
    pairs = [*contradicted(subject), *((one, one.mark) for one in totals(subject))]
    for spot, total in pairs:
        for found in _money(subject, [spot]):
            number = found.match["number"]
            if number.translate(_SWAP) != number:
                yield found.mutation(number.translate(_SWAP), "number", total)


def _amounts(subject: Subject) -> Iterator[Spot]:
    return (one for one in subject.keyed(*_KEYS, "budget", "disbursed") if one.path[0] != "allow")


def _money(subject: Subject, spots: Iterator[Spot] | list[Spot]) -> Iterator[Found]:
    return subject.found(_MONEY, spots)
