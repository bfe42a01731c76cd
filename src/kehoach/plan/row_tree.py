"""The rows of a table as a tree, each of its own kind: by the plan, or by its typed number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.plan.row_numbers import forms_of, levels_of, number_of
from kehoach.plan.rows import Row
from kehoach.plan.tables import Table
from kehoach.plan.written import WrittenRow, written
from kehoach.source import Route


@dataclass(slots=True)
class RowNode:
    """A row and the rows below it.

    Attributes:
        path: from the table to the row.
        lost: whether it stands among rows of several levels, and no number tells on which.
    """

    row: Row
    path: Route
    written: WrittenRow
    below: list[RowNode] = field(default_factory=list)
    number: str = ""
    lost: bool = False

    @property
    def counted(self) -> bool:
        """Whether its figures are its own, to be added with those of the rows beside it."""
        return self.row.kind == "row"

    @property
    def parts(self) -> list[RowNode]:
        """The rows below that make it up."""
        return [one for one in self.below if one.counted]


def tree_of(table: Table) -> list[RowNode]:
    """The rows of the table's first level, with all that stands below them, numbered."""
    nodes = _nodes(table.rows, ("rows",), table)
    if not table.typed:
        _number(nodes, (), forms_of(table.numbering, _depth(nodes)))
    return nodes


def _nodes(rows: Sequence[Row], path: Route, table: Table) -> list[RowNode]:
    found = []
    for index, row in enumerate(rows):
        here = (*path, index)
        below = _nodes(row.rows, (*here, "rows"), table)
        made = written(row, table)
        found.append(RowNode(row, here, made, below, made.number))
    return _nested(found) if table.typed else found


def _nested(nodes: Sequence[RowNode]) -> list[RowNode]:
    """Rows in one list, each below the one that its number belongs under."""
    levels = levels_of(one.number for one in nodes)
    deep = any(levels)
    top: list[RowNode] = []
    opened: list[RowNode] = []
    for one, level in zip(nodes, levels, strict=True):
        one.lost = level is None and deep and one.row.kind in {"row", "total"}
        depth = max(0, len(opened) - 1) if level is None else min(level, len(opened))
        (opened[depth - 1].below if depth else top).append(one)
        opened[depth:] = [one]
    return top


def _depth(nodes: Sequence[RowNode]) -> int:
    """How many levels of numbered rows there are."""
    return max((1 + _depth(one.below) for one in nodes if one.counted), default=0)


def _number(nodes: Sequence[RowNode], above: tuple[int, ...], forms: tuple[str, ...]) -> None:
    """Number the rows of a level and those below; others than rows have only what they state."""
    index = 0
    for one in nodes:
        index += one.counted
        if one.counted and not one.number:
            one.number = number_of(forms, above, index)
        _number(one.below, (*above, index), forms)
