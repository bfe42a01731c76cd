"""Nhiệm vụ không có cơ quan chủ trì, trong khi các nhiệm vụ khác đều có.

Vì sao:
    Bảng phân công mà một dòng trống ô chủ trì thì không ai làm việc ấy. Chỉ báo khi hơn một nửa số
    nhiệm vụ của kế hoạch có chủ trì.

Sai:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo, lead: Phòng Kinh tế, time: Quý I/2026}
      - {id: tap_huan, text: Tập huấn cán bộ thôn, lead: Phòng Kinh tế, time: Quý II/2026}
      - {id: kiem_tra, text: Kiểm tra việc thực hiện, time: Quý III/2026}

Đúng:
    tasks:
      - {id: ra_soat, text: Rà soát hộ nghèo, lead: Phòng Kinh tế, time: Quý I/2026}
      - {id: tap_huan, text: Tập huấn cán bộ thôn, lead: Phòng Kinh tế, time: Quý II/2026}
      - {id: kiem_tra, text: Kiểm tra việc thực hiện, lead: Phòng Kinh tế, time: Quý III/2026}

Căn cứ:
    Không có; đây là điều kiện để việc nào cũng có người chịu trách nhiệm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Tasks without a lead in plans that give one to most."""
    tasks = case.plan.tasks
    if 2 * sum(bool(one.lead) for one in tasks) <= len(tasks):
        return
    for index, task in enumerate(tasks):
        if not task.lead:
            message = f"nhiệm vụ '{task.text}' không có cơ quan chủ trì"
            yield Finding(path=("tasks", index), message=message, hint="Thêm lead.")
