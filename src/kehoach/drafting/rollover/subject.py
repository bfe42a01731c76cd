"""What the rules look at: last year's plan file, the plan typed, the registers, the new day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kehoach.drafting.rollover.names import any_of
from kehoach.editing.edits import Edit
from kehoach.editing.scalars import Scalar, scalars
from kehoach.plan import Plan, time
from kehoach.registers import Place, Registers
from kehoach.source import Map, Route, Value, get, walk


class Change(NamedTuple):
    """One thing done to the text, or left to a person.

    Attributes:
        kind: what it is about, as the summary counts it: "năm", "cơ quan", ...
        action: "moved", "replaced", "dropped" or "todo".
        start: where it stands in the old text; with `end`, what no later change may touch.
        end: see `start`.
        told: what the summary says.
        edits: how the text changes.
        once: a name that only one change may bear, for remarks that need not be repeated.
    """

    kind: str
    action: str
    start: int
    end: int
    told: str
    edits: tuple[Edit, ...] = ()
    once: str = ""


@dataclass(frozen=True)
class Subject:
    """One file under the rules; `root` and `text` are its own, `plan` has its bases merged in."""

    text: str
    root: Map
    plan: Plan
    registers: Registers
    to: int

    @property
    def old(self) -> int:
        """The year that the plan is for; of a plan for a period, its last one."""
        return year_of(self.plan, self.to)

    @property
    def label(self) -> str:
        """The old plan's time, as comments name it."""
        period = self.plan.period
        if self.plan.year is None and period:
            return f"giai đoạn {period.start} - {period.end}"
        return f"năm {self.old}"

    @property
    def new_label(self) -> str:
        """The new plan's time: its year, or the period that takes the place of the old one."""
        new = self.moved_period
        if self.plan.year is None and new:
            return f"giai đoạn {new[0]} - {new[1]}"
        return f"năm {self.to}"

    @property
    def moved_period(self) -> tuple[int, int] | None:
        """The period that the new year falls into, where the old one is over."""
        period = self.plan.period
        if period is None or self.to <= period.end:
            return None
        length = period.end - period.start + 1
        steps = -(-(self.to - period.end) // length)
        return period.start + steps * length, period.end + steps * length

    @property
    def old_day(self) -> dt.date:
        """A day on which the old plan's names were right."""
        return time.day_of(self.plan, dt.date(self.old, 1, 1))

    @property
    def day(self) -> dt.date:
        """The day on which the new plan's names have to be right: the first of its year."""
        return dt.date(self.to, 1, 1)

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every value written in the file."""
        return tuple(scalars(self.root, self.text))

    @cached_property
    def home(self) -> Place | None:
        """The unit whose plan it is, as it was."""
        agencies, places = self.registers.agencies, self.registers.places
        issuer = self.plan.issuer
        if issuer.agency:
            where = issuer.agency.partition("@")[2]
        else:
            found = agencies.find(issuer.name, self.old_day)
            where = found[0].place if found else ""
        return places.get(where, self.old_day) if where else None

    @cached_property
    def agency_names(self) -> re.Pattern[str]:
        """Every way to write the name of an agency."""
        return any_of(key for one in self.registers.agencies for key in one.keys())  # noqa: SIM118 - a method

    def at(self, path: Route) -> Value:
        """What stands at a path of the file; None where nothing does."""
        return get(self.root, path)

    def scalar(self, path: Route) -> Scalar | None:
        """The value at a path, if the file writes one there."""
        return next((one for one in self.scalars if one.path == path), None)

    def maps(self, key: str) -> Iterator[tuple[Route, Map]]:
        """Every map that has a key, with its path."""
        for path, value in walk(self.root):
            if isinstance(value, Map) and key in value:
                yield path, value


def year_of(plan: Plan, to: int) -> int:
    """The year that a plan is for; where it names none, that of its issue, or the one before."""
    issued = plan.issued_on.year if plan.issued_on else to - 1
    return time.year_of(plan) or issued
