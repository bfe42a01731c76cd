"""The finding of a cell that does not fit the other cells of its row."""

from __future__ import annotations

from decimal import Decimal

from kehoach.checks.case import Finding
from kehoach.formats.values import Number
from kehoach.plan import Sheet, SheetLine
from kehoach.plan.sheet import own_places
from kehoach.source import Route


def off_in_row(path: Route, line: SheetLine, sheet: Sheet, index: int, right: Decimal) -> Finding:
    """What is written beside what the row gives; `path` is the table's."""
    column, cell = sheet.columns[index], line.cells[index]
    digits = Number.of(right, own_places(right)).text
    how = f" ({column.label})" if "=" in column.label else ""
    message = f"{line.name}, cột '{column.title}'{how}: ô ghi {cell.written}, tính ra {digits}"
    return Finding(
        path=(*path, *line.place(index)),
        message=message,
        hint="Sửa ô này hoặc ô bị sai cùng dòng.",
        needle=cell.written,
    )
