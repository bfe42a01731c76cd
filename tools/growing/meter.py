"""How long each step and each check takes on a text, without what it asks of others."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from kehoach import api
from kehoach.checks import CHECKS, Case, run
from kehoach.diagnostics import Severity, few, place
from kehoach.issuing import documents
from kehoach.plan import resolve, type_plan
from kehoach.source import DiskFiles, OverlayFiles, load

P = ParamSpec("P")
T = TypeVar("T")
TODAY = dt.date(2026, 6, 30)
_GATHERED = ("sheets", "texts", "prose", "written", "mentions")


class Meter:
    """Seconds of processor time by name; what one named thing asks of another is the other's."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inside = 0.0

    def take(self, name: str, make: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """What `make` returns, its time put down under the name."""
        outer, self._inside, start = self._inside, 0.0, time.process_time()
        try:
            return make(*args, **named)
        finally:
            whole = time.process_time() - start
            self.spent[name] += whole - self._inside  # type: ignore[assignment]
            self._inside = outer + whole


@dataclass(frozen=True, eq=False)
class _Case(Case):
    meter: Meter = field(default_factory=Meter)

    def once(self, gather: Callable[[Case], T]) -> T:
        return self.meter.take(f"({gather.__name__})", super().once, gather)


def _findings(case: Case, name: str) -> list[Any]:
    """What one check finds, all others switched off."""
    others: dict[str, Severity] = dict.fromkeys(CHECKS, "off")
    return list(run(case, {**others, name: CHECKS[name].severity}))


def measured(text: str) -> Counter[str]:
    """Seconds by step, by check and by what checks share, which stands in brackets."""
    meter = Meter()
    files = OverlayFiles(DiskFiles(Path()), {"plan.yaml": text.encode()})
    layers = meter.take("read", load, "plan.yaml", files)
    assert layers.root is not None, layers.problems
    typed, faults = meter.take("type", type_plan, layers.root)
    assert typed is not None, faults
    plan, _ = meter.take("resolve", resolve, typed)
    case = _Case(plan, api.registers_of(None)[0], TODAY, meter=meter)
    for name in _GATHERED:
        meter.take(f"({name})", getattr, case, name)
    found = []
    for name in CHECKS:
        found += meter.take(name, _findings, case, name)
    placed = meter.take("place", lambda: place(few(found), layers))
    dossier = api.Dossier("plan.yaml", layers, plan, tuple(placed))
    meter.take("documents", lambda: list(documents(dossier, TODAY)))
    return meter.spent
