"""The pipeline: a plan file is read, merged, typed, resolved and checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from kehoach import checks
from kehoach.diagnostics import Diagnostic, blocking, of_problem, ordered, path_text, place
from kehoach.office import Office, find_office
from kehoach.office.allowances import allow, covers, spelled
from kehoach.plan import Allowance, Plan, resolve, type_plan
from kehoach.registers import Registers, load_registers
from kehoach.source import Layers, Route, fill_tables, load


@dataclass(frozen=True, slots=True)
class Dossier:
    """A plan file as far as it could be understood, and all that was found in it."""

    file: str
    layers: Layers
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    office: Office = field(default_factory=Office)

    @property
    def ready(self) -> bool:
        """Whether documents may be written."""
        return self.plan is not None and not blocking(self.diagnostics)

    def path_of(self, one: Diagnostic) -> str:
        """The path of a finding as an allowance may write it."""
        return spelled(self.layers.root, one.path)


class DiskFiles:
    """Files of this machine; names use "/" on every system."""

    def read(self, name: str) -> bytes:
        """The bytes of a file; OSError when it cannot be read."""
        return Path(name).read_bytes()

    def names(self, folder: str) -> list[str]:
        """The names in a folder, to suggest the right one for a misspelt base."""
        return sorted(one.name for one in Path(folder or ".").iterdir())


@lru_cache(maxsize=8)
def registers_of(folder: Path | None) -> tuple[Registers, tuple[Diagnostic, ...]]:
    """The shipped registers with an office's own over them."""
    own = sorted(folder.glob("*.csv")) if folder and folder.is_dir() else []
    found, problems = load_registers([(one.as_posix(), one.read_bytes()) for one in own])
    return found, tuple(of_problem(one) for one in problems)


def open_plan(path: Path, today: dt.date, office: Office | None = None) -> Dossier:
    """Read, type, resolve and check one plan file; every mistake is a diagnostic."""
    return examine(read_plan(path), path, today, office)


def read_plan(path: Path) -> Layers:
    """The plan file with its bases merged and the data files of its tables read."""
    files = DiskFiles()
    layers = load(path.as_posix(), files)
    fill_tables(layers, files)
    return layers


def examine(layers: Layers, path: Path, today: dt.date, office: Office | None = None) -> Dossier:
    """Type, resolve and check what was read."""
    office = office or find_office(path.parent)
    registers, register_faults = registers_of(office.registers)
    plan, found = _understand(layers)
    found = [*(of_problem(one) for one in layers.problems), *found]
    if plan is not None and not blocking(found):
        case = checks.Case(plan, registers, today, office.options)
        found += _ruled(list(checks.run(case, office.severities)), office, layers)
        found += _variant(plan, office)
        found = allow(found, _allowances(plan, office), layers.root, today)
    outside = (*office.diagnostics, *register_faults)
    return Dossier(path.as_posix(), layers, plan, (*place(found, layers), *outside), office)


def _understand(layers: Layers) -> tuple[Plan | None, list[Diagnostic]]:
    if layers.root is None or any(one.severity == "error" for one in layers.problems):
        return None, []
    typed, found = type_plan(layers.root)
    if typed is None:
        return None, found
    plan, unresolved = resolve(typed)
    return plan, found + unresolved


def _ruled(found: list[Diagnostic], office: Office, layers: Layers) -> list[Diagnostic]:
    """The severities that the office sets for single places of a plan."""
    for rule in (one for one in office.settings.check if one.path and one.severity):
        found = [
            replace(one, severity=rule.severity or one.severity)
            if rule.name in checks.names_of(one.name)
            and covers(rule.path, (path_text(one.path), spelled(layers.root, one.path)))
            else one
            for one in found
        ]
    return [one for one in found if one.severity != "off"]


def _variant(plan: Plan, office: Office) -> list[Diagnostic]:
    variant = plan.variant or office.settings.variant
    if not variant:
        return []
    from kehoach.office.templates import missing_variant

    return missing_variant(office.templates, variant)


def _allowances(plan: Plan, office: Office) -> list[tuple[Allowance, Route | None]]:
    own: list[tuple[Allowance, Route | None]] = [
        (one, ("allow", index)) for index, one in enumerate(plan.allow)
    ]
    return own + [(one, None) for one in office.settings.allow]


def sorted_diagnostics(dossiers: Sequence[Dossier]) -> list[Diagnostic]:
    """The findings of many plans, in order."""
    return ordered(one for dossier in dossiers for one in dossier.diagnostics)
