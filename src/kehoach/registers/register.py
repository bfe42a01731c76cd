"""What the three registers have in common: records by id, each holding for some days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from kehoach.language.letters import fold
from kehoach.registers.validity import Validity
from kehoach.source import Memory


class Record(Protocol):
    """One row: an id has several where a name or a kind changed from a day on."""

    @property
    def id(self) -> str:
        """Its name in plans."""

    @property
    def validity(self) -> Validity:
        """The days on which the row is true."""

    def keys(self) -> Iterable[str]:
        """The texts by which a user may call it, the best first."""

    def heirs(self, task: str) -> Iterable[str]:
        """Ids of what came after it, for a task; none where the id itself goes on."""


T = TypeVar("T", bound=Record)


class Register(Generic[T]):
    """Records by id, by name and by day; the rows are read when first asked for.

    Attributes:
        memory: what is worked out of the rows alone, and not of a plan's texts, which are many.
    """

    def __init__(self, rows: Callable[[], Iterable[T]]) -> None:
        self._rows = rows
        self.memory = Memory()

    def __iter__(self) -> Iterator[T]:
        """Every row, those of one id together from old to new."""
        return (row for states in self._states.values() for row in states)

    def __len__(self) -> int:
        return sum(map(len, self._states.values()))

    @cached_property
    def _states(self) -> dict[str, list[T]]:
        states: dict[str, list[T]] = {}
        for row in self._rows():
            states.setdefault(row.id, []).append(row)
        for rows in states.values():
            if len(rows) > 1:
                rows.sort(key=lambda row: row.validity.first)
        return states

    @cached_property
    def _by_key(self) -> dict[str, list[T]]:
        found: dict[str, list[T]] = defaultdict(list)
        for row in self:
            for key in dict.fromkeys(map(fold, row.keys())):
                found[key].append(row)
        return dict(found)

    def get(self, id: str, day: dt.date | None = None) -> T | None:  # noqa: A002 -- the field's word
        """The record of an id: as it is on the day, or the newest where no day is given."""
        states = self._states.get(id, ())
        if day is None:
            return states[-1] if states else None
        return next((row for row in states if row.validity.holds(day)), None)

    def states(self, id: str) -> tuple[T, ...]:  # noqa: A002 -- the field's word
        """Every row of an id, from old to new."""
        return tuple(self._states.get(id, ()))

    def find(self, text: str, day: dt.date | None = None) -> tuple[T, ...]:
        """Records called so, by name, abbreviation or number, however spelt; those of the day."""
        found = self._by_key.get(fold(text), ())
        return tuple(row for row in found if day is None or row.validity.holds(day))

    def nearest(self, text: str, n: int = 3) -> tuple[T, ...]:
        """The records whose names are most like a misspelt one, one for each name."""
        from difflib import get_close_matches

        keys = get_close_matches(fold(text), self._by_key, n=n, cutoff=0.6)
        return tuple(self._by_key[key][0] for key in keys)

    def on(self, day: dt.date) -> tuple[T, ...]:
        """The records that hold on a day."""
        return tuple(row for row in self if row.validity.holds(day))

    def successors(
        self,
        id: str,  # noqa: A002 -- the field's word
        day: dt.date,
        task: str = "",
        *,
        since: dt.date | None = None,
    ) -> tuple[T, ...]:
        """What holds on a day in the place of an id, itself where it still does.

        Args:
            id: the record asked about.
            day: the day on which its place is to be filled.
            task: the matter in hand, where several shared the tasks of one.
            since: a day on which the id was meant, where it has changed its bearer.
        """
        start = self.get(id, since) if since else next(iter(self.states(id)), None)
        waiting = [start] if start else []
        seen: dict[tuple[str, dt.date], T] = {}
        for state in waiting:
            if (place := (state.id, state.validity.first)) not in seen:
                seen[place] = state
                waiting += () if state.validity.holds(day) else self._next(state, task)
        return tuple(state for state in seen.values() if state.validity.holds(day))

    def _next(self, state: T, task: str) -> Iterator[T]:
        """The rows that follow one that has ended; each ends later, so that no walk is endless."""
        if state.validity.after is None:
            return
        for heir in tuple(state.heirs(task)) or (state.id,):
            later = (row for row in self.states(heir) if _reaches(row, state.validity.after))
            yield from list(later)[:1]


def _reaches(row: Record, day: dt.date) -> bool:
    return row.validity.end is None or row.validity.end >= day
