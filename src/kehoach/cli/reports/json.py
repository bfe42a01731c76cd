"""Findings for programs: a JSON list, one object a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kehoach.cli.reports.text import place_of
from kehoach.language.visible import as_json

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.diagnostics import Finding


def report(dossiers: Sequence[Dossier]) -> str:
    """[{name, severity, file, line, column, path, message, hint, allowed}]."""
    found = [as_object(one, dossier) for dossier in dossiers for one in dossier.diagnostics]
    return as_json(found) + "\n"


def as_object(one: Finding, dossier: Dossier) -> dict[str, Any]:
    """One finding; `allowed` is the reason, or null."""
    file, line, column = place_of(one, dossier)
    return {
        "name": one.name,
        "severity": one.severity,
        "file": file,
        "line": line,
        "column": column,
        "path": dossier.path_of(one),
        "message": one.message,
        "hint": one.hint,
        "allowed": one.allowed or None,
    }
