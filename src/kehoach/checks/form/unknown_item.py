"""Nhắc tới một mã không có trong kế hoạch.

Vì sao:
    Mục chỉ in những mã được chọn (only), trách nhiệm gắn với nhiệm vụ (task_ids), kết quả gắn với
    dự án (id): mã sai thì phần đó lặng lẽ không được in.

Sai:
    projects:
      - {id: da_1, title: Chương trình 30a}
    outline:
      - title: Các dự án
        view: projects
        only: [da_9]

Đúng:
    projects:
      - {id: da_1, title: Chương trình 30a}
    outline:
      - title: Các dự án
        view: projects
        only: [da_1]

Căn cứ:
    Không có; đây là điều kiện để không mất nội dung.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.walk import sections, shown_items
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Ids that sections, duties and results refer to."""
    plan = case.plan
    for path, section in sections(plan):
        if section.view:
            yield from _all((*path, "only"), section.only, shown_items(plan, section))
    for index, duty in enumerate(plan.duties):
        yield from _all(("duties", index, "task_ids"), duty.task_ids, plan.tasks)
    if plan.projects:
        for index, result in enumerate(plan.results):
            yield from _one(("results", index, "id"), result.id, plan.projects)


def _all(path: Route, ids: Iterable[str], items: Iterable[Any]) -> Iterator[Finding]:
    for index, one in enumerate(ids):
        yield from _one((*path, index), one, items)


def _one(path: Route, wanted: str, items: Iterable[Any]) -> Iterator[Finding]:
    known = [one.id for one in items if one.id]
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, n=1)
        hint = (
            f"Có phải là '{near[0]}'?" if near else f"Các mã có: {', '.join(known) or 'không có'}."
        )
        yield Finding(path, f"mã '{wanted}' không có trong kế hoạch", hint, wanted)
