"""Ô của bảng không đọc được, hoặc dòng có nhiều ô hơn số cột.

Vì sao:
    Ô của cột số phải là một số viết theo cách của tiếng Việt (1.234,5); ô thừa thì không có cột để
    in và sẽ mất.

Sai:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ho, title: Số hộ}
            rows:
              - Xã A | 1,200.5

Đúng:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ho, title: Số hộ}
            rows:
              - Xã A | 1.200,5

Căn cứ:
    Cách viết số trong văn bản tiếng Việt: dấu chấm phân nhóm nghìn, dấu phẩy thập phân.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Cell, Row, Sheet, SheetLine
from kehoach.plan.walk import columns, nested
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Cells that hold no number where one must stand, and lines with too many cells."""
    for path, sheet in case.sheets:
        yield from _missing(sheet, path)
        yield from _taken(sheet, path)
        for line in sheet.lines:
            yield from _faults(sheet, line, path)
            yield from _strangers(sheet, line, path)
            if line.written.surplus:
                yield _surplus(sheet, line, (*path, *line.path))
            if cell := _astray(sheet, line):
                yield _asked(sheet, line, cell, (*path, *line.path))


def _faults(sheet: Sheet, line: SheetLine, table: Route) -> Iterator[Finding]:
    for index, (column, cell) in enumerate(zip(sheet.columns, line.cells, strict=True)):
        if cell.fault:
            path = (*table, *line.place(index))
            message = f"cột '{column.title}': ô ghi '{cell.written}': {cell.fault}"
            yield Finding(
                path=path,
                message=message,
                hint="Viết số kiểu 1.234,5; để trống nếu không có.",
                needle=cell.written,
            )


def _surplus(sheet: Sheet, line: SheetLine, path: Route) -> Finding:
    whole = line.written.whole
    titles = [one.title for one in sheet.columns if whole or one.kind == "number"]
    message = f"dòng thừa {line.written.surplus} ô so với {len(titles)} cột"
    hint = f"Các cột theo thứ tự: {' | '.join(titles)}."
    return Finding(path=path, message=message, hint=hint)


def _strangers(sheet: Sheet, line: SheetLine, table: Route) -> Iterator[Finding]:
    """Keys of a row that name no column."""
    known = [one.id for one in sheet.columns if one.id]
    for key in line.written.strangers:
        near = difflib.get_close_matches(key, [*known, *Row.model_fields], n=1)
        hint = f"Có phải là '{near[0]}'?" if near else f"Mã các cột: {', '.join(known)}."
        message = f"dòng có khóa '{key}' không phải mã của cột nào"
        yield Finding(path=(*table, *line.path, key), message=message, hint=hint)


def _missing(sheet: Sheet, table: Route) -> Iterator[Finding]:
    """Rows that a total adds and the table does not have."""
    known = {one.id for _, one in nested(sheet.table.rows, (), "rows") if one.id}
    for index, total in enumerate(sheet.table.totals):
        yield from _unknown((*table, "totals", index, "of"), total.of, known)
    if sheet.table.total:
        yield from _unknown((*table, "total", "of"), sheet.table.total.of, known)


def _unknown(path: Route, ids: Sequence[str], known: Collection[str]) -> Iterator[Finding]:
    for index, one in enumerate(ids):
        if one not in known:
            message = f"dòng tổng cộng dòng '{one}' không có trong bảng"
            hint = f"Mã các dòng: {', '.join(sorted(known))}." if known else "Thêm id cho dòng ấy."
            yield Finding(path=(*path, index), message=message, hint=hint)


def _taken(sheet: Sheet, table: Route) -> Iterator[Finding]:
    """Columns whose id is a key of rows, where rows write cells by the ids of columns."""
    if all(line.written.listed is not None for line in sheet.lines):
        return
    for path, column in columns(sheet.table, table):
        if column.id in Row.model_fields and column.id != "title":
            message = f"mã cột '{column.id}' trùng một khóa của dòng"
            hint = "Đặt mã khác cho cột để dòng ghi ô theo mã cột được."
            yield Finding(path=(*path, "id"), message=message, hint=hint)


def _astray(sheet: Sheet, line: SheetLine) -> Cell | None:
    """A number stated under a column without totals, where columns with totals state none.

    Numbers of a total stand in the order of the columns: fewer of them may be meant for others.
    """
    numbers = [i for i, one in enumerate(sheet.columns) if one.kind == "number"]
    listed = line.written.listed
    if not line.adds or line.written.whole or listed is None or listed >= len(numbers):
        return None
    cells = (line.cells[i] for i in numbers if sheet.hows[i] == "none")
    left = any(sheet.hows[i] in {"add", "formula"} for i in numbers[listed:])
    return next((one for one in cells if one.written), None) if left else None


def _asked(sheet: Sheet, line: SheetLine, cell: Cell, path: Route) -> Finding:
    titles = " | ".join(one.title for one in sheet.columns if one.kind == "number")
    message = f"{line.name}: không rõ số {cell.written} của cột nào, vì cột ở chỗ ấy không cộng"
    hint = f"Ghi đủ các ô theo thứ tự {titles} (ô không có để trống), hoặc ghi theo mã cột."
    return Finding(path=path, message=message, hint=hint, needle=cell.written)
