"""All that a dossier's documents show, line by line: for comparing two versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from kehoach.documents.context import visible
from kehoach.documents.paper import Paper
from kehoach.documents.scope import Scope
from kehoach.word.blocks import TableSpec


def every_paper(scope: Scope) -> Iterator[Paper]:
    """Every document of the dossier, in their order, those behind another one on their own."""
    from kehoach.documents import TYPES

    for kind in TYPES:
        for paper in kind.papers(scope):
            yield paper
            yield from paper.behind


def lines_shown(scope: Scope) -> list[str]:
    """Each paragraph and each row of a table, in the order of the documents."""
    return [line for paper in every_paper(scope) for line in _lines(paper.context)]


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
