"""Thời hạn sau khi kế hoạch đã hết thời kỳ.

Vì sao:
    Việc của kế hoạch năm 2026 mà hạn là tháng 9 năm 2027 thì thuộc kế hoạch khác, hoặc là gõ nhầm
    năm. Báo cáo, quyết toán đầu năm sau được tính thêm 60 ngày.

Sai:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo., due: 2027-09-30}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Đúng:
    tasks:
      - {id: bao_cao, text: Báo cáo kết quả năm., due: 2027-01-15}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.language.days import days, periods
from kehoach.plan import Task
from kehoach.plan.time import years_of
from kehoach.source import Route

SEVERITY: Severity = "warning"

_YEAR = re.compile(r"^(?:[Tt]rong )?[Nn]ăm (\d{4})$")


class DueAfterPeriodOptions(Options):
    """Tùy chọn của due-after-period."""

    days: int = Field(
        60, ge=0, le=3660, title="Số ngày thêm", description="Số ngày được nhận sau thời kỳ."
    )


OPTIONS = DueAfterPeriodOptions


def check(case: Case) -> Iterator[Finding]:
    """Due dates, quarters and years of tasks, and deadlines told in sentences."""
    years = years_of(case.plan)
    if years is None:
        return
    more = dt.timedelta(days=case.options_of(DueAfterPeriodOptions).days)
    year, last = years.last, years.ends_on + more
    for index, task in enumerate(case.plan.tasks):
        yield from _task(("tasks", index), task, year, last)
    for path, text in case.prose:
        for one in case.memory.once(days, text):
            if one.day and one.deadline and one.day > last:
                yield _finding(path, date_short(one.day), year, one.text)


def _task(path: Route, task: Task, year: int, last: dt.date) -> Iterator[Finding]:
    if task.due and task.due > last:
        yield _finding((*path, "due"), date_short(task.due), year)
    for one in periods(task.time):
        if one.end and one.end > last:
            yield _finding((*path, "time"), one.text, year, one.text)
    whole = _YEAR.match(task.time)
    if whole and int(whole[1]) > year:
        yield _finding((*path, "time"), task.time, year, task.time)


def _finding(path: Route, when: str, year: int, needle: str = "") -> Finding:
    message = f"thời hạn {when} ở sau thời kỳ của kế hoạch, hết năm {year}"
    return Finding(path=path, message=message, hint="Sửa thời hạn, hoặc bỏ.", needle=needle)
