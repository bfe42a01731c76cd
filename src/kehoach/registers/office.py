"""An office's own register file -> records, and what is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from kehoach.registers import faults
from kehoach.registers.cells import Cell, marked_rows
from kehoach.registers.kinds import Kind
from kehoach.registers.register import Record
from kehoach.registers.row import Row
from kehoach.registers.validity import Validity
from kehoach.source import Finding, Mark

T = TypeVar("T", bound=Record)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class OfficeRows(Generic[T]):
    """The rows of one file that could be read, in step with their records."""

    rows: list[Row]
    records: list[T]
    problems: list[Finding]


def read_office_file(kind: Kind[T], name: str, data: bytes) -> OfficeRows[T]:
    """Read one file; a row with a fault is left out and its faults are listed."""
    text = _decoded(data)
    if text is None:
        return OfficeRows([], [], [faults.not_utf8(Mark(name, 1, 1))])
    lines = list(marked_rows(name, text))
    heading = lines[0] if lines else []
    problems = list(_heading_faults(kind, name, heading))
    if problems:
        return OfficeRows([], [], problems)
    return _read_rows(kind, [cell.text for cell in heading], lines[1:])


def _decoded(data: bytes) -> str | None:
    try:
        return unicodedata.normalize("NFC", data.removeprefix(_BOM).decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _heading_faults(kind: Kind[T], name: str, heading: list[Cell]) -> Iterator[Finding]:
    seen: set[str] = set()
    for cell in heading:
        if cell.text not in kind.columns:
            yield faults.unknown_column(cell.mark, cell.text, kind.columns)
        elif cell.text in seen:
            yield faults.repeated_column(cell.mark, cell.text)
        seen.add(cell.text)
    missing = [one for one in kind.required if one not in seen]
    if missing:
        yield faults.missing_columns(Mark(name, 1, 1), missing)


def _read_rows(kind: Kind[T], columns: list[str], lines: list[list[Cell]]) -> OfficeRows[T]:
    read: OfficeRows[T] = OfficeRows([], [], [])
    earlier: dict[str, list[tuple[Validity, Row]]] = {}
    for cells in lines:
        row = Row.of_cells(columns, cells)
        row.problems += _shape_faults(cells, len(columns))
        record = None if row.problems else kind.read(row)
        if record is not None and not row.problems:
            same = earlier.setdefault(record.id, [])
            row.problems += _repeated(row, record, same)
            same.append((record.validity, row))
        if record is not None and not row.problems:
            read.rows.append(row)
            read.records.append(record)
        read.problems.extend(row.problems)
    return read


def _shape_faults(cells: list[Cell], columns: int) -> list[Finding]:
    torn = [faults.open_quote(cell.mark) for cell in cells if not cell.closed]
    extra = cells[columns:]
    if torn or not any(cell.text for cell in extra):
        return torn
    return [faults.too_many_cells(extra[0].mark, len(cells), columns)]


def _repeated(row: Row, record: Record, same: list[tuple[Validity, Row]]) -> list[Finding]:
    """The fault of a row that holds on days which an earlier one of its id has taken."""
    taken = (at.at.line for days, at in same if days.meet(record.validity))
    line = next(taken, None)
    return [faults.repeated_id(row.mark("id"), record.id, line)] if line else []
