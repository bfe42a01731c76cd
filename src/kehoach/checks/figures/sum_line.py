"""Dòng Cộng, Tổng cộng, Trong đó viết như một dòng thường, hoặc dòng không rõ ở bậc nào.

Vì sao:
    Dòng thường được cộng vào tổng: số của dòng Cộng, dòng Trong đó khi ấy được tính hai lần. Loại
    của dòng do kế hoạch nêu hoặc theo số thứ tự của dòng, phần mềm không đoán.

Sai:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: von, title: Vốn}
            rows:
              - Xã A | 300
              - Xã B | 66
              - Cộng | 366

Đúng:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: von, title: Vốn}
            rows:
              - Xã A | 300
              - Xã B | 66
              - {kind: total, cells: Cộng | 366}

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Sheet, SheetLine
from kehoach.source import Route

SEVERITY: Severity = "error"

_SUM = re.compile(r"(?:tổng )?cộng\b(?! (?:đồng|tác|hòa|hưởng))|tổng(?: số)? *:?$", re.IGNORECASE)
_PART = re.compile(r"trong (?:số )?đó\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Rows with figures whose name says that they are no rows, and those that fit no level."""
    for path, sheet in case.sheets:
        for line in sheet.lines:
            if line.lost:
                yield _finding(path, line, *_LOST)
            elif wording := _wording(sheet, line):
                yield _finding(path, line, *wording)


def _finding(path: Route, line: SheetLine, message: str, hint: str) -> Finding:
    return Finding(path=(*path, *line.path), message=message, hint=hint, needle=line.name)


_LOST = (
    "dòng không có số thứ tự, không rõ thuộc bậc nào của bảng",
    "Ghi số thứ tự của dòng, xếp dòng vào rows của nhóm, hoặc ghi dòng tổng ở total của bảng.",
)


def _wording(sheet: Sheet, line: SheetLine) -> tuple[str, str] | None:
    """What is said of a line that would be added though its name is of a sum or a part."""
    name = line.name.strip(" -–+*")
    if _PART.match(name) and line.kind in {"row", "group", "subtotal"}:
        message = f"dòng '{name}' và các dòng thuộc nó đang được cộng thêm vào tổng"
        return message, "Thêm kind: of-which cho từng dòng ấy; chúng được in mà không cộng."
    if _SUM.match(name) and line.kind == "row" and _added(sheet, line):
        message = f"dòng '{name}' đang được cộng như một dòng thường"
        return message, "Thêm kind: total cho dòng ấy, hoặc bỏ dòng và dùng subtotal, total."
    return None


def _added(sheet: Sheet, line: SheetLine) -> bool:
    return any(line.cells[index].value for index, how in enumerate(sheet.hows) if how == "add")
