"""Căn cứ chưa xếp theo hiệu lực pháp lý và theo ngày.

Vì sao:
    Căn cứ xếp từ văn bản có hiệu lực cao đến thấp: Hiến pháp, luật, nghị quyết của Quốc hội, pháp
    lệnh, nghị định, quyết định của Thủ tướng, thông tư, rồi Hội đồng nhân dân, Ủy ban nhân dân
    tỉnh, xã; cùng cấp thì theo ngày. Các căn cứ sau một chữ dẫn khác (Thực hiện, Xét) xếp riêng;
    văn bản của Đảng đứng đâu cũng được.

Sai:
    legal_bases:
      - type: Nghị quyết
        number: 424/NQ-CP
        date: 30/12/2025
        issuer: Chính phủ
        subject: ban hành Kế hoạch triển khai
      - type: Nghị quyết
        number: 257/2025/QH15
        date: 11/12/2025
        issuer: Quốc hội
        subject: phê duyệt chủ trương đầu tư

Đúng:
    legal_bases:
      - type: Nghị quyết
        number: 257/2025/QH15
        date: 11/12/2025
        issuer: Quốc hội
        subject: phê duyệt chủ trương đầu tư
      - type: Nghị quyết
        number: 424/NQ-CP
        date: 30/12/2025
        issuer: Chính phủ
        subject: ban hành Kế hoạch triển khai

Căn cứ:
    Thứ bậc hiệu lực trong Luật Ban hành văn bản quy phạm pháp luật; thông lệ soạn thảo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.citations import Basis, Mention, bases, level_of
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"

_LAWS = {"Hiến pháp": 0, "Luật": 1, "Bộ luật": 1, "Pháp lệnh": 4}
_LEVELS = {"province": 10, "district": 20, "commune": 30}
_BODIES = {"HĐND": 0, "UBND": 1}
_ORGANISING = "Tổ chức"
_LEAD = re.compile(r"Căn cứ|Thực hiện|\S+")


class BasisOrderOptions(Options):
    """Tùy chọn của basis-order."""

    by_date: bool = Field(
        True, title="Xếp theo ngày", description="false: chỉ xếp theo hiệu lực pháp lý."
    )


OPTIONS = BasisOrderOptions


def check(case: Case) -> Iterator[Finding]:
    """Each basis against the lowest and latest before it under the same lead word."""
    by_date = case.options_of(BasisOrderOptions).by_date
    for one_list in bases(case.plan, case.registers):
        for group in _groups(one_list):
            yield from _out_of_order(group, by_date=by_date)


def _groups(one_list: list[Basis]) -> Iterator[list[tuple[int, Mention]]]:
    """Ranked bases under one lead word; an empty lead word goes on with the one before."""
    groups: dict[str, list[tuple[int, Mention]]] = {}
    lead = ""
    for one in one_list:
        typed = _LEAD.match(one.basis.text)
        lead = (typed[0] if typed else one.basis.lead) or lead
        rank = _rank(one.cited) if one.cited else None
        if one.cited and rank is not None:
            groups.setdefault(lead.casefold(), []).append((rank, one.cited))
    yield from groups.values()


def _out_of_order(group: list[tuple[int, Mention]], *, by_date: bool) -> Iterator[Finding]:
    highest: tuple[int, Mention] | None = None
    latest: dict[tuple[int, bool], Mention] = {}
    for rank, one in group:
        alike = latest.get((rank, _is_norm(one)))
        if highest and rank < highest[0]:
            yield _finding(one, highest[1], "có hiệu lực cao hơn")
        elif alike and by_date and not _organises(one) and _earlier(one, alike):
            yield _finding(one, alike, "cùng cấp mà ban hành trước")
        else:
            highest = rank, one
            if not _organises(one):
                latest[rank, _is_norm(one)] = one


def _is_norm(one: Mention) -> bool:
    """Whether it is a legal norm, which bears its year, and stands before single decisions."""
    return bool(one.symbol and one.symbol.year)


def _organises(one: Mention) -> bool:
    """Whether it is the law that organises the offices themselves: it stands first as a rule."""
    return one.type == "Luật" and _ORGANISING in one.name


def _earlier(one: Mention, other: Mention) -> bool:
    return bool(one.day and other.day and one.day < other.day)


def _finding(one: Mention, other: Mention, why: str) -> Finding:
    message = f"{one.name} đứng sau {other.name}, trong khi {why}"
    return Finding(path=one.path, message=message, hint=f"Chuyển lên trước {other.name}.")


def _rank(one: Mention) -> int | None:
    if one.type in _LAWS:
        return _LAWS[one.type]
    if one.body is None or one.body.form == "party":
        return None
    if one.body.rank is not None:
        return one.body.rank
    level = level_of(one.issuer)
    if level is None or one.body.code not in _BODIES:
        return None
    return _LEVELS[level] + _BODIES[one.body.code]
