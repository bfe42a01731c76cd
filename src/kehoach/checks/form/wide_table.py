"""Bảng rộng hơn trang giấy.

Vì sao:
    Khi các chữ dài nhất của các cột cộng lại rộng hơn phần chữ của trang thì chữ bị cắt giữa chừng.
    Trang dọc không đủ thì xoay ngang; ngang vẫn không đủ thì bớt cột hoặc tách bảng. Bề rộng tính
    theo cỡ chữ 12 và lề của mẫu chung.

Sai:
    appendices:
      - id: pl
        title: Phân bổ vốn
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: a, title: "1.234.567.890.123"}
              - {id: b, title: "1.234.567.890.124"}
              - {id: c, title: "1.234.567.890.125"}
              - {id: d, title: "1.234.567.890.126"}
              - {id: e, title: "1.234.567.890.127"}
              - {id: g, title: "1.234.567.890.128"}
            rows: [Xã A | 1 | 2 | 3 | 4 | 5 | 6]

Đúng:
    appendices:
      - id: pl
        title: Phân bổ vốn
        orientation: landscape
        tables:
          - id: b
            columns:
              - {id: xa, title: Xã, kind: text}
              - {id: a, title: "1.234.567.890.123"}
              - {id: b, title: "1.234.567.890.124"}
              - {id: c, title: "1.234.567.890.125"}
              - {id: d, title: "1.234.567.890.126"}
              - {id: e, title: "1.234.567.890.127"}
              - {id: g, title: "1.234.567.890.128"}
            rows: [Xã A | 1 | 2 | 3 | 4 | 5 | 6]

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 2: văn bản có bảng được trình bày theo chiều
    rộng.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.diagnostics import Severity
from kehoach.plan import Column, Sheet
from kehoach.source import Route
from kehoach.word.metrics import line_width

SEVERITY: Severity = "warning"

_HALF_POINTS = 24
_AROUND = 180  # twips: 80 left and right of the text of a cell, and the line beside it
_TWIPS_PER_MM = 1440 / 25.4
_BREAK = re.compile(r"[\s]+|(?<=[-–—])(?=\w)")
_MARKS = re.compile(r"\[\^[^\]\s]+\]|[*^~\\]")


class WideTableOptions(Options):
    """Tùy chọn của wide-table: mm of text on A4 with the margins of the decree's own forms."""

    portrait: int | float = Field(
        165, gt=0, title="Trang dọc", description="Bề rộng phần chữ của trang dọc, mm."
    )
    landscape: int | float = Field(
        252, gt=0, title="Trang ngang", description="Bề rộng phần chữ của trang ngang, mm."
    )


OPTIONS = WideTableOptions


def check(case: Case) -> Iterator[Finding]:
    """Each table's least width against the page that its appendix asks for."""
    rooms = case.options_of(WideTableOptions)
    upright = round(rooms.portrait * _TWIPS_PER_MM)
    across = round(rooms.landscape * _TWIPS_PER_MM)
    for path, sheet in case.sheets:
        portrait = case.plan.appendices[int(path[1])].orientation == "portrait"
        least = least_width(sheet)
        if least > (upright if portrait else across):
            yield _finding(path, least, portrait, across)


def _finding(path: Route, least: int, portrait: bool, across: int) -> Finding:
    needs = f"bảng cần rộng ít nhất {_mm(least)} mm"
    if least > across:
        hint = "Bớt cột, viết ngắn các từ dài ở tiêu đề, hoặc tách thành hai bảng."
        message = f"{needs}, trang ngang cũng chỉ có {_mm(across)} mm"
        return Finding(path=path, message=message, hint=hint)
    assert portrait
    hint = "Đặt orientation: landscape cho phụ lục này."
    return Finding(path=path, message=f"{needs}, không vừa trang dọc", hint=hint)


def _mm(twips: int) -> int:
    return round(twips / _TWIPS_PER_MM)


def least_width(sheet: Sheet) -> int:
    """The least width in twips at which words and numbers stay whole."""
    leaves = sheet.table.leaves
    widths = [_column(column, sheet) for column in leaves]
    _spread(sheet.table.columns, widths)
    return sum(widths)


def _column(column: Column, sheet: Sheet) -> int:
    """What the cells of a column and its label ask for."""
    texts = [(column.label, True), *_cells(column, sheet)]
    whole = column.kind == "number"
    pieces = {
        (piece, bold)
        for text, bold in texts
        for piece in ((text,) if whole else _BREAK.split(text))
    }
    return max(_width(piece, bold) for piece, bold in pieces) + _AROUND


def _cells(column: Column, sheet: Sheet) -> list[tuple[str, bool]]:
    bold = [line.kind != "row" for line in sheet.lines]
    place = next((i for i, one in enumerate(sheet.columns) if one is column), None)
    if place is None:
        texts = [line.number for line in sheet.lines]
    else:
        texts = [_MARKS.sub("", line.cells[place].text) for line in sheet.lines]
    return list(dict.fromkeys(zip(texts, bold, strict=True)))


class _Header(NamedTuple):
    """A header's depth from the top, the columns that it stands over, and its title."""

    depth: int
    first: int
    last: int
    title: str


def _headers(columns: Iterable[Column], first: int, depth: int) -> Iterator[_Header]:
    for column in columns:
        below = list(_headers(column.columns, first, depth + 1))
        last = max((one.last for one in below), default=first + 1)
        yield _Header(depth, first, last, column.title)
        yield from below
        first = last


def _spread(columns: Iterable[Column], widths: list[int]) -> None:
    """Headers keep their words whole: one over several columns asks all of them alike."""
    for one in sorted(_headers(columns, 0, 0), key=lambda one: one.depth):
        least = _widest(_BREAK.split(_MARKS.sub("", one.title)), bold=True) + _AROUND
        missing = least - sum(widths[one.first : one.last])
        for place in range(one.first, one.last):
            widths[place] += max(0, -(-missing // (one.last - one.first)))


def _widest(texts: Iterable[str], bold: bool) -> int:
    return max((_width(text, bold) for text in texts), default=0)


def _width(text: str, bold: bool) -> int:
    return line_width(text, _HALF_POINTS, bold=bold)
