"""Dấu ở cuối căn cứ không đúng.

Vì sao:
    Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm (hoặc dấu mà văn phòng chọn ở
    style.last_basis). Không gõ dấu thì dấu được tự thêm; gõ sai hoặc gõ hai dấu thì in ra sai.

Sai:
    legal_bases:
      - Căn cứ Luật Đầu tư công ngày 29 tháng 11 năm 2024.
      - Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025

Đúng:
    legal_bases:
      - Căn cứ Luật Đầu tư công ngày 29 tháng 11 năm 2024;
      - Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import LegalBasis, Proposal
from kehoach.source import Route

SEVERITY: Severity = "warning"

_END = re.compile(r"(?P<word>\S*?)(?P<marks>[;,.…]*)\s*$")
_UNFILLED = re.compile(r"\.{2,}|…")


def check(case: Case) -> Iterator[Finding]:
    """The end of each basis as typed, in the plan and in the decision that issues it."""
    plan = case.plan
    yield from _list(case, ("legal_bases",), plan.legal_bases, plan.proposal)
    if plan.decision:
        own = plan.decision
        yield from _list(case, ("decision", "legal_bases"), own.legal_bases, own.proposal)


def _list(
    case: Case, path: Route, bases: tuple[LegalBasis, ...], proposal: Proposal | None
) -> Iterator[Finding]:
    style = case.plan.style
    for index, one in enumerate(bases):
        last = index == len(bases) - 1 and proposal is None
        if style.legal_bases == "run-in" and not last and _opens(bases, index + 1):
            continue  # the end of a paragraph, which an office may close with either mark
        key = "text" if one.text else "subject"
        right = style.last_basis if last else ";"
        yield from _end((*path, index, key), getattr(one, key), right)


def _opens(bases: tuple[LegalBasis, ...], index: int) -> bool:
    """Whether the basis at an index begins a paragraph of run-in bases, or none is there."""
    return index >= len(bases) or bool(bases[index].lead or bases[index].text)


def _end(path: Route, text: str, right: str) -> Iterator[Finding]:
    found = _END.search(text)
    if not found or found["marks"] in {"", right} or _UNFILLED.search(found["marks"]):
        return
    typed = found["word"] + found["marks"]
    message = f"căn cứ kết thúc bằng '{found['marks']}', đúng ra là '{right}'"
    hint = f"Viết dấu '{right}', hoặc bỏ dấu: dấu được tự thêm."
    once = text.count(typed) == 1 and "." not in found["word"]  # v.v., TP.
    yield Finding(
        path=path,
        message=message,
        hint=hint,
        needle=typed,
        mend=found["word"] + right if once else None,
    )
