"""The pipeline: a plan file is read, merged, typed, resolved and checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kehoach import checks
from kehoach.diagnostics import Finding, blocking, few, ordered, place
from kehoach.office import Office, find_office
from kehoach.office.allowances import allow
from kehoach.plan import Allowance, Plan, resolve, type_plan
from kehoach.registers import Registers, load_registers
from kehoach.source import (
    DiskFiles,
    Files,
    Layers,
    Memory,
    Route,
    load,
    named_route,
    office_folder,
    read_safely,
)


@cache
def _shipped() -> Registers:
    return load_registers([])[0]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A plan file as far as it could be understood, and all that was found in it.

    `registers` and `memory` are those of the run: whoever goes on with the plan goes on with them.
    """

    file: str
    layers: Layers
    plan: Plan | None
    diagnostics: tuple[Finding, ...]
    office: Office = field(default_factory=Office)
    registers: Registers = field(default_factory=_shipped)
    memory: Memory = field(default_factory=Memory)

    @property
    def ready(self) -> bool:
        """Whether documents may be written."""
        return self.plan is not None and not blocking(self.diagnostics)

    def path_of(self, one: Finding) -> str:
        """The path of a finding as an allowance may write it."""
        return named_route(self.layers.root, one.path)


def registers_of(folder: Path | None) -> tuple[Registers, tuple[Finding, ...]]:
    """The shipped registers with an office's own over them, and what is wrong with its files."""
    own, refused = read_safely(sorted(folder.glob("*.csv")) if folder else ())
    if not own:
        return _shipped(), (*refused,)
    found, problems = load_registers(own)
    return found, (*refused, *problems)


def open_plan(
    path: Path,
    today: dt.date,
    office: Office | None = None,
    files: Files | None = None,
    memory: Memory | None = None,
) -> Dossier:
    """Read, type, resolve and check one plan file.

    Args:
        path: the plan; what is wrong with it, its bases, sheets and office is in the dossier.
        today: the day on which it has to be right while it has none of its own.
        office: the settings; None looks for kehoach.toml from the plan's folder up.
        files: where it comes from; None is the disk, as far as the office's folder.
        memory: of a run that opens several plans; None remembers nothing beyond this one.
    """
    return examine(read_plan(path, files), path, today, office, memory)


def read_plan(path: Path, files: Files | None = None) -> Layers:
    """The plan file with its bases merged and the data files of its tables read.

    Args:
        path: the file, as messages name it.
        files: where it comes from; without, the disk, as far as the office's folder.
    """
    return load(path.as_posix(), files or DiskFiles(office_folder(path.parent)))


def examine(
    layers: Layers,
    path: Path,
    today: dt.date,
    office: Office | None = None,
    memory: Memory | None = None,
) -> Dossier:
    """Type, resolve and check what was read; the arguments are those of `open_plan`."""
    memory = memory or Memory()
    office = office or memory.once(find_office, path.parent)
    registers, register_faults = memory.once(registers_of, office.registers)
    plan, found = _understand(layers)
    found = [*layers.problems, *found]
    if plan is not None and not blocking(found):
        case = checks.Case(plan, registers, today, office.options, memory)
        found += checks.run(case, office.severities, office.settle(layers.root))
        found += _variant(plan, office)
        found = allow(found, _allowances(plan, office), layers.root, today)
    outside = (*office.diagnostics, *register_faults)
    diagnostics = (*place(few(found), layers), *outside)
    return Dossier(path.as_posix(), layers, plan, diagnostics, office, registers, memory)


def _understand(layers: Layers) -> tuple[Plan | None, list[Finding]]:
    if layers.root is None or any(one.severity == "error" for one in layers.problems):
        return None, []
    typed, found = type_plan(layers.root)
    if typed is None:
        return None, found
    plan, unresolved = resolve(typed)
    return plan, found + unresolved


def _variant(plan: Plan, office: Office) -> list[Finding]:
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


def sorted_diagnostics(dossiers: Sequence[Dossier]) -> list[Finding]:
    """The findings of many plans, in order."""
    return ordered(one for dossier in dossiers for one in dossier.diagnostics)
