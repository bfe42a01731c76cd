"""Ngày của văn bản được dẫn không có trong lịch, hoặc sau ngày của kế hoạch.

Vì sao:
    Kế hoạch chỉ dẫn được văn bản đã ban hành: ngày của văn bản được dẫn không thể sau ngày ban hành
    kế hoạch (dự thảo: sau hôm nay). Ngày không có trong lịch (31/4) chắc chắn là gõ nhầm.

Sai:
    outline:
      - title: Mục tiêu
        text: Thực hiện Quyết định số 90/QĐ-TTg ngày 31/4/2022 của Thủ tướng Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6: viện dẫn ghi thời gian ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Dates that do not exist, and dates after the plan's own."""
    for one in case.mentions:
        path, needle = one.spot("date")
        if one.day is None and needle:
            message = f"{one.name}: '{needle}' không có trong lịch"
            yield Finding(
                path=path,
                message=message,
                hint="Sửa ngày ban hành của văn bản được dẫn.",
                needle=needle,
            )
        elif one.day and one.day > case.date:
            yield Finding(
                path=path,
                message=_later(case, one),
                hint="Sửa ngày, hoặc bỏ văn bản này.",
                needle=needle,
            )


def _later(case: Case, one: Mention) -> str:
    assert one.day
    own = "ngày ban hành kế hoạch" if case.plan.issued_on else "hôm nay, dự thảo"
    return f"{one.name} ghi ngày {date_short(one.day)}, sau {own} ({date_short(case.date)})"
