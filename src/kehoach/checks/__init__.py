"""Checks: one rule a file. The file's stem is the check's name, anchor and word of allowance.

A check is a module in a family's folder with a docstring (Vì sao, Sai, Đúng, Căn cứ), SEVERITY, and
`check(case)` that yields findings; see `rule` for what else it may declare. Dropping a file into a
family registers it; a module there without `check` is no rule but what rules share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

from kehoach.checks.case import Case
from kehoach.checks.engine import Settle, findings, in_order
from kehoach.checks.rule import Rule
from kehoach.diagnostics import Finding, Severity

_MODULES = [import_module(one.name) for one in walk_packages(__path__, f"{__name__}.")]

CHECKS: dict[str, Rule] = in_order(Rule.of(one) for one in _MODULES if hasattr(one, "check"))
"""Each check by its name, behind those that it comes AFTER."""


def names_of(name: str) -> tuple[str, ...]:
    """The words that allow a finding or set its severity: its check's name, then the former one."""
    return CHECKS[name].names if name in CHECKS else (name,)


def run(
    case: Case,
    severities: Mapping[str, Severity] = MappingProxyType({}),
    settle: Settle = lambda one: one,
) -> Iterator[Finding]:
    """The findings of all checks that are on; see `engine.findings`."""
    return findings(CHECKS, case, severities, settle)


__all__ = ["CHECKS", "Case", "Finding", "Rule", "names_of", "run"]
