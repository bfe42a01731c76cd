"""Dòng tổng (hoặc dòng cộng của nhóm) khác tổng các dòng.

Vì sao:
    Người đọc cộng lại cột và thấy số tổng không khớp; số trong câu văn lấy từ dòng tổng cũng sai.

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
              - Xã A | 1.200
              - Xã B | 800
            total: {title: Tổng cộng, cells: 2.100}

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
              - Xã A | 1.200
              - Xã B | 800
            total: {title: Tổng cộng, cells: 2.000}

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.figures.formula_value import differs
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.plan import Column, SheetLine
from kehoach.source import Route

SEVERITY: Severity = "error"
TOTALS = True  # mended by `--fix-totals` only


def check(case: Case) -> Iterator[Finding]:
    """Each written sum of a total or subtotal line against its rows."""
    for path, sheet in case.sheets:
        for line in sheet.lines:
            if line.adds:
                for index, column in enumerate(sheet.columns):
                    if sheet.hows[index] == "add" and differs(line.cells[index]):
                        yield _finding((*path, *line.place(index)), line, column, index)


def _finding(path: Route, line: SheetLine, column: Column, index: int) -> Finding:
    cell = line.cells[index]
    assert cell.expected is not None
    assert cell.value is not None
    right = Number.of(cell.expected)
    off = Number.of(cell.value - cell.expected)
    message = (
        f"{line.name}, cột '{column.title}': ghi {cell.written}, các dòng cộng lại là"
        f" {right.text} (lệch {off.text})"
    )
    return Finding(
        path=path,
        message=message,
        hint=f"Sửa thành {right.text}, hoặc để trống ô này thì số được tự cộng.",
        needle=cell.written,
        nth=line.nth(index),
        mend=right.text,
    )
