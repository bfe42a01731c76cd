"""Không rõ ô ở dòng tổng của một cột là số cộng, số tính lại hay để trống.

Vì sao:
    Số tiền cộng được; tỷ lệ, mức, đơn giá thì không: cộng chúng ra một số sai. Nơi không rõ, ô
    tổng được để trống cho tới khi kế hoạch nêu.

Sai:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ty_le, title: Tỷ lệ hộ nghèo (%)}
            rows:
              - Xã A | 10
              - Xã B | 20
            total: Toàn huyện

Đúng:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ty_le, title: Tỷ lệ hộ nghèo (%), total: none}
            rows:
              - Xã A | 10
              - Xã B | 20
            total: Toàn huyện

Căn cứ:
    Không có; đây là điều kiện để bảng tự cộng đúng.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Column, Sheet
from kehoach.plan.walk import columns
from kehoach.source import Route

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Columns whose total cannot be told, in tables with lines of sums over figures of theirs."""
    for path, sheet in case.sheets:
        asked = [one for i, one in enumerate(sheet.columns) if _asked(sheet, i)]
        for here, column in columns(sheet.table, path):
            if any(column is one for one in asked):
                yield _finding((*here, "formula" if column.formula else "title"), column)


def _asked(sheet: Sheet, index: int) -> bool:
    """Whether a line of sums leaves the cell empty, or states what no one can check."""
    if sheet.hows[index] != "ask":
        return False
    if not any(line.cells[index].value is not None for line in sheet.lines):
        return False
    cells = [line.cells[index] for line in sheet.lines if line.adds]
    return any(not one.written or sheet.columns[index].formula for one in cells)


def _finding(path: Route, column: Column) -> Finding:
    message = f"cột '{column.title}': không rõ ô ở dòng tổng là số cộng, số tính lại hay để trống"
    ways = ["add (cộng các dòng)", "none (để trống)"]
    if column.formula:
        ways.insert(1, "formula (tính trên các số tổng)")
    hint = f"Thêm total cho cột: {', '.join(ways)}."
    return Finding(path=path, message=message, hint=hint)
