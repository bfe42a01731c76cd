"""What a check is given, and what it yields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from kehoach.citations import Mention, mentions
from kehoach.plan import Plan, Sheet, work_out
from kehoach.plan.kinds import TextKind
from kehoach.plan.texts import PlanText, of_kinds, prose, texts, written
from kehoach.plan.time import day_of
from kehoach.registers import Registers
from kehoach.source import Route

T = TypeVar("T")


class Finding(NamedTuple):
    """One thing found: where, what was found and expected, how to mend it.

    `needle` is the piece of the value that is meant, so that the caret stands under it; `mend` is
    what to write in its place, given only where there is exactly one right answer;
    `nth` tells which of several like pieces is meant, from 0.
    """

    path: Route
    message: str
    hint: str = ""
    needle: str = ""
    mend: str | None = None
    nth: int | None = None


@dataclass(frozen=True)
class Case:
    """A plan under review, its texts worked out; `today` is given, never read from the clock."""

    plan: Plan
    registers: Registers
    today: dt.date
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def option(self, check: str, name: str, usual: Any) -> Any:
        """What the office has set for an option of a check, or the usual value."""
        return self.options.get(check, {}).get(name, usual)

    @property
    def date(self) -> dt.date:
        """The day on which the plan's names and sources have to be right."""
        return day_of(self.plan, self.today)

    @cached_property
    def sheets(self) -> list[tuple[Route, Sheet]]:
        """Every table worked out, with its path."""
        return [
            (("appendices", i, "tables", j), work_out(table))
            for i, appendix in enumerate(self.plan.appendices)
            for j, table in enumerate(appendix.tables)
        ]

    @cached_property
    def texts(self) -> list[tuple[Route, str]]:
        """Every text of the plan, with its path, in the order of the model."""
        return [(one.route, one.text) for one in self._texts]

    def texts_of(self, kinds: Collection[TextKind]) -> list[tuple[Route, str]]:
        """The texts of some kinds, patterns with expressions in them as well."""
        return list(of_kinds(self._texts, kinds))

    @cached_property
    def prose(self) -> list[tuple[Route, str]]:
        """The texts that hold sentences."""
        return prose(self._texts)

    @cached_property
    def written(self) -> list[tuple[Route, str]]:
        """The texts in a language: no ids, no symbols."""
        return written(self._texts)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every citation of the plan."""
        return list(mentions(self.plan, self._texts, self.registers))

    def once(self, gather: Callable[[Case], T]) -> T:
        """What a function gathers from the plan, gathered once for all checks that ask."""
        if gather not in self._gathered:
            self._gathered[gather] = gather(self)
        return cast("T", self._gathered[gather])

    @cached_property
    def _texts(self) -> list[PlanText]:
        return texts(self.plan)

    @cached_property
    def _gathered(self) -> dict[Callable[[Case], Any], Any]:
        return {}
