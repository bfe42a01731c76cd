"""Số trong ô khác kết quả của công thức.

Vì sao:
    Cột có công thức (tỷ lệ, còn lại) mà số ghi trong ô không khớp thì bảng sai. So sánh ở đúng số
    chữ số thập phân mà ô ghi, làm tròn nửa lên.

Sai:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ho, title: Số hộ}
              - {id: ngheo, title: Hộ nghèo}
              - {id: ty_le, title: Tỷ lệ %, formula: ngheo / ho * 100, decimals: 2}
            rows:
              - Xã A | 1.200 | 84 | 7,10

Đúng:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ho, title: Số hộ}
              - {id: ngheo, title: Hộ nghèo}
              - {id: ty_le, title: Tỷ lệ %, formula: ngheo / ho * 100, decimals: 2}
            rows:
              - Xã A | 1.200 | 84 | 7,00

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.plan import Cell, Column, SheetLine
from kehoach.source import Route

SEVERITY: Severity = "error"
TOTALS = True  # mended by `--fix-totals` only


def check(case: Case) -> Iterator[Finding]:
    """Each written cell of a formula column against its formula, at the digits written."""
    for path, sheet in case.sheets:
        for line in sheet.lines:
            for index, (column, cell) in enumerate(zip(sheet.columns, line.cells, strict=True)):
                added = line.adds and sheet.hows[index] == "add"  # the check of totals tells it
                if column.formula and not added and differs(cell):
                    yield _finding((*path, *line.place(index)), line, column, index)


def differs(cell: Cell) -> bool:
    """Whether a written number is not the expected one, rounded half up to the digits written."""
    if not cell.written or cell.value is None or cell.expected is None:
        return False
    places = len(cell.written.partition(",")[2])
    return Number.of(cell.expected, places).value != cell.value


def _finding(path: Route, line: SheetLine, column: Column, index: int) -> Finding:
    cell = line.cells[index]
    assert cell.expected is not None
    places = len(cell.written.partition(",")[2])
    right = Number.of(cell.expected, places).text
    exact = Number.of(cell.expected, places + 2).text
    formula = column.label if "=" in column.label else column.formula
    message = (
        f"{line.cells[0].text}, cột '{column.title}' ({formula}): ô ghi {cell.written},"
        f" tính ra {right} (chưa làm tròn: {exact})"
    )
    return Finding(
        path=path,
        message=message,
        hint=f"Sửa ô thành {right}, hoặc để trống ô này thì số được tự tính.",
        needle=cell.written,
        nth=line.nth(index),
        mend=right,
    )
