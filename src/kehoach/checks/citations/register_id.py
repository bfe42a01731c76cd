"""Mã cơ quan hoặc mã văn bản không có trong sổ.

Vì sao:
    Tên cơ quan và câu căn cứ được lấy từ sổ theo mã; mã sai thì trang in ra chính cái mã.

Sai:
    legal_bases:
      - document: qd-khong-co

Đúng:
    legal_bases:
      - document: luat-72-2025-qh15

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a: căn cứ ghi đủ tên loại, số, ngày.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Citation, Decision, Plan, Project, Task
from kehoach.plan.walk import projects
from kehoach.source import Route

SEVERITY: Severity = "error"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:@[a-z0-9-]+)?")
_HINT = "Xem mã trong sổ, hoặc viết đủ tên thay cho mã."


def check(case: Case) -> Iterator[Finding]:
    """Ids of agencies and documents that no register has."""
    named = ((path, name) for path, name in _named(case.plan) if _ID.fullmatch(name))
    for path, name in (*_agencies(case.plan), *named):
        if case.registers.agencies.get(name) is None:
            yield Finding(
                path=path,
                message=f"mã cơ quan '{name}' không có trong sổ cơ quan",
                hint=_HINT,
                needle=name,
            )
    for path, one in _citations(case.plan):
        if one.document and case.registers.documents.get(one.document) is None:
            message = f"mã văn bản '{one.document}' không có trong sổ văn bản"
            yield Finding(
                path=(*path, "document"), message=message, hint=_HINT, needle=one.document
            )


def _agencies(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Where only an id may stand."""
    if plan.issuer.agency:
        yield ("issuer", "agency"), plan.issuer.agency
    for path, owner in _acts(plan):
        for index, one in enumerate(owner.recipients):
            if one.agency:
                yield (*path, "recipients", index, "agency"), one.agency


def _named(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Where an id or a name may stand."""
    for index, duty in enumerate(plan.duties):
        for place, name in enumerate(duty.agencies):
            yield ("duties", index, "agencies", place), name
    for path, project in projects(plan):
        yield from _shared(path, project)
    for index, task in enumerate(plan.tasks):
        yield from _shared(("tasks", index), task)


def _shared(path: Route, work: Project | Task) -> Iterator[tuple[Route, str]]:
    yield (*path, "lead"), work.lead
    yield from (((*path, "partners", i), name) for i, name in enumerate(work.partners))


def _acts(plan: Plan) -> Iterator[tuple[Route, Plan | Decision]]:
    yield (), plan
    if plan.decision:
        yield ("decision",), plan.decision


def _citations(plan: Plan) -> Iterator[tuple[Route, Citation]]:
    for path, act in _acts(plan):
        for index, one in enumerate(act.legal_bases):
            yield (*path, "legal_bases", index), one
        if act.proposal:
            yield (*path, "proposal"), act.proposal
