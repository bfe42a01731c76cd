"""Findings as SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kehoach import __version__
from kehoach.cli.reports.text import place_of
from kehoach.language.visible import as_json

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.diagnostics import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(dossiers: Sequence[Dossier]) -> str:
    """One run with the rules that fired and their results."""
    found = [(one, dossier) for dossier in dossiers for one in dossier.diagnostics]
    names = sorted({one.name for one, _ in found})
    run = {
        "tool": {
            "driver": {
                "name": "kehoach",
                "version": __version__,
                "rules": [{"id": name} for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, dossier) for one, dossier in found],
    }
    sarif = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return as_json(sarif) + "\n"


def _result(one: Finding, dossier: Dossier) -> dict[str, Any]:
    file, line, column = place_of(one, dossier)
    result: dict[str, Any] = {
        "ruleId": one.name,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}. {one.hint}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(file, safe="/:")},
                    "region": {"startLine": line, "startColumn": column},
                }
            }
        ],
    }
    if one.allowed:
        result["suppressions"] = [{"kind": "inSource", "justification": one.allowed}]
    return result
