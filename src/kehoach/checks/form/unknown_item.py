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
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.walk import sections, shown_items
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Ids that sections, duties and results refer to."""
    plan = case.plan
    tasks, projects = _ids(plan.tasks), _ids(plan.projects)
    for path, section in sections(plan):
        if section.view:
            yield from _all((*path, "only"), section.only, _ids(shown_items(plan, section)))
    for index, duty in enumerate(plan.duties):
        yield from _all(("duties", index, "task_ids"), duty.task_ids, tasks)
    for index, result in enumerate(plan.results if plan.projects else ()):
        yield from _one(("results", index, "id"), result.id, projects)


def _ids(items: Iterable[Any]) -> dict[str, None]:
    """The ids of items, in their order."""
    return dict.fromkeys(one.id for one in items if one.id)


def _all(path: Route, wanted: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    for index, one in enumerate(wanted):
        yield from _one((*path, index), one, known)


def _one(path: Route, wanted: str, known: Collection[str]) -> Iterator[Finding]:
    if wanted not in known:
        near = difflib.get_close_matches(wanted, known, n=1)
        hint = (
            f"Có phải là '{near[0]}'?" if near else f"Các mã có: {', '.join(known) or 'không có'}."
        )
        yield Finding(
            path=path, message=f"mã '{wanted}' không có trong kế hoạch", hint=hint, needle=wanted
        )
