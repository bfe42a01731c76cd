"""What a check is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from kehoach.checks.options import Options
from kehoach.citations import Mention, mentions
from kehoach.plan import Plan, Sheet, work_out
from kehoach.plan.kinds import TextKind
from kehoach.plan.texts import PlanText, of_kinds, prose, texts, written
from kehoach.plan.time import day_of
from kehoach.registers import Registers
from kehoach.source import Finding, Memory, Route

T = TypeVar("T")
K = TypeVar("K", bound=Options)


@dataclass(frozen=True, eq=False)
class Case:
    """A plan under review, its texts worked out; `today` is given, never read from the clock.

    `memory` is the run's: what depends on a text alone is asked of it, so that many plans of one
    run share it (`case.memory.once(sentences, text)`); what depends on the plan is asked of the
    case (`case.once(gather)`).
    """

    plan: Plan
    registers: Registers
    today: dt.date
    options: Mapping[type[Options], Options] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    def options_of(self, kind: type[K]) -> K:
        """What the office has set of a check's options, the usual values for the rest."""
        return cast("K | None", self.options.get(kind)) or kind()

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


__all__ = ["Case", "Finding"]
