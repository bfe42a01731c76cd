"""A table worked out: every cell's number, what it should be, and what the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, repeat
from typing import Literal

from kehoach.formats.numerals import roman as roman_numeral
from kehoach.formats.values import Number
from kehoach.plan.formula import evaluate, parse_formula
from kehoach.plan.tables import Column, Row, Table
from kehoach.source import Path

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
    """One line: cells stand under the columns that a row fills (all but the ordinal ones)."""

    kind: Kind
    number: str
    cells: tuple[Cell, ...]
    path: Path
    surplus: int = 0

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
    columns = table.filled
    lines = list(_rows(table.rows, columns, ("rows",)))
    if table.total:
        body = [line for line in lines if line.kind == "row"]
        cells = _summary(columns, table.total.title, table.total.values, body)
        surplus = len(table.total.values) - len([c for c in columns if c.kind == "number"])
        lines.append(SheetLine("total", table.total.number, cells, ("total",), max(0, surplus)))
    return Sheet(table, columns, tuple(lines))


def _rows(rows: Iterable[Row], columns: tuple[Column, ...], path: Path) -> Iterator[SheetLine]:
    groups = ordinal = 0
    for index, row in enumerate(rows):
        here = (*path, index)
        if row.rows or row.title:
            groups += 1
            yield from _group(row, columns, here, groups)
        else:
            ordinal += 1
            yield _row(row, columns, here, str(ordinal))


def _group(row: Row, columns: tuple[Column, ...], path: Path, index: int) -> Iterator[SheetLine]:
    inside = list(_rows(row.rows, columns, (*path, "rows")))
    body = [line for line in inside if line.kind == "row"] if row.subtotal or row.values else []
    cells = _summary(columns, row.title, row.values, body)
    kind: Kind = "subtotal" if body else "group"
    surplus = len(row.values) - len([column for column in columns if column.kind == "number"])
    yield SheetLine(kind, roman_numeral(index), cells, path, max(0, surplus))
    yield from inside


def _row(row: Row, columns: tuple[Column, ...], path: Path, number: str) -> SheetLine:
    texts = list(row.values) + [""] * (len(columns) - len(row.values))
    written = dict(zip(columns, texts, strict=False))
    values = {column.id: _read(column, text)[0] for column, text in written.items() if column.id}
    cells = tuple(_cell(column, text, _formula(column, values)) for column, text in written.items())
    return SheetLine("row", number, cells, path, max(0, len(row.values) - len(columns)))


def _summary(
    columns: tuple[Column, ...], title: str, texts: Sequence[str], body: Sequence[SheetLine]
) -> tuple[Cell, ...]:
    """A line of sums: its title under the first text column, its numbers in order."""
    numbers = chain(texts, repeat(""))
    titles = chain([title], repeat(""))
    sums = {c: _sum(i, body) for i, c in enumerate(columns) if c.added}
    written = {c: next(numbers) if c.kind == "number" else next(titles) for c in columns}
    values = {c.id: _first(_read(c, written[c])[0], sums.get(c)) for c in columns if c.id}
    cells = []
    for index, column in enumerate(columns):
        expected = sums.get(column) if column.added else _formula(column, values) if body else None
        places = max((_places(line.cells[index]) for line in body), default=0)
        cells.append(_cell(column, written[column], expected, places))
    return tuple(cells)


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _sum(index: int, body: Sequence[SheetLine]) -> Decimal | None:
    values = [line.cells[index].value for line in body]
    found = [value for value in values if value is not None]
    return sum(found, Decimal(0)) if found else None


def _places(cell: Cell) -> int:
    return len(cell.text.partition(",")[2]) if cell.value is not None else 0


def _formula(column: Column, values: Mapping[str, Decimal | None]) -> Decimal | None:
    if not column.formula:
        return None
    try:
        return evaluate(parse_formula(column.formula), values)
    except ValueError:
        return None  # the check of formulas reports it once, on the column


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


def _cell(column: Column, text: str, expected: Decimal | None, places: int = 0) -> Cell:
    value, fault = _read(column, text)
    if text or expected is None:
        return Cell(text, value, expected, text, fault)
    decimals = places if column.decimals is None else column.decimals
    shown = Number.of(expected, decimals)
    return Cell(shown.text, shown.value, expected)
