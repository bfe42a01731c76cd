"""Chỉ tiêu trong mục tiêu khác số của dòng tương ứng trong bảng.

Vì sao:
    Mục tiêu nói giảm 2,7% mà dòng tổng của phụ lục tính ra 2,4% thì không biết giao theo số nào.
    Chỉ tiêu được so với dòng có tên địa bàn của nó (cả nơi thì với dòng tổng), ở cột cùng mã hoặc
    cùng tên; mức giảm tỷ lệ được so với hiệu của hai cột tỷ lệ khi bảng chỉ có hai cột ấy.

Sai:
    objectives:
      targets:
        - {id: giam, indicator: Giảm tỷ lệ hộ nghèo, quantity: "2,7%"}
    outline:
      - {title: Mục tiêu, view: targets}
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ty_le, title: Giảm tỷ lệ hộ nghèo (%), sum: false}
            rows: ["Xã A | 2,5", "Xã B | 2,3"]
            total: {title: Tổng cộng, cells: "2,4"}

Đúng:
    objectives:
      targets:
        - {id: giam, indicator: Giảm tỷ lệ hộ nghèo, quantity: "2,4%"}
    outline:
      - {title: Mục tiêu, view: targets}
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: ty_le, title: Giảm tỷ lệ hộ nghèo (%), sum: false}
            rows: ["Xã A | 2,5", "Xã B | 2,3"]
            total: {title: Tổng cộng, cells: "2,4"}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.checks.figures.cells_named import WHOLE, agrees, plain, shown
from kehoach.diagnostics import Severity
from kehoach.language.administration import one_of, unit_words
from kehoach.plan import Column, Sheet, SheetLine
from kehoach.plan.objectives import Target
from kehoach.plan.time import is_yearly
from kehoach.source import Route

SEVERITY: Severity = "warning"

_PLACE = re.compile(rf"^{one_of(tuple(unit_words()))} ")
_RATE = re.compile(r"tỷ lệ")
_BOUNDS = {"at-least": "từ", "over": "trên", "at-most": "không quá", "under": "dưới"}


class _Found(NamedTuple):
    """What a table says: the number, and how the message calls its place."""

    value: Decimal
    place: str


def check(case: Case) -> Iterator[Finding]:
    """Each target against each table that has its row and its column."""
    tables = [(sheet, _by_name(sheet)) for _, sheet in case.sheets]
    for index, target in enumerate(case.plan.objectives.targets):
        for sheet, rows in tables:
            found = _in_table(case, sheet, _line(sheet, rows, target.area), target)
            if found and not _meets(found.value, target):
                yield _finding(("objectives", "targets", index, "quantity"), target, found)


def _finding(path: Route, target: Target, found: _Found) -> Finding:
    bound = _BOUNDS.get(target.comparison, "")
    message = (
        f"chỉ tiêu '{target.indicator}' ghi {f'{bound} ' if bound else ''}{target.quantity.text},"
        f" nhưng {found.place} là {shown(found.value)}"
    )
    return Finding(
        path=path,
        message=message,
        hint="Sửa chỉ tiêu hoặc sửa số trong bảng.",
        needle=target.quantity.text,
    )


def _in_table(case: Case, sheet: Sheet, line: SheetLine | None, target: Target) -> _Found | None:
    if line is None or not _of_this_plan(case, target):
        return None
    column = _column(sheet, target)
    if column is not None:
        value = line.cells[column].value
        return value if value is None else _Found(value, _place(line, sheet.columns[column].title))
    return _fall(sheet, line, target)


def _of_this_plan(case: Case, target: Target) -> bool:
    return "/" not in target.quantity.unit or is_yearly(case.plan)


def _place(line: SheetLine, title: str) -> str:
    return f"bảng, dòng '{line.name}', cột '{title}'"


def _by_name(sheet: Sheet) -> dict[str, list[SheetLine]]:
    """The rows by the names of their places, with or without the word for what they are."""
    rows: dict[str, list[SheetLine]] = {}
    for one in sheet.lines:
        if one.kind != "total":
            rows.setdefault(_name(one.name), []).append(one)
    return rows


def _name(text: str) -> str:
    return _PLACE.sub("", plain(text))


def _line(sheet: Sheet, rows: Mapping[str, list[SheetLine]], area: str) -> SheetLine | None:
    """The row of an area, the total row for the whole place."""
    if not area or WHOLE.fullmatch(plain(area)):
        return next(iter(sheet.of_kind("total")), None)
    named = rows.get(_name(area), ())
    return named[0] if len(named) == 1 else None


def _column(sheet: Sheet, target: Target) -> int | None:
    """The column of the target's id, or the only one of its name."""
    wanted = plain(target.indicator)
    by_id = [i for i, one in enumerate(sheet.columns) if one.id == target.id]
    found = by_id or [i for i, one in enumerate(sheet.columns) if plain(one.title) == wanted]
    if len(found) != 1 or sheet.columns[found[0]].kind != "number":
        return None
    return found[0] if _same_unit(sheet, sheet.columns[found[0]], target) else None


def _same_unit(sheet: Sheet, column: Column, target: Target) -> bool:
    return _percent(sheet, column) == target.quantity.unit.startswith("%")


def _percent(sheet: Sheet, column: Column) -> bool:
    if column.unit or "%" in column.title:
        return "%" in column.unit or "%" in column.title
    return "%" in sheet.table.unit or bool(_RATE.search(plain(column.title)))


def _fall(sheet: Sheet, line: SheetLine, target: Target) -> _Found | None:
    """The fall of a rate where the table holds the rate before and after, and no other rate."""
    rates = [i for i, one in enumerate(sheet.columns) if _RATE.search(plain(one.title))]
    if len(rates) != 2 or not plain(target.indicator).startswith("giảm tỷ lệ hộ nghèo"):
        return None
    if not target.quantity.unit.startswith("%"):
        return None
    before, after = (line.cells[index].value for index in rates)
    if before is None or after is None or not _about_the_poor(sheet):
        return None
    titles = " trừ ".join(f"'{sheet.columns[index].title}'" for index in rates)
    return _Found(before - after, f"bảng, dòng '{line.name}', {titles}")


def _about_the_poor(sheet: Sheet) -> bool:
    """Whether the table's counts are of poor households and of no others with rates."""
    titles = " ".join(plain(one.title) for one in sheet.table.columns)
    return "hộ nghèo" in titles and "cận nghèo" not in titles


def _meets(value: Decimal, target: Target) -> bool:
    quantity = target.quantity
    low = quantity.number
    match target.comparison:
        case "at-least":
            return value >= low.value
        case "over":
            return value > low.value
        case "at-most":
            return value <= low.value
        case "under":
            return value < low.value
    if quantity.upper is not None:
        return low.value <= value <= quantity.upper.value
    return agrees(value, low)
