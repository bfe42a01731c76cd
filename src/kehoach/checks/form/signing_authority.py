"""Quyền hạn ký không đúng với cơ quan ban hành hoặc chức vụ người ký.

Vì sao:
    Ủy ban nhân dân, Hội đồng nhân dân là tập thể: người ký thay mặt (TM.), cấp phó ký thay (KT.)
    người đứng đầu. Sở, chi cục, phòng theo chế độ thủ trưởng: không có TM. Ghi thiếu, ghi thừa thì
    văn bản sai thẩm quyền.

Sai:
    signer:
      on_behalf: Ủy ban nhân dân
      position: Phó Chủ tịch
      name: Nguyễn Văn An

Đúng:
    signer:
      on_behalf: Ủy ban nhân dân
      mark: KT.
      head: Chủ tịch
      position: Phó Chủ tịch
      name: Nguyễn Văn An

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II, khoản 7 điểm a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.letters import fold
from kehoach.plan import Plan
from kehoach.plan.head import Signer
from kehoach.source import Route

SEVERITY: Severity = "error"

_COLLECTIVE = re.compile(r"^(?:thường trực )?(?:uỷ ban|ủy ban|hội đồng) nhân dân|^ubnd|^hđnd")
_ONE_HEAD = re.compile(
    r"^(?:sở|chi cục|cục|tổng cục|phòng|văn phòng|thanh tra|trung tâm|trường|viện(?! kiểm sát)"
    r"|bệnh viện|bộ(?! chỉ huy| tư lệnh| chính trị)|công an|báo|đài|kho bạc|bảo hiểm)\b"
)
_TYPED_MARK = re.compile(r"^(?:KT|TM|TL|TUQ|Q)\.", re.IGNORECASE)
_CHAIRMAN = "chủ tịch "
_DEPUTY = ("phó ", "thứ trưởng")
_HEAD = re.compile(
    r"^(?:chủ tịch|giám đốc|trưởng|chánh|chi cục trưởng|cục trưởng|bộ trưởng|hiệu trưởng)(?!\w)",
    re.IGNORECASE,
)
_SHORT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}


class Signing(NamedTuple):
    """A signature, the body for which it stands, and where.

    `in_own_name`: a chairman's decision, or a council's resolution, which its chairman certifies.
    """

    path: Route
    signer: Signer
    body: str
    in_own_name: bool


def check(case: Case) -> Iterator[Finding]:
    """The signatures of the plan and of its decision."""
    for one in signings(case.plan):
        yield from _behalf(one)
        yield from _mark(one)


def signings(plan: Plan) -> Iterator[Signing]:
    """The printed signature with the body that issues, as the authority line or issuer names it.

    A plan that a decision issues bears no signature of its own; its signer signs the decision
    where that names none.
    """
    decision = plan.decision if plan.wrapped != "none" else None
    path: Route = ("decision", "signer") if decision and decision.signer else ("signer",)
    signer = (decision.signer if decision else None) or plan.signer
    if signer is None:
        return
    authority = decision.authority if decision else ""
    chairman = authority.casefold().startswith(_CHAIRMAN)
    body = authority[len(_CHAIRMAN) :] if chairman else authority or plan.issuer.name
    council = bool(decision and decision.type == "Nghị quyết")
    yield Signing(path, signer, body, chairman or council)


def is_collective(name: str) -> bool:
    """Whether a body decides as one, so that its documents are signed on its behalf."""
    return bool(_COLLECTIVE.match(name.casefold()))


def has_one_head(name: str) -> bool:
    """Whether a body is led by one person, who signs in the own name."""
    return bool(_ONE_HEAD.match(name.casefold()))


def _behalf(one: Signing) -> Iterator[Finding]:
    signer, path = one.signer, (*one.path, "on_behalf")
    if not signer.on_behalf:
        if is_collective(one.body) and not one.in_own_name and signer.mark not in {"TL.", "TUQ."}:
            message = f"{one.body} là tập thể, chữ ký thiếu TM. {_collective_of(one.body)}"
            yield Finding(
                path=one.path, message=message, hint=f"Thêm on_behalf: {_collective_of(one.body)}."
            )
    elif has_one_head(one.body):
        message = f"{one.body} theo chế độ thủ trưởng, không ký thay mặt (TM.)"
        yield Finding(path=path, message=message, hint="Bỏ on_behalf.", needle=signer.on_behalf)
    elif is_collective(one.body) and not _same_body(signer.on_behalf, one.body):
        message = f"ký thay mặt {signer.on_behalf} mà cơ quan ban hành là {one.body}"
        yield Finding(
            path=path, message=message, hint="Sửa on_behalf hoặc issuer.", needle=signer.on_behalf
        )


def _collective_of(body: str) -> str:
    return "Hội đồng nhân dân" if "ội đồng" in body or "HĐND" in body else "Ủy ban nhân dân"


def _same_body(on_behalf: str, body: str) -> bool:
    """Whether the signature names the body, with or without its place."""
    named = spelled_out(on_behalf).removeprefix(fold("thường trực "))
    return spelled_out(body).startswith(named.strip())


def spelled_out(name: str) -> str:
    """A name made comparable, UBND and HĐND written out."""
    name = fold(name)
    for short, full in _SHORT.items():
        name = name.replace(fold(short), fold(full))
    return name


def _mark(one: Signing) -> Iterator[Finding]:
    signer, path = one.signer, (*one.path, "position")
    position, head = signer.position, signer.head
    deputy = position.casefold().startswith(_DEPUTY)
    typed = _TYPED_MARK.match(position)
    if typed:
        message = f"'{typed[0]}' đứng trong chức vụ; quyền hạn ký ghi ở mark"
        yield Finding(
            path=path,
            message=message,
            hint=f"Bỏ '{typed[0]}' khỏi position, ghi mark: {typed[0]}",
            needle=typed[0],
        )
    elif deputy and not signer.mark:
        message = f"{position} ký mà không ghi ký thay (KT.)"
        yield Finding(
            path=path,
            message=message,
            hint="Thêm mark: KT. và head là chức vụ người đứng đầu.",
            needle=position,
        )
    elif signer.mark == "Q." and deputy:
        message = f"Q. {position}: quyền (Q.) chỉ ghi với chức vụ người đứng đầu"
        yield Finding(
            path=path, message=message, hint="Cấp phó phụ trách ký thay: mark: KT.", needle=position
        )
    elif signer.mark in {"KT.", "TL.", "TUQ."}:
        yield from _for_head(path, signer, position, head)


def _for_head(path: Route, signer: Signer, position: str, head: str) -> Iterator[Finding]:
    """A signature for someone else: for whom, and whether the signer may."""
    below = _deputy_of(position, head)
    deputy = position.casefold().startswith(_DEPUTY)
    if not head:
        yield Finding(
            path=path,
            message=f"{signer.mark} mà không ghi ký thay ai",
            hint="Thêm head.",
            needle=position,
        )
    elif fold(position) == fold(head):
        message = f"{position} không ký {signer.mark} cho chính mình"
        yield Finding(
            path=path, message=message, hint="Bỏ mark và head, hoặc sửa position.", needle=position
        )
    elif signer.mark == "KT." and not below and (deputy or _HEAD.match(position)):
        message = f"{position} không phải là cấp phó của {head}"
        yield Finding(
            path=path,
            message=message,
            hint="Sửa head hoặc position cho khớp nhau.",
            needle=position,
        )
    elif signer.mark != "KT." and below:
        message = f"{position} là cấp phó của {head}, ký thay (KT.) chứ không {signer.mark}"
        yield Finding(path=path, message=message, hint="Sửa mark: KT.", needle=position)


def _deputy_of(position: str, head: str) -> bool:
    """Whether a position is the deputy's of a head: "Phó Chủ tịch Thường trực" of "Chủ tịch"."""
    if position.casefold().startswith("thứ trưởng"):
        return fold(head).startswith(fold("Bộ trưởng"))
    ranked = fold(position).removeprefix(fold("Phó"))
    return ranked != fold(position) and ranked.strip().startswith(fold(head))
