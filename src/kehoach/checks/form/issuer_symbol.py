"""Ký hiệu không khớp cơ quan ban hành hoặc loại văn bản.

Vì sao:
    Ký hiệu gồm chữ viết tắt loại văn bản và cơ quan ban hành: kế hoạch của Ủy ban nhân dân là
    KH-UBND, của Sở Nội vụ là KH-SNV; kế hoạch ban hành kèm quyết định mang số của quyết định
    (QĐ-UBND).

Sai:
    symbol: QĐ-UBND

Đúng:
    symbol: KH-UBND

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b; Phụ lục III, Mục I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.form.signing_authority import has_one_head
from kehoach.checks.names.agency_ended import days_of
from kehoach.diagnostics import Severity
from kehoach.formats.values import TYPE_NAMES
from kehoach.language.letters import fold
from kehoach.plan import Plan
from kehoach.registers import Agency
from kehoach.registers.mentions import mentions

SEVERITY: Severity = "error"

_SYMBOL = re.compile(r"(?P<type>[^\W\d_]{2,4})-(?P<code>[\w&]+)(?:-[\w&]+)*")
_CODES = {"Ủy ban nhân dân": "UBND", "UBND": "UBND", "Hội đồng nhân dân": "HĐND", "HĐND": "HĐND"}
_CODES_OF_DECISIONS = {"Quyết định": "QĐ", "Nghị quyết": "NQ"}


def check(case: Case) -> Iterator[Finding]:
    """The two parts of the symbol."""
    symbol = case.plan.symbol
    found = _SYMBOL.fullmatch(symbol)
    if found:
        yield from _type(case.plan, found["type"])
        yield from _code(case, found["code"])


def _type(plan: Plan, code: str) -> Iterator[Finding]:
    """The kind of document whose number it is: the decision's where one issues the plan."""
    act = plan.decision if plan.wrapped != "none" else None
    if plan.wrapped != "none" and act is None:
        return
    wanted = _CODES_OF_DECISIONS.get(act.type, "") if act else "KH"
    if wanted and code != wanted and code in TYPE_NAMES:
        kind = act.type if act else "Kế hoạch"
        message = f"ký hiệu {plan.symbol} là của {TYPE_NAMES[code]}, văn bản được đánh số là {kind}"
        yield Finding(
            path=("symbol",),
            message=message,
            hint=f"Sửa {code} thành {wanted}.",
            needle=code,
        )


def _code(case: Case, code: str) -> Iterator[Finding]:
    """The issuer: a committee's and a council's is fixed, a department's own is chosen."""
    issuer = case.plan.issuer.name
    fixed = next((one for name, one in _CODES.items() if fold(issuer).startswith(fold(name))), "")
    if fixed and code != fixed and not _of_council(case, code):
        message = f"ký hiệu ghi {code}, cơ quan ban hành là {issuer}"
        yield Finding(path=("symbol",), message=message, hint=f"Sửa thành {fixed}.", needle=code)
    elif has_one_head(issuer) and code in {"UBND", "HĐND", *_others(case)}:
        usual = _usual(case)
        message = f"ký hiệu ghi {code}, cơ quan ban hành là {issuer}"
        hint = f"Thường dùng: {usual}." if usual else "Sửa thành chữ viết tắt của cơ quan."
        yield Finding(path=("symbol",), message=message, hint=hint, needle=code)


def _of_council(case: Case, code: str) -> bool:
    """Whether a council's resolution gives the plan its number."""
    decision = case.plan.decision
    return bool(decision and decision.type == "Nghị quyết" and code.startswith("HĐND"))


def _usual(case: Case) -> str:
    return next((one.symbol for one in _rows(case) if one.symbol), "")


def _others(case: Case) -> set[str]:
    """Symbols of the departments that the issuer is not."""
    rows = _rows(case)
    if not rows or not rows[0].symbol.startswith("S"):
        return set()
    days = days_of(case)
    own = {one.symbol for one in rows}
    return {
        one.symbol
        for one in case.registers.agencies
        if one.id.startswith("so-") and one.validity.meet(days)
    } - own


def _rows(case: Case) -> tuple[Agency, ...]:
    found = mentions(case.registers.agencies, case.plan.issuer.name)
    return found[0].agencies if found else ()
