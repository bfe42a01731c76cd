"""Mã cơ quan hoặc mã văn bản không có trong sổ.

Vì sao:
    Tên cơ quan và câu căn cứ được lấy từ sổ theo mã; mã sai thì trang in ra chính cái mã.

Sai:
    legal_bases:
      - document: qd-khong-co

Đúng:
    legal_bases:
      - document: qd-90-qd-ttg-2022

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a: căn cứ ghi đủ tên loại, số, ngày.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import LegalBasis, Plan
from kehoach.plan.walk import projects
from kehoach.source import Path

SEVERITY: Severity = "error"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:@[a-z0-9-]+)?")


def check(case: Case) -> Iterator[Finding]:
    """Ids of agencies and documents that no register has."""
    for path, name in _agencies(case.plan):
        if _ID.fullmatch(name) and case.registers.agencies.get(name) is None:
            yield Finding(path, f"mã cơ quan '{name}' không có trong sổ cơ quan", _HINT, name)
    for path, name in _documents(case.plan):
        if case.registers.documents.get(name) is None:
            yield Finding(path, f"mã văn bản '{name}' không có trong sổ văn bản", _HINT, name)


_HINT = "Xem mã trong sổ, hoặc viết đủ tên thay cho mã."


def _agencies(plan: Plan) -> Iterator[tuple[Path, str]]:
    if plan.issuer.agency:
        yield ("issuer", "agency"), plan.issuer.agency
    for index, duty in enumerate(plan.duties):
        for place, name in enumerate(duty.agencies):
            yield ("duties", index, "agencies", place), name
    for path, project in projects(plan):
        yield (*path, "lead"), project.lead
        yield from ((((*path, "partners", i)), one) for i, one in enumerate(project.partners))
    for index, task in enumerate(plan.tasks):
        yield ("tasks", index, "lead"), task.lead
        yield from ((("tasks", index, "partners", i), one) for i, one in enumerate(task.partners))


def _documents(plan: Plan) -> Iterator[tuple[Path, str]]:
    bases: list[tuple[Path, Iterable[LegalBasis]]] = [(("legal_bases",), plan.legal_bases)]
    if plan.decision:
        bases.append((("decision", "legal_bases"), plan.decision.legal_bases))
    for path, items in bases:
        for index, one in enumerate(items):
            if one.document:
                yield (*path, index, "document"), one.document
