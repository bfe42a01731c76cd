"""Dòng thẩm quyền của quyết định không khớp cơ quan ban hành, người ký.

Vì sao:
    Quyết định của tập thể ghi ỦY BAN NHÂN DÂN ... và ký TM.; quyết định của Chủ tịch ghi CHỦ TỊCH
    ỦY BAN NHÂN DÂN ... và không ký TM.; quyết định của sở ghi chức vụ người đứng đầu: GIÁM ĐỐC SỞ
    NỘI VỤ.

Sai:
    symbol: QĐ-UBND
    decision:
      subject: Về việc ban hành Kế hoạch
      authority: Chủ tịch Ủy ban nhân dân xã Quảng Khê
      articles: [Ban hành Kế hoạch.]
      signer: {on_behalf: Ủy ban nhân dân, position: Chủ tịch}

Đúng:
    symbol: QĐ-UBND
    decision:
      subject: Về việc ban hành Kế hoạch
      authority: Chủ tịch Ủy ban nhân dân xã Quảng Khê
      articles: [Ban hành Kế hoạch.]
      signer: {position: Chủ tịch}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2 và 1.3, ghi chú 6; Điều 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.form.signing_authority import has_one_head, signings, spelled_out
from kehoach.diagnostics import Severity
from kehoach.language.letters import fold
from kehoach.plan import Decision, Plan

SEVERITY: Severity = "error"

_PERSON = re.compile(
    r"^(?:chủ tịch|giám đốc|chi cục trưởng|cục trưởng|tổng cục trưởng|trưởng phòng|chánh văn phòng"
    r"|chánh thanh tra|hiệu trưởng|viện trưởng|bộ trưởng|trưởng ban|thủ trưởng|tổng giám đốc)\s+",
    re.IGNORECASE,
)
_PATH = ("decision", "authority")


def check(case: Case) -> Iterator[Finding]:
    """The authority line against signer and issuer."""
    decision, issuer = case.plan.decision, case.plan.issuer.name
    if decision is None or not issuer:
        return
    if not decision.authority:
        if has_one_head(issuer) and decision.type == "Quyết định":
            message = f"dòng thẩm quyền để trống sẽ in '{issuer.upper()}', thiếu chức vụ"
            hint = f"Ghi authority: chức vụ người đứng đầu và {issuer}."
            yield Finding(path=("decision",), message=message, hint=hint)
        return
    yield from _of_chairman(case.plan, decision.authority)
    yield from _of_other(decision, issuer)


def _of_chairman(plan: Plan, authority: str) -> Iterator[Finding]:
    on_behalf = next((one.signer.on_behalf for one in signings(plan)), "")
    if authority.casefold().startswith("chủ tịch") and on_behalf:
        message = f"'{authority}' là thẩm quyền của cá nhân Chủ tịch, mà ký TM. {on_behalf}"
        hint = "Bỏ signer.on_behalf, hoặc ghi tên Ủy ban nhân dân ở authority."
        yield Finding(path=_PATH, message=message, hint=hint, needle=authority)


def _of_other(decision: Decision, issuer: str) -> Iterator[Finding]:
    """Another body than the issuer; a council's resolution approves a committee's plan."""
    authority = decision.authority
    body, own = spelled_out(_PERSON.sub("", f"{authority} ").strip()), spelled_out(issuer)
    council = decision.type == "Nghị quyết" and body.startswith(fold("Hội đồng nhân dân"))
    if council or own.startswith(body) or body.startswith(own):
        return
    message = f"dòng thẩm quyền '{authority}' không phải của {issuer}"
    yield Finding(path=_PATH, message=message, hint="Sửa authority hoặc issuer.", needle=authority)
