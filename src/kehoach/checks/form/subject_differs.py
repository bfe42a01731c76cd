"""Quyết định nói về kế hoạch khác với trích yếu của kế hoạch.

Vì sao:
    Trích yếu của quyết định ban hành phải nêu đúng tên kế hoạch mà nó ban hành: khác một chữ là hai
    kế hoạch. Viết trích yếu bằng {{ plan.subject | lower_first }} thì không bao giờ lệch.

Sai:
    symbol: QĐ-UBND
    decision:
      subject: Về việc ban hành Kế hoạch giảm nghèo nhanh năm 2026
      articles: [Ban hành Kế hoạch kèm theo Quyết định này.]

Đúng:
    symbol: QĐ-UBND
    decision:
      subject: Về việc ban hành Kế hoạch giảm nghèo bền vững năm 2026
      articles: [Ban hành Kế hoạch kèm theo Quyết định này.]

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5: trích yếu phản ánh nội dung văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity

SEVERITY: Severity = "error"

_WORD = re.compile(r"\w+")
_FEWEST = 3
"""A subject of fewer words names no plan: Về việc ban hành Kế hoạch năm 2026."""
_LEAD = re.compile(r"^(?:về việc|v/v|về|ban hành|phê duyệt|thông qua|kế hoạch)\s+", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """The words of the plan's subject must stand in the decision's, in their order."""
    decision, subject = case.plan.decision, case.plan.subject
    if decision is None or not subject:
        return
    given = _words(decision.subject)
    missing = _first_missing(_words(subject), given)
    if missing and len(given) >= _FEWEST:
        message = (
            f"trích yếu của {decision.type.lower()} thiếu chữ '{missing}' của trích yếu kế hoạch"
        )
        hint = f"Viết đúng tên kế hoạch: {subject}."
        yield Finding(path=("decision", "subject"), message=message, hint=hint)


def _words(text: str) -> list[str]:
    while _LEAD.match(text):
        text = _LEAD.sub("", text)
    return _WORD.findall(text.casefold())


def _first_missing(wanted: list[str], given: list[str]) -> str:
    """The first word that does not follow those before it."""
    rest = iter(given)
    return next((word for word in wanted if word not in rest), "")
