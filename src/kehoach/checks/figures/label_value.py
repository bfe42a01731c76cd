"""Ô không bằng số tính theo ký hiệu của cột (3=1+2).

Vì sao:
    Ký hiệu cột (3=1+2, 6=3-5, 4=3/1) nói cột ấy tính thế nào; ô ghi khác thì một số sai. Tỷ lệ được
    viết theo phần trăm hay phần đơn vị đều được.

Sai:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: tw, title: Trung ương, label: "1"}
              - {id: dp, title: Địa phương, label: "2"}
              - {id: cong, title: Cộng, label: 3=1+2}
            rows:
              - Xã A | 300 | 66 | 360

Đúng:
    appendices:
      - id: pl
        title: Kinh phí
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: tw, title: Trung ương, label: "1"}
              - {id: dp, title: Địa phương, label: "2"}
              - {id: cong, title: Cộng, label: 3=1+2}
            rows:
              - Xã A | 300 | 66 | 366

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.checks.figures.rows import off_in_row
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT, Number
from kehoach.plan import Sheet, SheetLine
from kehoach.plan.column_labels import labelled
from kehoach.plan.formula import evaluate
from kehoach.plan.totals import labels_of_sums

SEVERITY: Severity = "error"
FORMERLY = "row-total"


def check(case: Case) -> Iterator[Finding]:
    """The written cells of columns that have a label and no formula."""
    for path, sheet in case.sheets:
        of_sums = labels_of_sums(sheet.columns)
        for index, tree in labelled(sheet.columns).items():
            for line in sheet.lines if not sheet.columns[index].formula else ():
                if line.adds and index not in of_sums:
                    continue  # a total of products is no product of totals
                expected = evaluate(tree, _values(sheet, line))
                cell = line.cells[index]
                known = expected is not None and cell.written and cell.value is not None
                if expected is not None and known and not _right(cell.written, expected):
                    yield off_in_row(path, line, sheet, index, expected)


def _values(sheet: Sheet, line: SheetLine) -> dict[str, Decimal | None]:
    """The cells by the names of labels; a column that is not added is unknown in a line of sums."""
    return {
        f"_{index}": cell.value
        for index, (cell, how) in enumerate(zip(line.cells, sheet.hows, strict=True))
        if cell.value is not None or not line.adds or how in {"add", "formula"}
    }


def _right(written: str, expected: Decimal) -> bool:
    """Whether it is what is written, rounded to its digits; a ratio may be given in percent."""
    if written in {"-", "–", "—"}:
        return expected == 0
    number = Number.parse(written)
    return any(
        Number.of(EXACT.multiply(expected, Decimal(factor)), number.decimals) == number
        for factor in (1, 100)
    )
