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

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Sheet, SheetLine
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Cells that hold no number where one must stand, and lines with too many cells."""
    for path, sheet in case.sheets:
        for line in sheet.lines:
            yield from _faults(sheet, line, (*path, *line.path))
            if line.surplus:
                yield _surplus(sheet, line, (*path, *line.path))


def _faults(sheet: Sheet, line: SheetLine, path: Route) -> Iterator[Finding]:
    for column, cell in zip(sheet.columns, line.cells, strict=True):
        if cell.fault:
            message = f"cột '{column.title}': ô ghi '{cell.written}': {cell.fault}"
            yield Finding(
                path=path,
                message=message,
                hint="Viết số kiểu 1.234,5; để trống nếu không có.",
                needle=cell.written,
            )


def _surplus(sheet: Sheet, line: SheetLine, path: Route) -> Finding:
    titles = [one.title for one in sheet.columns if line.kind == "row" or one.kind == "number"]
    message = f"dòng thừa {line.surplus} ô so với {len(titles)} cột"
    hint = f"Các cột theo thứ tự: {' | '.join(titles)}."
    return Finding(path=path, message=message, hint=hint)
