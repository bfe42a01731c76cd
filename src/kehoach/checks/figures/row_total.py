"""Cột cộng hàng ngang, hoặc cột có ký hiệu 3=1+2, không bằng các cột của nó.

Vì sao:
    Ký hiệu cột (3=1+2, 6=3-5, 4=3/1) nói cột ấy tính thế nào; ô ghi khác thì một số sai, và công
    thức của cột mà khác ký hiệu thì bảng in ra một đằng, tính một nẻo. Cột Tổng số, Cộng không có
    ký hiệu thì chỉ được so khi ít nhất ba dòng và tám phần mười số dòng cho thấy nó là tổng của
    các cột cùng nhóm.

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

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT, Number
from kehoach.plan import Cell, Column, Row, Sheet, SheetLine, work_out
from kehoach.plan.base import Items
from kehoach.plan.formula import evaluate, parse_formula
from kehoach.plan.sheet import own_places
from kehoach.plan.walk import columns
from kehoach.source import Route

SEVERITY: Severity = "error"

_LABEL = re.compile(r"\(?(?P<own>\w+)\)?\s*=\s*(?P<how>[\w\s()+\-*/:x×.]+)")
_NAME = re.compile(r"\b([0-9]{1,2}[a-z]?|[a-z])\b")
_SUM = re.compile(r"(?:tổng|tổng số|cộng|tổng cộng)", re.IGNORECASE)
_FEWEST = 3
_MOST_OFF = Decimal("0.2")
_PRIMES = [Decimal(one) for one in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)]


def check(case: Case) -> Iterator[Finding]:
    """Labels against cells and formulas, then sums across that the rows themselves show."""
    for path, sheet in case.sheets:
        names = {_bare(one.label): index for index, one in enumerate(sheet.columns) if one.label}
        labelled = dict(_labelled(sheet, names))
        for index, tree in labelled.items():
            if sheet.columns[index].formula:
                yield from _label_and_formula(path, sheet, index, tree)
            else:
                yield from _cells(path, sheet, index, tree)
        yield from _shown(path, sheet, labelled)


def _bare(label: str) -> str:
    return label.partition("=")[0].strip(" ()")


def _labelled(sheet: Sheet, names: Mapping[str, int]) -> Iterator[tuple[int, ast.expr]]:
    """Each column whose label is a formula over the labels of others, read over `c<index>`."""
    for index, column in enumerate(sheet.columns):
        found = _LABEL.fullmatch(column.label.strip()) if column.kind == "number" else None
        tree = _tree(found["how"], names) if found else None
        if tree is not None:
            yield index, tree


def _tree(how: str, names: Mapping[str, int]) -> ast.expr | None:
    used = {one[1] for one in _NAME.finditer(how)}
    if not used <= names.keys():
        return None
    plain = how.replace(":", "/").replace("×", "*").replace("x", "*")
    text = _NAME.sub(lambda found: f"c{names[found[1]]}", plain)
    try:
        return parse_formula(text)
    except ValueError:
        return None


def _cells(path: Route, sheet: Sheet, index: int, tree: ast.expr) -> Iterator[Finding]:
    """The written cells of a column without a formula against its label."""
    for line in sheet.lines:
        cell = line.cells[index]
        expected = evaluate(tree, _values(line))
        if (
            expected is not None
            and cell.written
            and cell.value is not None
            and not _right(cell.written, expected)
        ):
            yield _finding(path, line, sheet.columns[index], cell, expected)


def _values(line: SheetLine) -> dict[str, Decimal | None]:
    return {f"c{index}": cell.value for index, cell in enumerate(line.cells)}


def _right(written: str, expected: Decimal) -> bool:
    """Whether it is what is written, rounded to its digits; a ratio may be given in percent."""
    if written in {"-", "–", "—"}:
        return expected == 0
    number = Number.parse(written)
    return any(
        Number.of(EXACT.multiply(expected, Decimal(factor)), number.decimals) == number
        for factor in (1, 100)
    )


def _finding(path: Route, line: SheetLine, column: Column, cell: Cell, right: Decimal) -> Finding:
    digits = Number.of(right, own_places(right)).text
    how = f" ({column.label})" if "=" in column.label else ""
    name = line.cells[0].text
    message = f"{name}, cột '{column.title}'{how}: ô ghi {cell.written}, tính ra {digits}"
    return Finding((*path, *line.path), message, "Sửa ô này hoặc ô bị sai cùng dòng.", cell.written)


def _label_and_formula(path: Route, sheet: Sheet, index: int, tree: ast.expr) -> Iterator[Finding]:
    """Whether label and formula are one sum, tried on numbers that no two columns share."""
    column = sheet.columns[index]
    values = _tried(sheet)
    labelled = evaluate(tree, {f"c{i}": value for i, value in enumerate(values)})
    own = values[index]
    if labelled is None or own is None or any(_near(labelled, own / one) for one in (1, 100)):
        return
    here = next(at for at, one in columns(sheet.table, path) if one is column)
    message = f"ký hiệu cột '{column.label}' khác công thức của cột: {column.formula}"
    yield Finding((*here, "label"), message, "Sửa ký hiệu hoặc công thức.", column.label)


def _tried(sheet: Sheet) -> list[Decimal | None]:
    """A value for each column: a prime where it is written, its formula's where it is computed."""
    texts = [f"{_PRIMES[i % len(_PRIMES)] + i // len(_PRIMES)}" for i in range(len(sheet.columns))]
    cells = ["" if one.formula else text for one, text in zip(sheet.columns, texts, strict=True)]
    row = Row(cells=" | ".join(cells))
    tried = work_out(sheet.table.model_copy(update={"rows": Items([row]), "total": None}))
    return [cell.expected or cell.value for cell in tried.lines[0].cells]


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) < Decimal("1e-9")


def _shown(path: Route, sheet: Sheet, labelled: Mapping[int, ast.expr]) -> Iterator[Finding]:
    """Columns named a sum, where most rows show them to be the sum of their neighbours."""
    for index, parts in _sums_across(sheet):
        column = sheet.columns[index]
        if index in labelled or column.formula or len(parts) < 2:
            continue
        pairs = [pair for line in sheet.lines if (pair := _pair(line, index, parts))]
        off = [one for one in pairs if one[1].value != one[2]]
        if len(pairs) - len(off) >= _FEWEST and len(off) <= _MOST_OFF * len(pairs):
            for line, cell, right in off:
                yield _finding(path, line, column, cell, right)


def _sums_across(sheet: Sheet) -> Iterator[tuple[int, list[int]]]:
    """Each column called a sum with the number columns beside it under one heading."""
    places = {id(column): index for index, column in enumerate(sheet.columns)}
    groups = [sheet.table.columns, *(one.columns for _, one in columns(sheet.table, ()))]
    for group in groups:
        inside = [places[id(one)] for one in group if id(one) in places]
        numbers = [index for index in inside if sheet.columns[index].added]
        for index in numbers:
            if _SUM.fullmatch(sheet.columns[index].title.strip()):
                yield index, [one for one in numbers if one != index]


def _pair(
    line: SheetLine, index: int, parts: Sequence[int]
) -> tuple[SheetLine, Cell, Decimal] | None:
    """A line's written sum and what its parts add up to; None where a number is missing."""
    cell = line.cells[index]
    values = [line.cells[one].value for one in parts]
    found = [value for value in values if value is not None]
    if not cell.written or cell.value is None or len(found) < len(values):
        return None
    return line, cell, reduce(EXACT.add, found)
