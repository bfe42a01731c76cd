"""Findings as annotations of a pull request (GitHub workflow commands)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kehoach.cli.reports.text import place_of
from kehoach.language.visible import visible

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.diagnostics import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def report(dossiers: Sequence[Dossier]) -> str:
    """One command a finding; what is allowed is a notice."""
    return "".join(_command(one, dossier) for dossier in dossiers for one in dossier.diagnostics)


def _command(one: Finding, dossier: Dossier) -> str:
    file, line, column = place_of(one, dossier)
    level = "notice" if one.allowed else _LEVELS[one.severity]
    text = visible(f"{one.message}\n{one.allowed or one.hint}".strip())
    place = f"file={_value(file)},line={line},col={column},title={_value(one.name)}"
    return f"::{level} {place}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
