"""All that a dossier's documents show, line by line: for comparing two versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from kehoach.documents import appendix, decision, plan
from kehoach.documents.context import visible
from kehoach.documents.scope import Scope
from kehoach.word.blocks import TableSpec


def lines_shown(scope: Scope) -> list[str]:
    """Each paragraph and each row of a table, in the order of the documents."""
    lines: list[str] = []
    for kind in (decision, plan):
        if kind.wanted(scope):
            lines += _lines(kind.context(scope))
    for index in range(len(scope.plan.appendices)):
        lines += _lines(appendix.context(scope, index))
    return lines


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, TableSpec):
        yield from (" | ".join(cell.text for cell in row.cells) for row in value.rows)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _lines(one)
    elif is_dataclass(value) and not isinstance(value, type):
        names = (one.name for one in visible(value) if one.name != "kind")
        for name in names:
            yield from _lines(getattr(value, name))
