"""The texts of a plan that a paragraph of its documents may come from."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.editing.diff import hunks
from kehoach.plan.cells import cells_of
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.reviewing.verification.shape import edited
from kehoach.source import Map, Route, texts


def candidates(root: Map, old: str, new: str) -> Iterator[tuple[Route, str]]:
    """Texts that can take the change from old to new, with what they would say; longest first."""
    changes = hunks(old, new)
    found = []
    for path, raw in texts(root):
        made = (
            _with_cell(raw, old, new)
            if kind_at(path) is TextKind.CELL
            else edited(raw, old, changes)
        )
        if made is not None and made != raw:
            found.append((path, made))
    yield from sorted(found, key=lambda one: -len(one[1]))


def _with_cell(raw: str, old: str, new: str) -> str | None:
    """A row in which the one cell that says this says something else."""
    cells = cells_of(raw)
    if cells.count(old) != 1 or "|" in new:
        return None
    at = 0
    for cell in cells:
        start = raw.index(cell, at)
        if cell == old:
            return raw[:start] + new + raw[start + len(old) :]
        at = start + len(cell)
    return None


def prints(raw: str, old: str, new: str) -> bool:
    """Whether a text would print the change, were it not for capitals."""
    return edited(raw.upper(), old, hunks(old, new)) is not None
