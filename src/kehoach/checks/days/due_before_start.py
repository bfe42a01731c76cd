"""Thời hạn trước ngày ban hành kế hoạch.

Vì sao:
    Không ai làm xong được trước khi được giao. Thường là ngày còn sót từ kế hoạch năm trước. Kế
    hoạch còn là dự thảo thì so với ngày 01 tháng 10 của năm trước năm kế hoạch.

Sai:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo., due: 2025-09-30}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Đúng:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo., due: 2026-09-30}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.language.days import days
from kehoach.language.sentences import sentence_at
from kehoach.plan.time import years_of
from kehoach.source import Route

SEVERITY: Severity = "error"

_ACTION = re.compile(
    r"gửi|báo cáo|trình|nộp|hoàn thành|xong|ban hành|phê duyệt|đăng ký|rà soát|tổng hợp|giải ngân"
    r"|tổ chức|triển khai|xây dựng|lập|bàn giao|phân bổ|công bố",
    re.IGNORECASE,
)
_PAST = re.compile(r"\bđã\b|kết quả|trước đây|sinh trước|cư trú|thường trú|quy định tại")
_MONTH_OF_DRAFTS = 10


def check(case: Case) -> Iterator[Finding]:
    """Due dates of tasks, and deadlines told in sentences."""
    start = _start(case)
    if start is None:
        return
    for index, task in enumerate(case.plan.tasks):
        if task.due and task.due < start:
            yield _finding(case, ("tasks", index, "due"), task.due, start)
    for path, text in case.prose:
        yield from _told(case, path, text, start)


def _start(case: Case) -> dt.date | None:
    years = years_of(case.plan)
    if case.plan.issued_on or years is None:
        return case.plan.issued_on
    return dt.date(years.first - 1, _MONTH_OF_DRAFTS, 1)


def _told(case: Case, path: Route, text: str, start: dt.date) -> Iterator[Finding]:
    """Deadlines of the year of issue or the one before: older ones tell whom a rule is about."""
    for one in case.memory.once(days, text):
        if one.day and one.deadline and start.year - 1 <= one.day.year and one.day < start:
            sentence = sentence_at(text, one.start, case.memory)
            if _ACTION.search(sentence) and not _PAST.search(sentence):
                yield _finding(case, path, one.day, start, one.text)


def _finding(case: Case, path: Route, day: dt.date, start: dt.date, needle: str = "") -> Finding:
    name = "ngày ban hành kế hoạch" if case.plan.issued_on else "thời gian lập kế hoạch"
    message = f"thời hạn {date_short(day)} ở trước {name} ({date_short(start)})"
    return Finding(path=path, message=message, hint="Sửa thời hạn.", needle=needle)
