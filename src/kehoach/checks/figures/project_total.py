"""Kinh phí của dự án khác tổng kinh phí các tiểu dự án.

Vì sao:
    Dự án nêu tổng kinh phí, mỗi tiểu dự án lại nêu kinh phí của mình; hai cách cộng phải ra một số.

Sai:
    projects:
      - id: da_6
        title: Truyền thông
        budget: {total: 600 triệu đồng}
        subprojects:
          - {id: tda_1, title: Thông tin, budget: {total: 461 triệu đồng}}
          - {id: tda_2, title: Truyền thông, budget: {total: 153 triệu đồng}}

Đúng:
    projects:
      - id: da_6
        title: Truyền thông
        budget: {total: 614 triệu đồng}
        subprojects:
          - {id: tda_1, title: Thông tin, budget: {total: 461 triệu đồng}}
          - {id: tda_2, title: Truyền thông, budget: {total: 153 triệu đồng}}

Căn cứ:
    Luật Ngân sách nhà nước: dự toán phải cân đối giữa tổng số và chi tiết.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Money
from kehoach.plan.walk import projects

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """A project's amount against the sum over its subprojects, where each has one."""
    for path, project in projects(case.plan):
        amount = project.budget.amount if project.budget else None
        parts = [one.budget.amount if one.budget else None for one in project.subprojects]
        given = [part for part in parts if part is not None]
        if amount is None or not given or len(given) < len(parts):
            continue
        total = Money.total(given)
        if total.dong != amount.dong:
            yield Finding(
                path=(*path, "budget"),
                message=f"kinh phí của {project.heading} là {amount.text}, các tiểu dự án cộng lại"
                f" là {total.to(amount.unit).text} ({' + '.join(part.text for part in given)})",
                hint="Sửa kinh phí của dự án hoặc của tiểu dự án bị sai.",
                needle=amount.text,
            )
