"""A check as the engine, the manual and an office see it: what its module declares."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType

from kehoach.checks.case import Case
from kehoach.checks.examples import parts
from kehoach.checks.options import Options
from kehoach.diagnostics import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    Attributes:
        name: the module's stem with dashes; the word in brackets at the end of each message.
        family: the folder that it is in: figures, citations, names, duties, days, form, spelling.
        check: finds; leaves name, severity and mark of its findings to the engine.
        severity: how grave its findings are unless the office says otherwise.
        on: whether it runs unless the office asks for it (OFF in the module).
        after: names of rules whose finding says the same already (AFTER in the module).
        formerly: the check that it was part of before it was split off (FORMERLY); "" for none.
        totals: its one right answer is a figure, written by `--fix-totals` only (TOTALS).
        options: what the office may set for it (OPTIONS).
        page: its docstring: why, wrong, right, legal source.
    """

    name: str
    family: str
    check: Callable[[Case], Iterable[Finding]]
    severity: Severity
    on: bool
    after: tuple[str, ...]
    formerly: str
    totals: bool
    options: type[Options]
    page: str

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """What a module of a family declares."""
        package, _, stem = module.__name__.rpartition(".")
        return cls(
            name=stem.replace("_", "-"),
            family=package.rpartition(".")[2],
            check=module.check,
            severity=module.SEVERITY,
            on=not getattr(module, "OFF", False),
            after=getattr(module, "AFTER", ()),
            formerly=getattr(module, "FORMERLY", ""),
            totals=getattr(module, "TOTALS", False),
            options=getattr(module, "OPTIONS", Options),
            page=inspect.cleandoc(module.__doc__ or ""),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The words that allow it or set its severity: what an office wrote of old still holds."""
        return (self.name, self.formerly) if self.formerly else (self.name,)

    @property
    def summary(self) -> str:
        """When it speaks, in one sentence: what its page says before the first part."""
        return " ".join(parts(self.page)[""].split())
