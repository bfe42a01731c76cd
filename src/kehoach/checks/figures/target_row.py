"""Chỉ tiêu trong mục tiêu khác số của dòng tương ứng trong bảng.

Vì sao:
    Mục tiêu nói giảm 2,7% mà dòng tổng của phụ lục tính ra 2,4% thì không biết giao theo số nào.
    Chỉ tiêu được so với dòng có tên địa bàn của nó (cả nơi thì với dòng tổng), ở cột cùng mã hoặc
    cùng tên; mức giảm tỷ lệ được so với hiệu của hai cột tỷ lệ khi bảng chỉ có hai cột ấy. Câu nêu
    một số cho toàn tỉnh, toàn huyện, toàn xã mà nhắc đủ tên một cột thì cũng được so.

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
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.language.figures import figures
from kehoach.language.sentences import sentences
from kehoach.plan import Cell, Column, Sheet, SheetLine
from kehoach.plan.objectives import Target
from kehoach.plan.sheet import own_places
from kehoach.source import Route

SEVERITY: Severity = "warning"

_WHOLE = re.compile(r"(?:trên địa bàn )?toàn (?:tỉnh|huyện|xã|thị xã|thành phố|phường|vùng|sở)")
_PLACE = re.compile(r"^(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|thôn) ")
_UNIT = re.compile(r"\([^()]*\)|%")
_RATE = re.compile(r"tỷ lệ")
_BOUNDS = {"at-least": "từ", "over": "trên", "at-most": "không quá", "under": "dưới"}
_FEWEST_WORDS = 4


class _Found(NamedTuple):
    """What a table says: the number, and how the message calls its place."""

    value: Decimal
    place: str


def check(case: Case) -> Iterator[Finding]:
    """Each target against each table that has its row and its column, then sentences."""
    for index, target in enumerate(case.plan.objectives.targets):
        for _, sheet in case.sheets:
            found = _in_table(case, sheet, target)
            if found and not _meets(found.value, target):
                yield _finding(("objectives", "targets", index, "quantity"), target, found)
    yield from _sentences(case)


def _finding(path: Route, target: Target, found: _Found) -> Finding:
    bound = _BOUNDS.get(target.comparison, "")
    shown = Number.of(found.value, own_places(found.value)).text
    message = (
        f"chỉ tiêu '{target.indicator}' ghi {f'{bound} ' if bound else ''}{target.quantity.text},"
        f" nhưng {found.place} là {shown}"
    )
    return Finding(path, message, "Sửa chỉ tiêu hoặc sửa số trong bảng.", target.quantity.text)


def _in_table(case: Case, sheet: Sheet, target: Target) -> _Found | None:
    line = _line(sheet, target.area)
    if line is None or not _of_this_plan(case, target):
        return None
    column = _column(sheet, target)
    if column is not None:
        value = line.cells[column].value
        return value if value is None else _Found(value, _place(line, sheet.columns[column].title))
    return _fall(sheet, line, target)


def _of_this_plan(case: Case, target: Target) -> bool:
    yearly = case.plan.year is not None and case.plan.period is None
    return "/" not in target.quantity.unit or yearly


def _place(line: SheetLine, title: str) -> str:
    return f"bảng, dòng '{line.cells[0].text}', cột '{title}'"


def _line(sheet: Sheet, area: str) -> SheetLine | None:
    """The row of an area, the total row for the whole place."""
    if not area or _WHOLE.fullmatch(_plain(area)):
        return next(iter(sheet.of_kind("total")), None)
    named = [one for one in sheet.lines if one.kind != "total" and _named(one, area)]
    return named[0] if len(named) == 1 else None


def _named(line: SheetLine, area: str) -> bool:
    name, wanted = _plain(line.cells[0].text), _plain(area)
    return name == wanted or _PLACE.sub("", name) == _PLACE.sub("", wanted)


def _column(sheet: Sheet, target: Target) -> int | None:
    """The column of the target's id, or the only one of its name."""
    wanted = _plain(target.indicator)
    by_id = [i for i, one in enumerate(sheet.columns) if one.id == target.id]
    found = by_id or [i for i, one in enumerate(sheet.columns) if _plain(one.title) == wanted]
    if len(found) != 1 or sheet.columns[found[0]].kind != "number":
        return None
    return found[0] if _same_unit(sheet, sheet.columns[found[0]], target) else None


def _plain(title: str) -> str:
    return " ".join(_UNIT.sub(" ", title.casefold()).split())


def _same_unit(sheet: Sheet, column: Column, target: Target) -> bool:
    return _percent(sheet, column) == target.quantity.unit.startswith("%")


def _percent(sheet: Sheet, column: Column) -> bool:
    if column.unit or "%" in column.title:
        return "%" in column.unit or "%" in column.title
    return "%" in sheet.table.unit or bool(_RATE.search(_plain(column.title)))


def _fall(sheet: Sheet, line: SheetLine, target: Target) -> _Found | None:
    """The fall of a rate where the table holds the rate before and after, and no other rate."""
    rates = [i for i, one in enumerate(sheet.columns) if _RATE.search(_plain(one.title))]
    if len(rates) != 2 or not _plain(target.indicator).startswith("giảm tỷ lệ hộ nghèo"):
        return None
    if not target.quantity.unit.startswith("%"):
        return None
    before, after = (line.cells[index].value for index in rates)
    if before is None or after is None or not _about_the_poor(sheet):
        return None
    titles = " trừ ".join(f"'{sheet.columns[index].title}'" for index in rates)
    return _Found(before - after, f"bảng, dòng '{line.cells[0].text}', {titles}")


def _about_the_poor(sheet: Sheet) -> bool:
    """Whether the table's counts are of poor households and of no others with rates."""
    titles = " ".join(_plain(one.title) for one in sheet.table.columns)
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
    return _agrees(value, low)


def _agrees(value: Decimal, stated: Number) -> bool:
    """Whether they are one number, rounded to the fewer digits of the two."""
    places = min(stated.decimals, own_places(value))
    return Number.of(value, places) == stated.rounded(places)


def _sentences(case: Case) -> Iterator[Finding]:
    """A sentence's one figure for the whole place against the total of the column it names."""
    totals = [
        (sheet, line, index)
        for _, sheet in case.sheets
        for line in sheet.of_kind("total")
        for index, column in enumerate(sheet.columns)
        if column.kind == "number" and len(_plain(column.title).split()) >= _FEWEST_WORDS
    ]
    for path, text in case.prose if totals else ():
        for sentence in sentences(text):
            for sheet, line, index in totals:
                yield from _sentence(path, sentence.text, sheet.columns[index], line.cells[index])


def _sentence(path: Route, text: str, column: Column, cell: Cell) -> Iterator[Finding]:
    found = [one for one in figures(text) if one.kind in {"percent", "count"}]
    if len(found) != 1 or not found[0].plain or cell.value is None:
        return
    words = _plain(text)
    if not _WHOLE.search(words) or _plain(column.title) not in words:
        return
    percent = found[0].kind == "percent"
    if percent == ("tỷ lệ" in _plain(column.title)) and not _agrees(cell.value, found[0].number):
        shown = Number.of(cell.value, own_places(cell.value)).text
        message = f"câu ghi {found[0].text}, bảng ghi {shown} ở dòng tổng, cột '{column.title}'"
        yield Finding(path, message, "Sửa câu hoặc sửa số trong bảng.", found[0].text)
