"""Cột Cộng, Tổng số không bằng tổng các cột cùng nhóm.

Vì sao:
    Ô cộng hàng ngang sai thì không biết tin ô cộng hay ô thành phần. Cột chỉ được so khi ít nhất
    ba dòng và tám phần mười số dòng cho thấy nó là tổng của các cột cùng nhóm; cột có ký hiệu hay
    công thức thì đã có kiểm tra khác.

Sai:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: tw, title: Trung ương}
              - {id: dp, title: Địa phương}
              - {id: cong, title: Cộng}
            rows: [Xã A | 300 | 66 | 366, Xã B | 10 | 5 | 15, Xã C | 7 | 2 | 9, Xã D | 40 | 4 | 44,
              Xã Đ | 20 | 6 | 62]

Đúng:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: tw, title: Trung ương}
              - {id: dp, title: Địa phương}
              - {id: cong, title: Cộng}
            rows: [Xã A | 300 | 66 | 366, Xã B | 10 | 5 | 15, Xã C | 7 | 2 | 9, Xã D | 40 | 4 | 44,
              Xã Đ | 20 | 6 | 26]

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from kehoach.checks.case import Case, Finding
from kehoach.checks.figures.rows import off_in_row
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT
from kehoach.plan import Cell, Sheet, SheetLine
from kehoach.plan.column_labels import labelled
from kehoach.plan.walk import columns

SEVERITY: Severity = "error"

_SUM = re.compile(r"(?:tổng|tổng số|cộng|tổng cộng)", re.IGNORECASE)
_FEWEST = 3
_MOST_OFF = Decimal("0.2")


def check(case: Case) -> Iterator[Finding]:
    """Columns named a sum, where most rows show them to be the sum of their neighbours."""
    for path, sheet in case.sheets:
        told_how = labelled(sheet.columns)
        for index, parts in _sums_across(sheet):
            column = sheet.columns[index]
            if index in told_how or column.formula or len(parts) < 2:
                continue
            pairs = [pair for line in sheet.lines if (pair := _pair(line, index, parts))]
            off = [one for one in pairs if one[1].value != one[2]]
            if len(pairs) - len(off) >= _FEWEST and len(off) <= _MOST_OFF * len(pairs):
                for line, _, right in off:
                    yield off_in_row(path, line, sheet, index, right)


def _sums_across(sheet: Sheet) -> Iterator[tuple[int, list[int]]]:
    """Each column called a sum with the number columns beside it under one heading."""
    places = {id(column): index for index, column in enumerate(sheet.columns)}
    groups = [sheet.table.columns, *(one.columns for _, one in columns(sheet.table, ()))]
    for group in groups:
        inside = [places[id(one)] for one in group if id(one) in places]
        numbers = [index for index in inside if sheet.hows[index] == "add"]
        for index in numbers:
            if _SUM.fullmatch(sheet.columns[index].title.strip()):
                yield index, [one for one in numbers if one != index]


def _pair(
    line: SheetLine, index: int, parts: Sequence[int]
) -> tuple[SheetLine, Cell, Decimal] | None:
    """A line's written sum and what its parts add up to; None where it has none of them."""
    cell = line.cells[index]
    values = [line.cells[one].value for one in parts]
    found = [value for value in values if value is not None]
    if not cell.written or cell.value is None or not found:
        return None
    return line, cell, reduce(EXACT.add, found)
