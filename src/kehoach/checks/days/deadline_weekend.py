"""Thời hạn rơi vào thứ Bảy, Chủ nhật (mặc định tắt).

Vì sao:
    Hạn vào ngày nghỉ thì người nhận phải gửi sớm hơn hoặc được tính sang ngày làm việc sau: nêu
    ngày làm việc thì không phải đoán. Có văn phòng vẫn lấy ngày cuối tháng, nên kiểm tra này tắt;
    bật bằng severity = "warning" trong kehoach.toml.

Sai:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo., due: 2026-10-31}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Đúng:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo., due: 2026-10-30}
    outline:
      - {title: Nhiệm vụ, view: tasks}

Căn cứ:
    Bộ luật Dân sự, Điều 148: thời hạn kết thúc vào ngày nghỉ thì tính hết ngày làm việc tiếp theo.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.language.days import days

SEVERITY: Severity = "warning"
OFF = True

_NAMES = {5: "thứ Bảy", 6: "Chủ nhật"}
_HINT = "Đổi sang ngày làm việc."


def check(case: Case) -> Iterator[Finding]:
    """Due dates of tasks, and deadlines told in sentences."""
    for index, task in enumerate(case.plan.tasks):
        if task.due and task.due.weekday() in _NAMES:
            yield Finding(path=("tasks", index, "due"), message=_wording(task.due), hint=_HINT)
    for path, text in case.prose:
        for one in case.memory.once(days, text):
            if one.day and one.deadline and one.day.weekday() in _NAMES:
                yield Finding(path=path, message=_wording(one.day), hint=_HINT, needle=one.text)


def _wording(day: dt.date) -> str:
    return f"thời hạn {date_short(day)} là {_NAMES[day.weekday()]}"
