"""Dự thảo: chưa có số hoặc ngày ban hành.

Vì sao:
    Số và ngày do văn thư cấp khi ban hành; trước đó trang in để chỗ trống. Thông tin này nhắc người
    soạn rằng bản in là dự thảo.

Sai:
    number: ""

Đúng:
    number: "12"
    issued_on: 2026-03-02

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 15: số và thời gian ban hành do văn thư đăng ký.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity

SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Which of number and date are still empty."""
    plan = case.plan
    if plan.draft:
        missing = [] if plan.number else ["số (number)"]
        missing += [] if plan.issued_on else ["ngày ban hành (issued_on)"]
        hint = "Điền khi văn thư đã cấp số; trước đó trang in để chỗ trống."
        path = ("issued_on",) if plan.number else ("number",)
        yield Finding(path=path, message=f"dự thảo: chưa có {' và '.join(missing)}", hint=hint)
