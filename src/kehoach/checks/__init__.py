"""Checks: one rule a file. The file's stem is the check's name, anchor and word of allowance.

A check is a module of this package with a docstring (Vì sao, Sai, Đúng, Căn cứ), SEVERITY, and
`check(case)` that yields findings. Dropping a file here registers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Diagnostic

_FRAME = {"case", "examples"}

CHECKS: dict[str, ModuleType] = {
    info.name.replace("_", "-"): import_module(f"{__name__}.{info.name}")
    for info in iter_modules(__path__)
    if info.name not in _FRAME
}


def run(case: Case) -> Iterator[Diagnostic]:
    """All findings of all checks; their places are yet to be found."""
    for name, module in CHECKS.items():
        for found in module.check(case):
            yield Diagnostic(
                name,
                found.message,
                found.path,
                found.hint,
                module.SEVERITY,
                needle=found.needle,
            )


__all__ = ["CHECKS", "Case", "Finding", "run"]
