"""Mức tăng, giảm nêu trong câu khác hiệu của hai số đứng cùng câu.

Vì sao:
    Câu nêu cả số đầu, số cuối và mức tăng giảm mà ba số không khớp thì một số sai; nói giảm mà số
    cuối lớn hơn số đầu cũng vậy. Tỷ lệ phần trăm được so cả theo điểm phần trăm và theo tỷ lệ tăng;
    chênh một đơn vị ở chữ số cuối (do làm tròn) được bỏ qua, và số khoảng chừng không bị so.

Sai:
    outline:
      - title: Kết quả
        text: Tỷ lệ hộ nghèo giảm 3,53% so với năm 2022 (từ 11,61% xuống 8,26%).

Đúng:
    outline:
      - title: Kết quả
        text: Tỷ lệ hộ nghèo giảm 3,35% so với năm 2022 (từ 11,61% xuống 8,26%).

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT, Number
from kehoach.language.changes import changes
from kehoach.language.figures import Figure
from kehoach.language.relations import Change
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import skeleton
from kehoach.language.units import power

SEVERITY: Severity = "warning"

_WORDS = {"up": "tăng", "down": "giảm", "": "thay đổi"}


def check(case: Case) -> Iterator[Finding]:
    """Each change told in the prose against its own figures."""
    for path, text in case.prose:
        for sentence in case.memory.once(sentences, text):
            for change in changes(case.memory.once(skeleton, sentence.text)):
                if wrong := _wrong(change):
                    yield Finding(
                        path=path,
                        message=f"'{change.quote}': {wrong}",
                        hint=_HINT,
                        needle=_needle(change),
                    )


_HINT = "Sửa số bị sai trong câu; nếu hai số đầu, cuối đúng thì sửa mức tăng giảm."


def _needle(change: Change) -> str:
    return (change.by or change.end).text


def _wrong(change: Change) -> str:
    start, end = _start(change), change.end.worth
    if change.start.upper or change.end.upper:
        return ""
    if (change.way == "up" and end < start) or (change.way == "down" and end > start):
        more = "lớn" if end > start else "nhỏ"
        word = _WORDS[change.way]
        return f"nói {word} nhưng {change.end.text} {more} hơn {change.start.text}"
    inexact = change.by is None or not change.by.plain or change.start.inexact or change.end.inexact
    if change.by is None or inexact or _fits(change, start, change.by):
        return ""
    return f"từ {change.start.text} đến {change.end.text} là {_told(change, start, change.by)}"


def _start(change: Change) -> Decimal:
    """The worth of the first figure, which may leave its unit to the second."""
    bare = change.start.kind == "bare" and change.end.kind == "money"
    return change.start.worth.scaleb(power(change.end.unit) if bare else 0)


def _fits(change: Change, start: Decimal, by: Figure) -> bool:
    difference = abs(change.end.worth - start)
    if by.like(change.end):
        step = Decimal(0) if by.kind == "count" else max(by.grain, change.end.grain)
        if abs(difference - by.worth) <= step:
            return True
    if by.kind != "percent" or not start:
        return not by.like(change.end)
    return abs(_relative(change, start) - by.worth) <= by.grain


def _relative(change: Change, start: Decimal) -> Decimal:
    return EXACT.divide(abs(change.end.worth - start) * 100, start)


def _told(change: Change, start: Decimal, by: Figure) -> str:
    word = "tăng" if change.end.worth > start else "giảm"
    if by.like(change.end):
        return f"{word} {by.write(abs(change.end.worth - start))}, câu ghi {by.text}"
    share = Number.of(_relative(change, start), by.number.decimals + 1)
    return f"{word} {share.text}%, câu ghi {by.text}"
