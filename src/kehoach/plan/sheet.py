"""A table worked out: every cell's number, what it should be, and what the page shows."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import chain, repeat
from typing import Literal

from kehoach.formats.numerals import roman as roman_numeral
from kehoach.formats.values import Number
from kehoach.formats.values.number import EXACT
from kehoach.plan.formula import evaluate, parse_formula
from kehoach.plan.tables import Column, Row, Table
from kehoach.source import Route

_MOST_PLACES = 6
Kind = Literal["row", "group", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text shown, its number, and the number that formula or sum give."""

    text: str
    value: Decimal | None = None
    expected: Decimal | None = None
    written: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: cells stand under the columns that a row fills (all but the ordinal ones).

    `path` leads to the cells as written, from the table on.
    """

    kind: Kind
    number: str
    cells: tuple[Cell, ...]
    path: Route
    surplus: int = 0

    def nth(self, index: int) -> int:
        """How often the text of a written cell stands in the cells written before it."""
        whole = self.kind == "row"  # the title of another line stands elsewhere
        cells = [one for one in self.cells[:index] if whole or one.value is not None]
        before = " | ".join(cell.written for cell in cells)
        return before.count(self.cells[index].written)

    def by_id(self, columns: Sequence[Column]) -> dict[str, Decimal | None]:
        """The numbers by column id."""
        pairs = zip(columns, self.cells, strict=True)
        return {column.id: cell.value for column, cell in pairs if column.id}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with all its lines."""

    table: Table
    columns: tuple[Column, ...]
    lines: tuple[SheetLine, ...]

    def of_kind(self, kind: Kind) -> list[SheetLine]:
        """The lines of one kind."""
        return [line for line in self.lines if line.kind == kind]


def work_out(table: Table) -> Sheet:
    """Number the lines, compute what is left empty, keep what is written."""
    return _Work(table).sheet()


class _Work:
    """A table being worked out; its formulas are read once for all rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = table.filled
        self.formulas = [_parsed(column.formula) for column in self.columns]

    def sheet(self) -> Sheet:
        """The table with all its lines."""
        lines = list(self.lines(self.table.rows, ("rows",)))
        if total := self.table.total:
            cells = self.summary(total.title, total.values, _body(lines))
            surplus = self.surplus(total.values)
            lines.append(SheetLine("total", total.number, cells, ("total", "cells"), surplus))
        return Sheet(self.table, self.columns, tuple(lines))

    def lines(self, rows: Iterable[Row], path: Route) -> Iterator[SheetLine]:
        """Rows and groups in their order, each kind with numbers of its own."""
        groups = ordinal = 0
        for index, row in enumerate(rows):
            here = (*path, index)
            if row.rows or row.title:
                groups += 1
                yield from self.group(row, here, roman_numeral(groups))
            else:
                ordinal += 1
                yield self.row(row, here, str(ordinal))

    def group(self, row: Row, path: Route, number: str) -> Iterator[SheetLine]:
        """The line of a group, then what stands in it."""
        inside = list(self.lines(row.rows, (*path, "rows")))
        body = _body(inside) if row.subtotal or row.values else []
        cells = self.summary(row.title, row.values, body)
        kind: Kind = "subtotal" if body else "group"
        yield SheetLine(kind, number, cells, (*path, "cells"), self.surplus(row.values))
        yield from inside

    def row(self, row: Row, path: Route, number: str) -> SheetLine:
        """One row: cells as written, empty ones by their formulas."""
        texts = [text for text, _ in zip(chain(row.values, repeat("")), self.columns, strict=False)]
        values = [_read(*pair)[0] for pair in zip(self.columns, texts, strict=True)]
        cells = tuple(map(_cell, self.columns, texts, self.expected(values)))
        surplus = max(0, len(row.values) - len(self.columns))
        return SheetLine("row", number, cells, (*path, "cells"), surplus)

    def summary(
        self, title: str, texts: Sequence[str], body: Sequence[SheetLine]
    ) -> tuple[Cell, ...]:
        """A line of sums: its title under the first text column, its numbers in order."""
        columns = self.columns
        numbers, titles = chain(texts, repeat("")), chain([title], repeat(""))
        written = [next(numbers) if one.kind == "number" else next(titles) for one in columns]
        sums = [_sum(index, body) if one.added else None for index, one in enumerate(columns)]
        values = [
            _first(_read(column, text)[0], added)
            for column, text, added in zip(columns, written, sums, strict=True)
        ]
        formulas = self.expected(values) if body else [None] * len(columns)
        expected = map(_first, sums, formulas)
        places = (
            max((_places(line.cells[i]) for line in body), default=0) for i in range(len(columns))
        )
        return tuple(map(_cell, columns, written, expected, places))

    def surplus(self, values: Sequence[str]) -> int:
        """How many numbers a line of sums states beyond the columns that take one."""
        return max(0, len(values) - sum(one.kind == "number" for one in self.columns))

    def expected(self, values: Sequence[Decimal | None]) -> list[Decimal | None]:
        """What each column's formula gives; one formula may use the empty cell of another."""
        pairs = zip(self.columns, values, strict=True)
        known = {column.id: value for column, value in pairs if column.id}
        found: list[Decimal | None] = []
        while True:
            before, found = (
                found,
                [one if one is None else evaluate(one, known) for one in self.formulas],
            )
            if found == before:
                return found
            for column, value in zip(self.columns, found, strict=True):
                if column.id and known[column.id] is None:
                    known[column.id] = value


def _parsed(formula: str) -> ast.expr | None:
    try:
        return parse_formula(formula) if formula else None
    except ValueError:
        return None  # the check of formulas reports it once, on the column


def _body(lines: Iterable[SheetLine]) -> list[SheetLine]:
    return [line for line in lines if line.kind == "row"]


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _sum(index: int, body: Sequence[SheetLine]) -> Decimal | None:
    values = [line.cells[index].value for line in body]
    found = [value for value in values if value is not None]
    return reduce(EXACT.add, found) if found else None


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


def own_places(value: Decimal) -> int:
    """How many decimals a computed value has; two where a division leaves no end of them.

    >>> own_places(Decimal("12.500")), own_places(Decimal("1.333333333"))
    (1, 2)
    """
    exponent = value.normalize(EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent) if -exponent <= _MOST_PLACES else 2
