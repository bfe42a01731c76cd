"""Figures of tables as names: `tables.kinh_phi.total.von`, `tables.kinh_phi.rows.da_1.von`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kehoach.formats.values import Number
from kehoach.plan.rows import Row, Total
from kehoach.plan.sheet import Cell, SheetLine
from kehoach.plan.tables import Table
from kehoach.plan.working import work_out
from kehoach.source import Route


class UnreadyError(Exception):
    """A figure whose own cells hold expressions that are not worked out yet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or the total: what the page shows, by the ids of the columns; empty cells are None."""

    written: Row | Total
    cells: dict[str, Number | str | None]


class Figures:
    """The lines of one table, worked out once."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def _lines(self) -> dict[Route, SheetLine]:
        return {line.path: line for line in work_out(self._table).lines}

    @cached_property
    def _rows(self) -> list[tuple[Route, Row]]:
        return list(_all_rows(self._table.rows, ("rows",)))

    @cached_property
    def _by_key(self) -> dict[str, tuple[Route, Row]]:
        return {key: pair for pair in reversed(self._rows) for key in _keys(pair[1])}

    @property
    def names(self) -> list[str]:
        """The rows that can be named: by id, else by their first cell or title."""
        return [name for _, row in self._rows for name in _keys(row)[-1:]]

    def row(self, key: str | int) -> Line | None:
        """A row at any depth by id, first cell or title; a row of the table by number from 0."""
        if isinstance(key, str):
            found = self._by_key.get(key)
        else:
            rows = self._table.rows
            inside = -len(rows) <= key < len(rows)
            found = (("rows", key % len(rows)), rows[key]) if inside else None
        return None if found is None else Line(found[1], self._cells((*found[0], "cells")))

    @property
    def total(self) -> Line | None:
        """The total, where the table has one."""
        written = self._table.total
        return None if written is None else Line(written, self._cells(("total", "cells")))

    def _cells(self, path: Route) -> dict[str, Number | str | None]:
        line = self._lines[path]
        if any("{{" in cell.text or "{%" in cell.text for cell in self._behind(line)):
            raise UnreadyError
        pairs = zip(self._table.filled, line.cells, strict=True)
        return {column.id: _figure(cell) for column, cell in pairs if column.id}

    def _behind(self, line: SheetLine) -> Iterator[Cell]:
        """The cells that a line's figures are made of: its own, and those that it adds."""
        added = {"total": (), "subtotal": line.path[:-1]}.get(line.kind)
        yield from line.cells
        if added is not None:
            below = (one for path, one in self._lines.items() if path[: len(added)] == added)
            yield from (cell for one in below for cell in one.cells)


def _figure(cell: Cell) -> Number | str | None:
    """A cell as filters take it: its number with the digits shown, else its text."""
    return Number(cell.value, cell.text) if cell.value is not None else cell.text or None


def _all_rows(rows: Iterable[Row], path: Route) -> Iterator[tuple[Route, Row]]:
    for index, row in enumerate(rows):
        yield (*path, index), row
        yield from _all_rows(row.rows, (*path, index, "rows"))


def _keys(row: Row) -> list[str]:
    return [key for key in (row.key, row.id) if key]
