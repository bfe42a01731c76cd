"""Cơ cấu, tỷ trọng cộng lại không bằng 100%.

Vì sao:
    Các phần của một cơ cấu cộng lại phải bằng 100% (lệch do làm tròn được bỏ qua). Bảng: cột phần
    trăm không có công thức mà tiêu đề nói cơ cấu, tỷ trọng hoặc dòng tổng ghi 100. Câu: ba phần trở
    lên sau chữ cơ cấu, tỷ trọng; tổng xa 100 thì câu chỉ nêu một số phần và không bị báo.

Sai:
    outline:
      - title: Kinh tế
        text: "Cơ cấu kinh tế: nông nghiệp 30,9%; công nghiệp 22,5%; dịch vụ 48,6%."

Đúng:
    outline:
      - title: Kinh tế
        text: "Cơ cấu kinh tế: nông nghiệp 30,9%; công nghiệp 22,5%; dịch vụ 46,6%."

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.language.figures import Figure
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import Skeleton, skeleton
from kehoach.plan import Column, Sheet
from kehoach.plan.walk import columns
from kehoach.source import Route

SEVERITY: Severity = "warning"

_SHARES = re.compile(r"cơ cấu|tỷ trọng|tỉ trọng", re.IGNORECASE)
_MOVING = re.compile(r"tăng|giảm|so với|chuyển dịch|từ \d|chuyển đổi|trong đó|riêng", re.IGNORECASE)
_WHOLE = Decimal(100)
_NEAR = (Decimal(95), Decimal(130))
_FEWEST = 3


def check(case: Case) -> Iterator[Finding]:
    """Share columns of tables, then shares listed in one sentence."""
    for path, sheet in case.sheets:
        if not sheet.of_kind("group") and not sheet.of_kind("subtotal"):
            yield from _columns(path, sheet, _said(case, path, sheet))
    for path, text in case.prose:
        for sentence in case.memory.once(sentences, text):
            if _SHARES.search(sentence.text) and not _MOVING.search(sentence.text):
                yield from _sentence(path, case.memory.once(skeleton, sentence.text))


def _said(case: Case, path: Route, sheet: Sheet) -> bool:
    """Whether the table or its appendix is about shares."""
    assert isinstance(path[1], int)
    titles = (sheet.table.title, case.plan.appendices[path[1]].title)
    return any(_SHARES.search(one) for one in titles)


def _columns(path: Route, sheet: Sheet, said: bool) -> Iterator[Finding]:
    for at, column in columns(sheet.table, path):
        places = [i for i, one in enumerate(sheet.columns) if one is column]
        if places and column.kind == "number" and not column.formula and _percent(column, sheet):
            yield from _column(at, sheet, places[0], said or bool(_SHARES.search(column.title)))


def _percent(column: Column, sheet: Sheet) -> bool:
    return "%" in column.title or "%" in column.unit or "%" in sheet.table.unit


def _column(at: Route, sheet: Sheet, index: int, said: bool) -> Iterator[Finding]:
    cells = [line.cells[index] for line in sheet.of_kind("row")]
    totals = [line.cells[index] for line in sheet.of_kind("total")]
    if totals and totals[0].written and sheet.hows[index] == "add":
        return  # the check of column totals tells it
    whole = any(one.written and one.value == _WHOLE for one in totals)
    values = [one.value for one in cells if one.value is not None]
    if not (said or whole) or len(values) < max(2, len(cells)):
        return
    places = max(len(one.written.partition(",")[2]) for one in cells)
    total = sum(values, Decimal(0))
    if _off(total, len(values), places):
        told = f"các dòng cộng lại là {Number.of(total).text}%, không phải 100%"
        yield Finding(
            path=(*at, "title"), message=f"cột '{sheet.columns[index].title}': {told}", hint=_HINT
        )


_HINT = "Sửa phần bị sai; các phần của một cơ cấu cộng lại bằng 100%."


def _off(total: Decimal, count: int, places: int) -> bool:
    """Whether a sum is further from 100 than rounding each part may bring it."""
    return abs(total - _WHOLE) > count * Decimal(5).scaleb(-places - 1)


def _sentence(path: Route, found: Skeleton) -> Iterator[Finding]:
    shares = [one for one in found.figures if one.kind == "percent"]
    if len(shares) < _FEWEST or not all(one.plain for one in shares) or _repeats(shares):
        return
    total = sum((one.worth for one in shares), Decimal(0))
    places = max(one.number.decimals for one in shares)
    if _off(total, len(shares), places) and _NEAR[0] <= total <= _NEAR[1]:
        sum_of = " + ".join(one.text for one in shares)
        message = f"{sum_of} = {Number.of(total).text}%, cơ cấu phải bằng 100%"
        yield Finding(
            path=path,
            message=message,
            hint=_HINT,
            needle=found.text[shares[0].start : shares[-1].end],
        )


def _repeats(shares: Sequence[Figure]) -> bool:
    """Whether one of them is the whole, or the sentence tells more than one list."""
    return any(one.worth >= _WHOLE for one in shares)
