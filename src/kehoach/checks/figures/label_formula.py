"""Ký hiệu của cột (3=1+2) khác công thức của chính cột ấy.

Vì sao:
    Bảng in ra một đằng, tính một nẻo: người đọc tính theo ký hiệu ra số khác số trong ô.

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
              - {id: cong, title: Cộng, label: 3=1-2, formula: tw + dp}
            rows:
              - Xã A | 300 | 66

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
              - {id: cong, title: Cộng, label: 3=1+2, formula: tw + dp}
            rows:
              - Xã A | 300 | 66

Căn cứ:
    Số liệu trong phụ lục phải thống nhất với nhau (NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Row, Sheet, work_out
from kehoach.plan.base import Items
from kehoach.plan.column_labels import labelled
from kehoach.plan.formula import evaluate
from kehoach.plan.walk import columns
from kehoach.source import Route

SEVERITY: Severity = "error"
FORMERLY = "row-total"

_PRIMES = [Decimal(one) for one in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)]


def check(case: Case) -> Iterator[Finding]:
    """Columns that have both a label that is a formula and a formula."""
    for path, sheet in case.sheets:
        for index, tree in labelled(sheet.columns).items():
            if sheet.columns[index].formula:
                yield from _compare(path, sheet, index, tree)


def _compare(path: Route, sheet: Sheet, index: int, tree: ast.expr) -> Iterator[Finding]:
    """Whether label and formula are one sum, tried on numbers that no two columns share."""
    column = sheet.columns[index]
    values = _tried(sheet)
    labelled = evaluate(tree, {f"_{i}": value for i, value in enumerate(values)})
    own = values[index]
    if labelled is None or own is None or any(_near(labelled, own / one) for one in (1, 100)):
        return
    here = next(at for at, one in columns(sheet.table, path) if one is column)
    message = f"ký hiệu cột '{column.label}' khác công thức của cột: {column.formula}"
    yield Finding(
        path=(*here, "label"),
        message=message,
        hint="Sửa ký hiệu hoặc công thức.",
        needle=column.label,
    )


def _tried(sheet: Sheet) -> list[Decimal | None]:
    """A value for each column: a prime where it is written, its formula's where it is computed."""
    texts = [f"{_PRIMES[i % len(_PRIMES)] + i // len(_PRIMES)}" for i in range(len(sheet.columns))]
    cells = ["" if one.formula else text for one, text in zip(sheet.columns, texts, strict=True)]
    row = Row(cells=" | ".join(cells))
    tried = work_out(sheet.table.model_copy(update={"rows": Items([row]), "total": None}))
    return [cell.expected or cell.value for cell in tried.lines[0].cells]


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) < Decimal("1e-9")
