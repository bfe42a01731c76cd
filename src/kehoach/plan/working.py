"""Work out a table: number its lines, compute what is left empty, keep what is written."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce

from kehoach.formats.values import Number
from kehoach.formats.values.number import EXACT
from kehoach.plan.formula import evaluate
from kehoach.plan.row_tree import RowNode, tree_of
from kehoach.plan.rows import Total
from kehoach.plan.sheet import Cell, Kind, Sheet, SheetLine, own_places
from kehoach.plan.tables import Column, Table
from kehoach.plan.totals import hows, parsed
from kehoach.plan.written import WrittenRow, written
from kehoach.source import Route


def work_out(table: Table) -> Sheet:
    """Number the lines, compute what is left empty, keep what is written."""
    return _Work(table).sheet()


class _Work:
    """A table being worked out; its formulas are read once for all rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = table.filled
        self.formulas = [parsed(column.formula) for column in self.columns]
        self.hows = hows(self.columns)
        self.of_sums = [
            tree if how == "formula" else None
            for tree, how in zip(self.formulas, self.hows, strict=True)
        ]
        self.made: dict[Route, tuple[Cell, ...]] = {}

    def sheet(self) -> Sheet:
        """The table with all its lines."""
        tree = tree_of(self.table)
        self.work(tree)
        body = [line for node in tree for line in self.lines(node, 0)]
        totals = list(self.totals(tree))
        first = [line for line, place in totals if place in {"first", "both"}]
        last = [line for line, place in totals if place in {"last", "both"}]
        return Sheet(self.table, self.columns, self.hows, (*first, *body, *last))

    def totals(self, tree: Sequence[RowNode]) -> Iterator[tuple[SheetLine, str]]:
        """The lines of sums that the table has, and where each stands."""
        listed: list[tuple[Route, Total]] = [
            (("totals", index), one) for index, one in enumerate(self.table.totals)
        ]
        if self.table.total:
            listed.append((("total",), self.table.total))
        for path, total in listed:
            body = list(_chosen(tree, total.of)) if total.of else tree
            made = written(total, self.table)
            cells = self.summary(made, body)
            yield SheetLine("total", total.number, cells, (*path, "cells"), made), total.place

    def lines(self, node: RowNode, level: int) -> Iterator[SheetLine]:
        """The line of a row, then those of the rows below it."""
        path, cells = (*node.path, "cells"), self.made[node.path]
        kind = self.kind(node)
        yield SheetLine(kind, node.number, cells, path, node.written, level, node.lost)
        for one in node.below:
            yield from self.lines(one, level + 1)

    def kind(self, node: RowNode) -> Kind:
        """What a row is on the page."""
        if node.row.kind != "row":
            return node.row.kind
        if not node.below or not node.parts:
            return "row"
        return "subtotal" if self.summed(node) else "group"

    def summed(self, node: RowNode) -> bool:
        """Whether a group's line holds figures: stated, or asked for."""
        pairs = zip(self.columns, node.written.texts, strict=True)
        return node.row.subtotal or any(one.kind == "number" and text for one, text in pairs)

    def work(self, nodes: Sequence[RowNode]) -> None:
        """Work out rows that stand beside each other, and those below them; sums come last."""
        for node in sorted(nodes, key=lambda one: one.row.kind == "total"):
            self.work(node.below)
            self.made[node.path] = self.cells(node, nodes)

    def cells(self, node: RowNode, beside: Sequence[RowNode]) -> tuple[Cell, ...]:
        """The cells of a row."""
        match node.row.kind:
            case "total":
                return self.summary(node.written, beside)
            case "note":
                return tuple(Cell(text, written=text) for text in node.written.texts)
        if node.parts:
            return self.summary(node.written, node.parts if self.summed(node) else ())
        return self.row(node.written)

    def row(self, made: WrittenRow) -> tuple[Cell, ...]:
        """One row: cells as written, empty ones by their formulas."""
        values = [_read(*pair)[0] for pair in zip(self.columns, made.texts, strict=True)]
        known = {c.id: value for c, value in zip(self.columns, values, strict=True) if c.id}
        return tuple(map(_cell, self.columns, made.texts, self.expected(self.formulas, known)))

    def summary(self, made: WrittenRow, body: Sequence[RowNode]) -> tuple[Cell, ...]:
        """A line of sums over the rows of a body; only what it states where that is empty."""
        columns = self.columns
        sums = [
            self.amount(body, index) if how == "add" else None
            for index, how in enumerate(self.hows)
        ]
        known = {}
        for column, text, added, how in zip(columns, made.texts, sums, self.hows, strict=True):
            value = _first(_read(column, text)[0], added)
            if column.id and (value is not None or how in {"add", "formula"}):
                known[column.id] = value
        formulas = self.expected(self.of_sums, known) if body else [None] * len(columns)
        places = (self.places(body, index) for index in range(len(columns)))
        return tuple(map(_cell, columns, made.texts, map(_first, sums, formulas), places))

    def amount(self, body: Iterable[RowNode], index: int) -> Decimal | None:
        """What rows and those below them add up to in a column, each figure once.

        A group gives the sum of its rows; its own figure counts where none of them has any.
        """
        found = []
        for node in body:
            if node.counted:
                below = self.amount(node.below, index)
                found.append(self.made[node.path][index].value if below is None else below)
        values = [one for one in found if one is not None]
        return reduce(EXACT.add, values) if values else None

    def places(self, body: Iterable[RowNode], index: int) -> int:
        """The most decimals that the added rows show in a column."""
        rows = [one for one in _all(body) if one.counted]
        return max((_places(self.made[one.path][index]) for one in rows), default=0)

    def expected(
        self, trees: Sequence[ast.expr | None], known: dict[str, Decimal | None]
    ) -> list[Decimal | None]:
        """What each column's formula gives; one formula may use the empty cell of another."""
        found: list[Decimal | None] = []
        while True:
            before = found
            found = [one if one is None else evaluate(one, known) for one in trees]
            if found == before:
                return found
            for column, value in zip(self.columns, found, strict=True):
                if column.id and known.get(column.id) is None and value is not None:
                    known[column.id] = value


def _chosen(nodes: Iterable[RowNode], ids: Sequence[str]) -> Iterator[RowNode]:
    """The rows of some ids; what stands below one of them is in it already."""
    for one in nodes:
        if one.row.id in ids:
            yield one
        else:
            yield from _chosen(one.below, ids)


def _all(nodes: Iterable[RowNode]) -> Iterator[RowNode]:
    for one in nodes:
        yield one
        yield from _all(one.below)


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _places(cell: Cell) -> int:
    return len(cell.text.partition(",")[2]) if cell.value is not None else 0


def _read(column: Column, text: str) -> tuple[Decimal | None, str]:
    """The number in a cell; a dash is zero; a text column has none."""
    if column.kind != "number" or not text:
        return None, ""
    if text in {"-", "–", "—"}:
        return Decimal(0), ""
    try:
        return Number.parse(text).value, ""
    except ValueError as error:
        return None, str(error)


def _cell(column: Column, text: str, expected: Decimal | None, places: int | None = None) -> Cell:
    value, fault = _read(column, text)
    if text or expected is None:
        return Cell(text, value, expected, text, fault)
    made = Number.of(expected, _first_of(column.decimals, places, own_places(expected)))
    return Cell(made.text, made.value, expected)


def _first_of(*places: int | None) -> int | None:
    return next((one for one in places if one is not None), None)
