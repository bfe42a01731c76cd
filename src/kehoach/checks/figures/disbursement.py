"""Số giải ngân, số còn lại, tỷ lệ giải ngân không khớp với số được giao.

Vì sao:
    Được giao (và chuyển nguồn) trừ đã giải ngân phải bằng số còn lại; không thể giải ngân nhiều hơn
    số có; tỷ lệ là số giải ngân trên số được giao (hoặc trên cả phần chuyển nguồn), ở số chữ số đã
    ghi. Số năm trước chuyển sang không thể lớn hơn số năm trước còn lại.

Sai:
    projects:
      - {id: da_2, title: Đa dạng hóa sinh kế}
    results:
      - id: da_2
        disbursements:
          - year: 2026
            planned: 254 triệu đồng
            disbursed: 220,43 triệu đồng
            remaining: 26,57 triệu đồng

Đúng:
    projects:
      - {id: da_2, title: Đa dạng hóa sinh kế}
    results:
      - id: da_2
        disbursements:
          - year: 2026
            planned: 254 triệu đồng
            disbursed: 220,43 triệu đồng
            remaining: 33,57 triệu đồng

Căn cứ:
    Luật Ngân sách nhà nước: dự toán, số đã chi và số còn lại phải khớp nhau.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import EXACT, Money, Number, Quantity
from kehoach.plan import KINDS, SOURCES
from kehoach.plan.projects import Disbursement, Result
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Each year's money of each result, and each year against the one before."""
    for path, result in _results(case.plan.results, ("results",)):
        for index, one in enumerate(result.disbursements):
            here = (*path, "disbursements", index)
            yield from _spent(here, one)
            yield from _left(here, one)
            yield from _rate(here, one)
        yield from _carried(path, result)


def _results(items: Iterable[Result], path: Route) -> Iterator[tuple[Route, Result]]:
    for index, result in enumerate(items):
        yield (*path, index), result
        yield from _results(result.subprojects, (*path, index, "subprojects"))


def _spent(path: Route, one: Disbursement) -> Iterator[Finding]:
    planned = one.planned.amount if one.planned else None
    if planned and one.available and one.disbursed and one.disbursed.dong > one.available.dong:
        yield Finding(
            path=(*path, "disbursed"),
            message=f"đã giải ngân {one.disbursed.text}, lớn hơn {one.available.text} được giao"
            f"{_year(one)}",
            hint="Sửa số bị sai; vốn năm trước chuyển sang thì ghi vào carried.",
            needle=one.disbursed.text,
        )


def _left(path: Route, one: Disbursement) -> Iterator[Finding]:
    planned = one.planned.amount if one.planned else None
    if planned is None or one.available is None or one.disbursed is None or one.remaining is None:
        return
    lefts = [whole - one.disbursed for whole in (one.available, planned)]
    if lefts[0].dong < 0 or any(_shown(left, one.remaining) for left in lefts):
        return
    off = Money.of(abs(lefts[0].dong - one.remaining.dong)).to(one.remaining.unit)
    yield Finding(
        path=(*path, "remaining"),
        message=f"{one.available.text} được giao{_year(one)} trừ {one.disbursed.text} đã giải ngân"
        f" còn {lefts[0].text}, ghi {one.remaining.text} (lệch {off.text}{_as_part(one, off)})",
        hint="Sửa số bị sai, hoặc bỏ remaining để số còn lại được tự tính.",
        needle=one.remaining.text,
    )


def _shown(left: Money, stated: Money) -> bool:
    """Whether an amount, rounded to the digits of the stated one, is that."""
    return left.to(stated.unit).rounded(stated.number.decimals).dong == stated.dong


def _as_part(one: Disbursement, off: Money) -> str:
    """Which part of the planned money is just what is missing."""
    parts = {**one.planned.sources, **one.planned.kinds} if one.planned else {}
    names = [({**SOURCES, **KINDS})[key] for key, part in parts.items() if part.dong == off.dong]
    return f", đúng bằng phần {names[0]}" if names else ""


def _year(one: Disbursement) -> str:
    return f" năm {one.year}" if one.year else ""


def _rate(path: Route, one: Disbursement) -> Iterator[Finding]:
    stated = _percent(one.rate)
    planned = one.planned.amount if one.planned else None
    if stated is None or planned is None or one.disbursed is None or one.available is None:
        return
    wholes = [whole.dong for whole in (planned, one.available) if whole.dong > 0]
    shares = [EXACT.divide(one.disbursed.dong * 100, whole) for whole in wholes]
    step = Decimal(1).scaleb(-stated.decimals)
    if shares and not any(abs(share - stated.value) < step for share in shares):
        right = Number.of(shares[0], stated.decimals).text
        yield Finding(
            path=(*path, "rate"),
            message=f"{one.disbursed.text} trên {planned.text} là {right}%, ghi {one.rate}",
            hint=f"Sửa tỷ lệ thành {right}%, hoặc sửa số tiền bị sai.",
            needle=one.rate,
        )


def _percent(text: str) -> Number | None:
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        return None
    return quantity.number if quantity.unit == "%" and quantity.upper is None else None


def _carried(path: Route, result: Result) -> Iterator[Finding]:
    """What a year received from the one before cannot be more than was left of it."""
    for index, (before, one) in enumerate(pairwise(result.disbursements), 1):
        left = before.left
        follows = before.year and one.year and one.year == before.year + 1
        if follows and left and one.carried and one.carried.dong > left.dong:
            yield Finding(
                path=(*path, "disbursements", index, "carried"),
                message=f"năm {before.year} còn lại {left.text}, chuyển sang năm {one.year}"
                f" {one.carried.text} là nhiều hơn",
                hint="Sửa số chuyển nguồn hoặc số còn lại của năm trước.",
                needle=one.carried.text,
            )
