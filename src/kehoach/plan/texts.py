"""The texts of a plan, each with its route and what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from kehoach.plan.kinds import WRITTEN, TextKind
from kehoach.plan.plan import Plan
from kehoach.plan.schema import slots
from kehoach.source import Route


class PlanText(NamedTuple):
    """One text: where it stands, its words, what it is."""

    route: Route
    text: str
    kind: TextKind | None


def texts(plan: Plan) -> list[PlanText]:
    """Every text of a plan that is not empty, in the order of the model."""
    return list(_entry(plan, ()))


def _entry(entry: BaseModel, route: Route) -> Iterator[PlanText]:
    for name, slot in slots()[type(entry)].items():
        yield from _value(getattr(entry, name), (*route, name), slot.kind)


def _value(value: object, route: Route, kind: TextKind | None) -> Iterator[PlanText]:
    if isinstance(value, str):
        if value:
            yield PlanText(route, value, kind)
    elif isinstance(value, BaseModel):
        yield from _entry(value, route)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _value(one, (*route, index), kind)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _value(one, (*route, str(key)), kind)


def of_kinds(
    found: Iterable[PlanText], kinds: Collection[TextKind | None]
) -> Iterator[tuple[Route, str]]:
    """The texts of some kinds."""
    return ((one.route, one.text) for one in found if one.kind in kinds)


def prose(found: Iterable[PlanText]) -> list[tuple[Route, str]]:
    """The texts that hold sentences, but for patterns: those with expressions left in them."""
    return _without_patterns(found, {TextKind.PROSE})


def written(found: Iterable[PlanText]) -> list[tuple[Route, str]]:
    """The texts in a language: no ids, no symbols, no patterns."""
    return _without_patterns(found, WRITTEN)


def _without_patterns(
    found: Iterable[PlanText], kinds: Collection[TextKind]
) -> list[tuple[Route, str]]:
    return [one for one in of_kinds(found, kinds) if "{{" not in one[1] and "{%" not in one[1]]
