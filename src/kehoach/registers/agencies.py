"""Agencies, and kinds of agency that every place of a rank has, by day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from kehoach.language.letters import fold
from kehoach.registers.places import TYPES, Place, Places
from kehoach.registers.register import Register
from kehoach.registers.validity import ALWAYS, Validity

LEVELS = ("central", "party", "council", "province", "district", "commune", "union", "other")
WHERE = ("province", "district", "commune", *TYPES)


class Successor(NamedTuple):
    """Who took over a task; an empty task stands for all that no other row names."""

    task: str
    id: str


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency, or a kind of agency.

    Attributes:
        id: `so-noi-vu`; `so-noi-vu@bac-kan` for that of one place.
        name: as in a sentence; a kind's has no place: "Sở Nội vụ".
        level: one of `LEVELS`.
        place: id of its place; empty for a kind, and for bodies of the whole country.
        abbreviations: as people write it: "Sở LĐTBXH".
        symbol: as in số, ký hiệu: "SNV"; the head of the agency chooses it.
        validity: days on which it exists under this name.
        successors: who took over which task.
        source: where the row comes from.
        where: ranks or types of the places that have one of the kind, out of `WHERE`; none where it
            is no kind.
        pattern: its name with a place: `{place}` is "tỉnh Bắc Kạn", `{name}` is "Bắc Kạn".
        note: "chưa chắc" and the like.
    """

    id: str
    name: str
    level: str
    place: str = ""
    abbreviations: tuple[str, ...] = ()
    symbol: str = ""
    validity: Validity = ALWAYS
    successors: tuple[Successor, ...] = ()
    source: str = ""
    where: tuple[str, ...] = ()
    pattern: str = ""
    note: str = ""

    def keys(self) -> Iterable[str]:
        """Name and abbreviations."""
        return (self.name, *self.abbreviations)

    def heirs(self, task: str) -> Iterable[str]:
        """Ids of those who took over the task; of all of them where none is named."""
        wanted = fold(task)
        named = [one.id for one in self.successors if wanted and wanted in fold(one.task)]
        rest = [one.id for one in self.successors if not one.task]
        return named or (wanted and rest) or [one.id for one in self.successors]

    def at(self, place: Place) -> Agency | None:
        """The one of a kind that a place has; None where it can have none."""
        days = self.validity.meet(place.validity)
        if days is None or not {place.tier, place.type} & set(self.where):
            return None
        name = (self.pattern or f"{self.name} {{place}}").format(
            place=place.full_name, name=place.name
        )
        return replace(self, id=f"{self.id}@{place.id}", name=name, place=place.id, validity=days)


class Agencies(Register[Agency]):
    """Agencies by id, name, abbreviation and day; `kind@place` names the one of a place."""

    def __init__(self, rows: Callable[[], Iterable[Agency]], places: Places) -> None:
        super().__init__(rows)
        self._places = places

    def get(self, id: str, day: dt.date | None = None) -> Agency | None:  # noqa: A002 -- as above
        """The agency or kind; as it is on the day, or the newest where no day is given."""
        kind, at, where = id.partition("@")
        if not at or id in self._states:
            return super().get(id, day)
        return next(iter(reversed(self._instances(kind, where, day))), None)

    def _instances(self, kind: str, where: str, day: dt.date | None) -> list[Agency]:
        """The agency of a place under each name that the place has had."""
        place_id = self._places.resolve(where)
        states = self._places.states(place_id) if place_id else ()
        made = [one.at(place) for one in self.states(kind) for place in states]
        return [one for one in made if one and (day is None or one.validity.holds(day))]

    def agency_name(self, id: str, place: str, day: dt.date | None = None) -> str:  # noqa: A002
        """The full name of a kind at a place; empty where that place has none."""
        found = self.get(f"{id}@{place}", day)
        return found.name if found else ""

    def find(self, text: str, day: dt.date | None = None) -> tuple[Agency, ...]:
        """Agencies called so; "Sở Nội vụ tỉnh Bắc Kạn" and "UBND huyện Pác Nặm" are of places."""
        return super().find(text, day) or tuple(dict.fromkeys(self._find_placed(text, day)))

    def _find_placed(self, text: str, day: dt.date | None) -> Iterable[Agency]:
        words = text.split()
        for size in range(len(words) - 1, 0, -1):
            kinds = self._by_head.get(fold(" ".join(words[:size])), ())
            places = self._places.find(" ".join(words[size:]), day) if kinds else ()
            made = (kind.at(place) for kind in kinds for place in places)
            yield from (one for one in made if one and (day is None or one.validity.holds(day)))

    @cached_property
    def _by_head(self) -> dict[str, list[Agency]]:
        """Kinds by what may stand before the name of a place: a name, or a pattern's beginning."""
        found: dict[str, list[Agency]] = defaultdict(list)
        for kind in self:
            heads = (*kind.keys(), kind.pattern.partition("{")[0]) if kind.where else ()
            for head in dict.fromkeys(map(fold, heads)):
                found[head].append(kind)
        return dict(found)

    def successors(
        self,
        id: str,  # noqa: A002 -- the field's word
        day: dt.date,
        task: str = "",
        *,
        since: dt.date | None = None,
    ) -> tuple[Agency, ...]:
        """Who holds a task on a day; for `kind@place` at the places that took over as well."""
        kind, _, where = id.partition("@")
        kinds = super().successors(kind, day, task, since=since)
        if not where:
            return kinds
        place_id = self._places.resolve(where) or ""
        places = self._places.successors(place_id, day, since=since)
        made = (one.at(place) for one in kinds for place in places)
        return tuple(dict.fromkeys(filter(None, made))) or kinds
