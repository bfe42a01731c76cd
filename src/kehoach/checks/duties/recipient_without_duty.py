"""Cơ quan ở nơi nhận mà không được giao việc gì.

Vì sao:
    Nơi nhận là cơ quan thực hiện mà phần tổ chức thực hiện không nhắc tới thì có thể đã quên giao
    việc. Cơ quan cấp trên, cơ quan nhận để báo cáo, để biết không tính. Kiểm tra này tắt sẵn, vì
    nhiều nơi gửi rộng để biết.

Sai:
    duties:
      - {agencies: [Sở Nội vụ], text: Theo dõi việc làm.}
    recipients: [Sở Nội vụ, Sở Y tế]

Đúng:
    duties:
      - {agencies: [Sở Nội vụ], text: Theo dõi việc làm.}
      - {agencies: [Sở Y tế], text: Hỗ trợ mua thẻ bảo hiểm y tế.}
    recipients: [Sở Nội vụ, Sở Y tế]

Căn cứ:
    Không có; đây là lời nhắc rà soát việc phân công.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.walk import projects
from kehoach.registers.agencies import Agency
from kehoach.registers.collectives import covered
from kehoach.registers.mentions import named

SEVERITY: Severity = "warning"
OFF = True

_RANKS = ("province", "district", "commune")
_NOT_TO_ACT = ("để b/c", "báo cáo", "để biết", "Thường trực", "Chủ tịch", "lãnh đạo", "Lãnh đạo")


def check(case: Case) -> Iterator[Finding]:
    """Recipients that could act, named neither in duties nor in projects and tasks."""
    plan, register = case.plan, case.registers.agencies
    if not plan.duties:
        return
    assigned = [name for duty in plan.duties for name in (*duty.agencies, duty.title)]
    for project in (one for _, one in projects(plan)):
        assigned += [project.lead, *project.partners]
    for task in plan.tasks:
        assigned += [task.lead, *task.partners]
    for index, one in enumerate(plan.recipients):
        if any(word in one.text for word in _NOT_TO_ACT):
            continue
        for mention in named(register, one.agency or one.text):
            if all(
                _acts(each) and not covered(register, each, assigned) for each in mention.agencies
            ):
                message = f"{mention.text} ở nơi nhận mà không được giao việc gì"
                hint = "Giao việc ở duties, hoặc ghi (để biết) sau tên nơi nhận."
                yield Finding(
                    path=("recipients", index, "text"),
                    message=message,
                    hint=hint,
                    needle=mention.text,
                )


def _acts(one: Agency) -> bool:
    return one.level in _RANKS and not one.id.startswith(("ubnd-tinh", "van-phong", "cac-"))
