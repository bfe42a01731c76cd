"""Một văn bản có hai lần trong phần căn cứ.

Vì sao:
    Mỗi căn cứ ghi một lần; ghi hai lần thường là do chép từ kế hoạch cũ và sửa sót.

Sai:
    legal_bases:
      - {type: Luật, subject: Đầu tư công, date: 29/11/2024}
      - {type: Luật, subject: Đầu tư công, date: 29/11/2024}

Đúng:
    legal_bases:
      - {type: Luật, subject: Đầu tư công, date: 29/11/2024}
      - {type: Luật, subject: Ngân sách nhà nước, date: 25/6/2025}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import MOST_WAYS, Mention, bases, same_document
from kehoach.diagnostics import Severity
from kehoach.source import route_text

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Each basis against those before it in the same list."""
    for one_list in bases(case.plan, case.registers):
        before: dict[str, list[Mention]] = {}  # by number, or by name where there is none
        for one in (basis.cited for basis in one_list):
            if one is None:
                continue
            others = before.setdefault(one.key, [])
            twin = next((other for other in others if _same(one, other)), None)
            others += [one] if len(others) < MOST_WAYS else []
            if twin:
                message = f"{one.name} đã có ở căn cứ {route_text(twin.path)}"
                yield Finding(path=one.path, message=message, hint="Bỏ một trong hai căn cứ.")


def _same(one: Mention, other: Mention) -> bool:
    """Whether two with one key are one document."""
    if one.symbol or other.symbol:
        return same_document(one, other)
    days = {one.day, other.day} - {None}
    return bool(one.subject) and len(days) < 2
