"""Công thức của cột viết sai hoặc nhắc tới cột không có.

Vì sao:
    Công thức sai thì cả cột không được tính và không được kiểm tra.

Sai:
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ho, title: Số hộ}
              - {id: ty_le, title: Tỷ lệ, formula: ngheo / ho * 100}
            rows:
              - Xã A | 1.200 | 7,00

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
              - {id: ty_le, title: Tỷ lệ, formula: ngheo / ho * 100}
            rows:
              - Xã A | 1.200 | 84 | 7,00

Căn cứ:
    Không có; đây là điều kiện để bảng tự tính.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Column, Table
from kehoach.plan.formula import names, parse_formula
from kehoach.plan.walk import columns
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Each formula parses and names columns of its own table, in no circle."""
    for path, sheet in case.sheets:
        circling = _circling(sheet.table)
        for here, column in columns(sheet.table, path):
            if column.formula:
                yield from _formula((*here, "formula"), column, sheet.table)
            if column.formula and column.id in circling:
                yield Finding(
                    path=(*here, "formula"),
                    message=f"công thức của cột '{column.id}' đi vòng:"
                    " cột nó dùng lại tính từ chính nó",
                    hint="Bỏ công thức của một cột trong vòng và ghi số vào cột đó.",
                )


def _formula(path: Route, column: Column, table: Table) -> Iterator[Finding]:
    try:
        used = names(parse_formula(column.formula))
    except ValueError as error:
        yield Finding(
            path=path, message=str(error), hint="Mẫu đúng: (ho_ngheo - giam) / so_ho * 100."
        )
        return
    known = [one.id for one in table.leaves if one.id and one is not column]
    for name in used:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Có phải là '{near[0]}'?" if near else f"Các cột: {', '.join(known)}."
            yield Finding(
                path=path,
                message=f"công thức nhắc tới cột '{name}' không có trong bảng",
                hint=hint,
                needle=name,
            )


def _circling(table: Table) -> set[str]:
    """The ids of columns that are worked out from themselves, over others."""
    used = {one.id: _used(one) - {one.id} for one in table.leaves if one.id and one.formula}
    return {one for one in used if one in _reached(used, one)}


def _reached(used: Mapping[str, set[str]], start: str) -> set[str]:
    reached, waiting = set[str](), list(used[start])
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += used.get(name, ())
    return reached


def _used(column: Column) -> set[str]:
    try:
        return set(names(parse_formula(column.formula)))
    except ValueError:
        return set()
