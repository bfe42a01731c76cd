"""Dự án có kinh phí mà không có cơ quan chủ trì.

Vì sao:
    Khi các dự án khác đều có chủ trì, một dự án có tiền mà không giao ai chủ trì là một việc bị bỏ
    quên. Tiểu dự án theo chủ trì của dự án; dự án theo chủ trì của các tiểu dự án.

Sai:
    projects:
      - {id: da_1, title: Việc làm, lead: Sở Nội vụ, budget: 2 tỷ đồng}
      - {id: da_2, title: Nhà ở, budget: 3 tỷ đồng}

Đúng:
    projects:
      - {id: da_1, title: Việc làm, lead: Sở Nội vụ, budget: 2 tỷ đồng}
      - {id: da_2, title: Nhà ở, lead: Sở Xây dựng, budget: 3 tỷ đồng}

Căn cứ:
    Không có; đây là điều kiện để việc nào cũng có người chịu trách nhiệm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Project
from kehoach.plan.walk import projects
from kehoach.source import Route

SEVERITY: Severity = "warning"

_NOBODY = re.compile(r"[-+•\s]*(?:chủ trì|phối hợp)")
"""How an assignment begins whose `{{ this.lead }}` gave nothing."""


def check(case: Case) -> Iterator[Finding]:
    """Funded projects without a lead, in plans that assign leads."""
    if any(one.lead for _, one in projects(case.plan)):
        yield from _leaderless(case.plan.projects, ("projects",))


def _leaderless(items: Iterable[Project], path: Route) -> Iterator[Finding]:
    for index, project in enumerate(items):
        here = (*path, index)
        if project.lead:
            continue
        if project.subprojects:
            yield from _leaderless(project.subprojects, (*here, "subprojects"))
        elif project.budget and not _assigned(project):
            name = project.code or project.title
            hint = "Thêm lead; nếu chưa định được thì ghi rõ ở facets.assignment."
            yield Finding(
                path=here, message=f"{name} có kinh phí mà không có cơ quan chủ trì", hint=hint
            )


def _assigned(project: Project) -> bool:
    """Whether words tell who is to do it."""
    text = project.facets.assignment
    return bool(text) and not _NOBODY.match(text)
