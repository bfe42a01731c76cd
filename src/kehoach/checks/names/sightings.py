"""Where a plan names places, and what the register has for each name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.language.place_names import PlaceName, place_names
from kehoach.language.sentences import sentence_at
from kehoach.plan.kinds import OWN, WRITTEN
from kehoach.registers.territory import (
    Findspot,
    look_up,
    nearest,
    province_id,
    provinces_with,
    root,
)
from kehoach.registers.validity import Validity
from kehoach.source import Route

_ISSUING = {"issuer", "authority"}


class Sighting(NamedTuple):
    """A name of a place in a text of the plan, and what the register has for it."""

    path: Route
    text: str
    name: PlaceName
    spot: Findspot
    province: str


def sightings(case: Case) -> list[Sighting]:
    """Names of places but for the issuer's own and for the provinces of the day."""
    return list(_sightings(case))


def _sightings(case: Case) -> Iterator[Sighting]:
    days = days_of(case)
    own = {(one.unit, one.name) for one in of_issuer(case)}
    province = ""
    for path, text in case.texts_of(OWN | WRITTEN):
        for name in place_names(text) if not _ISSUING & {path[0], path[-1]} else ():
            if (name.unit, name.name) in own or province_id(name.unit, name.name, days):
                continue
            province = province or home_of(case)
            spot = case.memory.once(
                look_up, case.registers.places, name.unit, name.name, province, days
            )
            yield Sighting(path, text, name, spot, province)


def of_issuers(case: Case) -> Iterator[tuple[Route, PlaceName]]:
    """The places in the names of who issues the plan and the documents that it cites."""
    for path, text in case.texts:
        if "issuer" in path:
            yield from ((path, one) for one in place_names(text))


def of_issuer(case: Case) -> tuple[PlaceName, ...]:
    """The places in the name of the plan's own issuer, the narrowest first."""
    issuer = case.plan.issuer
    return (*place_names(issuer.name), *place_names(" ".join(issuer.parent)))


def home_of(case: Case) -> str:
    """The id of the issuer's province; empty where it cannot be told."""
    days, places = days_of(case), case.registers.places
    own = of_issuer(case)
    named = [one for name in own if (one := province_id(name.unit, name.name, days))]
    if named:
        return named[0]
    _, _, where = (case.plan.issuer.agency or "").partition("@")
    place = places.get(places.resolve(where) or "") if where else None
    if place or not own:
        return root(places, place) if place else ""
    found = provinces_with(places, own[0].unit, own[0].name, days)
    if len(found) > 1:
        found &= _named_provinces(case)
    return found.pop() if len(found) == 1 else ""


def _named_provinces(case: Case) -> set[str]:
    days = days_of(case)
    names = (name for _, text in case.texts for name in place_names(text) if name.unit == "tỉnh")
    return {province_id(name.unit, name.name, days) for name in names}


def of_another_province(case: Case, one: Sighting) -> bool:
    """Whether the sentence names a province that is not the issuer's."""
    sentence = sentence_at(one.text, one.name.start, case.memory)
    known = case.once(_provinces_named)
    if sentence not in known:
        days = days_of(case)
        names = place_names(sentence)
        known[sentence] = {province_id(name.unit, name.name, days) for name in names}
    return bool(known[sentence] - {"", one.province})


def _provinces_named(_: Case) -> dict[str, set[str]]:
    """The provinces that each sentence names, filled as they are asked for."""
    return {}


def misspelt(
    case: Case, path: Route, name: PlaceName, province: str, days: Validity
) -> Iterator[Finding]:
    """The finding of a name that is one slip off names of a province, or of provinces."""
    piece, near = nearest(case.registers.places, name.unit, name.name, province, days)
    if near:
        yield nearly(path, f"{name.unit} {piece}".strip(), piece, near)


def nearly(path: Route, called: str, needle: str, near: Sequence[str]) -> Finding:
    """No such place, but these are near."""
    return Finding(
        path=path,
        message=f"không có {called}; gần giống: {', '.join(near)}",
        hint=f"Sửa thành {' hoặc '.join(near)}.",
        needle=needle,
    )
