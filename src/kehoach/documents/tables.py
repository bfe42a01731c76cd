"""A table worked out as the neutral table that outputs draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from kehoach.documents.context import Block
from kehoach.documents.texts import blocks_of
from kehoach.plan import Column, Sheet, SheetLine, Table, work_out
from kehoach.word.blocks import Align, CellSpec, ColumnSpec, HeaderCell, RowKind, RowSpec, TableSpec

_TWIPS_PER_MM = 1440 / 25.4
_ALIGN: dict[str, Align] = {"ordinal": "center", "number": "right", "text": "left"}


def table_blocks(table: Table) -> Iterator[Block]:
    """Title, unit, the table itself, its note."""
    if table.title:
        yield Block("table_title", table.title)
    if table.unit:
        yield Block("table_unit", f"Đơn vị tính: {table.unit}")
    yield Block("table", table=table_spec(work_out(table)))
    for one in blocks_of(table.note):
        yield Block("table_note", one.text)


def table_spec(sheet: Sheet) -> TableSpec:
    """Header, labels and rows of a worked-out table."""
    leaves = sheet.table.leaves
    return TableSpec(
        columns=[_column(column) for column in leaves],
        header=header_rows(sheet.table.columns),
        labels=[column.label for column in leaves] if any(c.label for c in leaves) else None,
        rows=[_row(line, sheet.table) for line in sheet.lines],
        unit=sheet.table.unit,
        note=sheet.table.note,
    )


def _column(column: Column) -> ColumnSpec:
    width = round(float(column.width.value) * _TWIPS_PER_MM) if column.width else 0
    return ColumnSpec(number=column.kind == "number", width=width)


def header_rows(columns: Sequence[Column]) -> list[list[HeaderCell]]:
    """The header's rows of cells, with the columns and rows that each covers."""
    depth = max(_depth(column) for column in columns)
    rows: list[list[HeaderCell]] = [[] for _ in range(depth)]
    for column in columns:
        _place(column, rows, 0, depth)
    return rows


def _depth(column: Column) -> int:
    return 1 + max((_depth(child) for child in column.columns), default=0)


def _breadth(column: Column) -> int:
    return sum(_breadth(child) for child in column.columns) or 1


def _place(column: Column, rows: list[list[HeaderCell]], level: int, depth: int) -> None:
    rowspan = 1 if column.columns else depth - level
    rows[level].append(HeaderCell(column.title, _breadth(column), rowspan))
    for child in column.columns:
        _place(child, rows, level + 1, depth)


_KINDS: dict[str, RowKind] = {"of-which": "row", "note": "row"}


def _row(line: SheetLine, table: Table) -> RowSpec:
    leaves, typed = table.leaves, table.typed
    bold = line.kind in {"group", "subtotal", "total"}
    italic = line.kind in {"of-which", "note"}
    cells = iter(line.cells)
    specs = []
    for column in leaves:
        own = column.kind == "ordinal" or column is typed
        text = line.number if own else next(cells).text
        specs.append(CellSpec(text, _align(column), bold=bold, italic=italic))
    if line.kind in {"group", "note"}:
        specs = _spread(specs, leaves)
    return RowSpec(specs, _KINDS.get(line.kind) or cast("RowKind", line.kind))


def _spread(cells: list[CellSpec], leaves: Sequence[Column]) -> list[CellSpec]:
    """The cells with the only text of a line, its title, over all that stand behind it."""
    at = next((i for i, one in enumerate(leaves) if one.kind == "text" and cells[i].text), None)
    if at is None or any(one.text for one in cells[at + 1 :]):
        return cells
    return [*cells[:at], replace(cells[at], colspan=len(cells) - at)]


def _align(column: Column) -> Align:
    return _ALIGN[column.kind]
