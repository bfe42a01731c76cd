"""Tỷ lệ phần trăm lớn hơn 100 hoặc âm ở chỗ không thể như vậy.

Vì sao:
    Tỷ lệ hộ nghèo, tỷ lệ người dân, cơ cấu, tỷ trọng là phần của một tổng nên nằm trong 0 đến 100%.
    Mức đạt so với kế hoạch, mức tăng thì có thể lớn hơn 100%, nên không bị báo; mức giảm thì không.

Sai:
    outline:
      - title: Mục tiêu
        text: Phấn đấu tỷ lệ hộ dân nông thôn dùng nước hợp vệ sinh đạt 980%.

Đúng:
    outline:
      - title: Mục tiêu
        text: Phấn đấu tỷ lệ hộ dân nông thôn dùng nước hợp vệ sinh đạt 98,0%.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number, Quantity
from kehoach.language.administration import one_of, words_of
from kehoach.language.figures import Figure
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import skeleton
from kehoach.plan import Sheet
from kehoach.source import Route

SEVERITY: Severity = "error"

_WHO = (
    rf"(?:số )?(?:{one_of(words_of('commune', 'village'))}|hộ|người|dân|trẻ|học sinh|lao động"
    r"|cán bộ|công chức|hồ sơ|thủ tục"
    r"|trường|lớp|phụ nữ|nghèo|cận nghèo|che phủ|bao phủ|đô thị hóa|thiếu hụt|giải ngân|hài lòng)"
)
_SHARE = re.compile(rf"\b(?:[Tt]ỷ|[Tt]ỉ) (?:lệ {_WHO}|trọng)|\b[Cc]ơ cấu")
_MEASURED = re.compile(
    r"kế hoạch|so với|tăng|vượt|gấp|dự toán|chỉ tiêu|mục tiêu|chuẩn nghèo|mức đóng|lương|bằng \S*$"
)
_FALLS = re.compile(r"\bgiảm(?: thêm| được| tới| đến| khoảng)? $")
_FULL = Decimal(100)


def check(case: Case) -> Iterator[Finding]:
    """Targets, then the cells of rate columns, then the prose."""
    for index, target in enumerate(case.plan.objectives.targets):
        for name in ("quantity", "baseline"):
            value: Quantity | None = getattr(target, name)
            share = _SHARE.match(target.indicator) and not _MEASURED.search(target.indicator)
            if value and share and value.unit.startswith("%") and _impossible(value.number.value):
                yield _finding(("objectives", "targets", index, name), value.text, target.indicator)
    for path, sheet in case.sheets:
        yield from _cells(path, sheet)
    for path, text in case.prose:
        if "%" in text and path[:2] != ("objectives", "targets"):
            yield from _prose(case, path, text)


def _impossible(value: Decimal) -> bool:
    return value > _FULL or value < 0


def _finding(path: Route, text: str, what: str) -> Finding:
    return Finding(
        path=path,
        message=f"{what}: {text} không thể có",
        hint="Tỷ lệ này nằm trong 0 đến 100%.",
        needle=text,
    )


def _cells(path: Route, sheet: Sheet) -> Iterator[Finding]:
    for index, column in enumerate(sheet.columns):
        if column.kind != "number" or "%" not in column.title + column.unit:
            continue
        if not _SHARE.search(column.title) or _MEASURED.search(column.title):
            continue
        for line in sheet.lines:
            cell = line.cells[index]
            if cell.value is not None and _impossible(cell.value):
                what = f"{line.name}, cột '{column.title}'"
                yield _finding(
                    (*path, *line.place(index)), cell.written or Number.of(cell.value).text, what
                )


def _prose(case: Case, path: Route, text: str) -> Iterator[Finding]:
    for sentence in case.memory.once(sentences, text):
        end = 0
        for one in case.memory.once(skeleton, sentence.text).figures:
            before = sentence.text[end : one.start]
            end = one.end
            if (
                one.kind == "percent"
                and _impossible(one.worth)
                and _said(before, one, sentence.text)
            ):
                yield _finding(path, one.text, f"'{' '.join(before.split())[-60:].strip()}'")


def _said(before: str, one: Figure, text: str) -> bool:
    """Whether the words since the figure before make this one a share, or a fall."""
    if _FALLS.search(before):
        return one.worth > _FULL
    after = text[one.end : one.end + 30]
    share = _SHARE.search(before)
    return bool(share) and not _MEASURED.search(before) and not _MEASURED.search(after)
