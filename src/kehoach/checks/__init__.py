"""Checks: one rule a file. The file's stem is the check's name, anchor and word of allowance.

A check is a module of this package with a docstring (Vì sao, Sai, Đúng, Căn cứ), SEVERITY, and
`check(case)` that yields findings; `OFF = True` keeps it off until an office asks, `FORMERLY` is
the name of the check that it was part of before. Dropping a file here registers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType, ModuleType

from kehoach.checks.case import Case
from kehoach.diagnostics import Finding, Severity

_MODULES = (import_module(one.name) for one in walk_packages(__path__, f"{__name__}."))

CHECKS: dict[str, ModuleType] = {
    one.__name__.rpartition(".")[2].replace("_", "-"): one
    for one in _MODULES
    if hasattr(one, "check")
}
"""Each check by its name; a module without `check` is no rule but what rules share."""


def names_of(name: str) -> tuple[str, ...]:
    """The words that allow a finding or set its severity: its check's name, then the former one.

    A check that was split off another has FORMERLY, so that what is written under the old name
    goes on holding.
    """
    former = getattr(CHECKS.get(name), "FORMERLY", "")
    return (name, former) if former else (name,)


def run(case: Case, severities: Mapping[str, Severity] = MappingProxyType({})) -> Iterator[Finding]:
    """All findings of the checks that are on; their places are yet to be found.

    `severities` is what the office sets by name; a check that is off until asked for has OFF.
    """
    for name, module in CHECKS.items():
        usual: Severity = "off" if getattr(module, "OFF", False) else module.SEVERITY
        severity = next((severities[one] for one in names_of(name) if one in severities), usual)
        for found in module.check(case) if severity != "off" else ():
            yield replace(found, name=name, severity=severity)


__all__ = ["CHECKS", "Case", "Finding", "names_of", "run"]
