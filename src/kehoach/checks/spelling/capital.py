"""Viết hoa khác Phụ lục II của Nghị định 30/2020/NĐ-CP.

Vì sao:
    Viết hoa trong văn bản hành chính có quy định: Nhân dân, Nhà nước; Điều 5 nhưng khoản 2, điểm a;
    tỉnh Thái Nguyên; Ủy ban nhân dân; chương trình mục tiêu quốc gia. Chỉ báo chỗ chắc chắn, và chỉ
    xét văn bản từ ngày 05/3/2020, ngày Nghị định có hiệu lực.

Sai:
    preamble: Theo khoản 2 điều 5, số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Theo khoản 2 Điều 5, số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục II: viết hoa trong văn bản hành chính.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.capitals import misused_capitals

SEVERITY: Severity = "warning"

_IN_FORCE = dt.date(2020, 3, 5)


def check(case: Case) -> Iterator[Finding]:
    """Names, citing words and phrases whose capitals the decree lays down."""
    if _day(case) < _IN_FORCE:
        return
    for one in found_in(case, lambda text: misused_capitals(text, case.memory)):
        message = f"'{one.typo.wrong}' phải viết '{one.typo.right}'"
        yield told(one, message, "Phụ lục II Nghị định 30/2020/NĐ-CP.")


def _day(case: Case) -> dt.date:
    """When the plan is issued: of a draft no more than the year it is for is known."""
    plan = case.plan
    year = plan.issue_year or (plan.period.start if plan.period else plan.year)
    return plan.issued_on or (dt.date(year, 12, 31) if year else case.today)
