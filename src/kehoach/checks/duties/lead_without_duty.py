"""Cơ quan chủ trì dự án, nhiệm vụ mà phần tổ chức thực hiện không nhắc tới.

Vì sao:
    Kế hoạch giao một cơ quan chủ trì dự án hay nhiệm vụ mà phần trách nhiệm của các cơ quan lại
    không có cơ quan đó thì phần trách nhiệm còn thiếu, hoặc chủ trì ghi nhầm. Mục chung (Các sở,
    ban, ngành) được coi là có.

Sai:
    projects:
      - {id: da_1, title: Việc làm, lead: Sở Nội vụ}
    duties:
      - {agencies: [Sở Y tế], text: Hỗ trợ mua thẻ bảo hiểm y tế.}
    recipients: [Các sở của tỉnh]

Đúng:
    projects:
      - {id: da_1, title: Việc làm, lead: Sở Nội vụ}
    duties:
      - {agencies: [Sở Y tế], text: Hỗ trợ mua thẻ bảo hiểm y tế.}
      - {agencies: [Sở Nội vụ], text: Theo dõi việc làm.}
    recipients: [Các sở của tỉnh]

Căn cứ:
    Không có; đây là điều kiện để phân công không mâu thuẫn.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Plan
from kehoach.plan.walk import projects
from kehoach.registers.collectives import covered, names_some
from kehoach.registers.mentions import named
from kehoach.source import Route

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Leads that no duty means, each at the first work it leads."""
    plan, register = case.plan, case.registers.agencies
    lines = [name for duty in plan.duties for name in (*duty.agencies, duty.title) if name]
    if not names_some(register, lines):
        return
    told: set[str] = set()
    for path, lead in leads(plan):
        for mention in named(register, lead):
            if mention.text not in told and not any(
                covered(register, one, lines) for one in mention.agencies
            ):
                told.add(mention.text)
                message = f"{mention.text} chủ trì mà không có ở phần tổ chức thực hiện"
                hint = "Thêm trách nhiệm của cơ quan này vào duties, hoặc sửa lead."
                yield Finding(path=(*path, "lead"), message=message, hint=hint, needle=mention.text)


def leads(plan: Plan) -> Iterator[tuple[Route, str]]:
    """The leads of projects and tasks."""
    for path, project in projects(plan):
        if project.lead:
            yield path, project.lead
    for index, task in enumerate(plan.tasks):
        if task.lead:
            yield ("tasks", index), task.lead
