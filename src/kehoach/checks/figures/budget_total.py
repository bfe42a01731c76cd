"""Tổng kinh phí đã nêu khác tổng các phần.

Vì sao:
    Một số tiền được nêu cả tổng và từng phần (loại vốn, nguồn vốn, năm) mà cộng các phần không ra
    tổng thì văn bản tự mâu thuẫn, và không ai biết số nào đúng.

Sai:
    projects:
      - id: da_2
        title: Chương trình 135
        budget:
          total: 126,126 tỷ đồng
          investment: 91,967 tỷ đồng
          recurrent: 34,359 tỷ đồng

Đúng:
    projects:
      - id: da_2
        title: Chương trình 135
        budget:
          total: 126,326 tỷ đồng
          investment: 91,967 tỷ đồng
          recurrent: 34,359 tỷ đồng

Căn cứ:
    Luật Ngân sách nhà nước: dự toán phải cân đối giữa tổng số và chi tiết.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Money
from kehoach.plan import SOURCES, Budget, Share
from kehoach.plan.walk import budgets
from kehoach.source import Route

SEVERITY: Severity = "error"
TOTALS = True  # mended by `--fix-totals` only

_PARTS = {"kinds": "theo loại vốn", "sources": "theo nguồn vốn", "years": "theo năm"}


def check(case: Case) -> Iterator[Finding]:
    """Each stated total against its parts by kind, by source and by year."""
    for path, budget in budgets(case.plan):
        yield from _total(path, budget)
        if budget.total is None:
            yield from _ways(path, budget)
        yield from _kinds_of_sources(path, budget)
        for name in SOURCES:
            share = getattr(budget, name)
            if share:
                yield from _total((*path, name), share)


def _total(path: Route, share: Share) -> Iterator[Finding]:
    if share.total is None:
        return
    for name, label in _PARTS.items():
        parts: Mapping[object, Money] = getattr(share, name, {})
        if parts:
            yield from _compare((*path, "total"), share.total, list(parts.values()), label)


def _ways(path: Route, budget: Budget) -> Iterator[Finding]:
    """Where no total is stated, the ways of parting the money against the first of them."""
    given = [(label, parts) for name, label in _PARTS.items() if (parts := getattr(budget, name))]
    if not given:
        return
    first, parts = given[0]
    total = Money.total(list(parts.values()))
    for label, others in given[1:]:
        other = Money.total(list(others.values()))
        if other.dong != total.dong:
            message = (
                f"các phần {first} cộng lại là {total.text}, {label} cộng lại là"
                f" {other.to(total.unit).text}"
            )
            yield Finding(
                path=path, message=message, hint="Sửa phần bị sai; hai cách chia phải ra một tổng."
            )


def _kinds_of_sources(path: Route, budget: Budget) -> Iterator[Finding]:
    """A kind stated for the whole against the same kind of each source, where all state it."""
    shares = [share for name in SOURCES if (share := getattr(budget, name))]
    for kind, stated in budget.kinds.items():
        parts = [getattr(share, kind) for share in shares]
        if parts and all(parts):
            yield from _compare((*path, kind), stated, parts, "của các nguồn vốn")


def _compare(path: Route, stated: Money, parts: list[Money], label: str) -> Iterator[Finding]:
    total = Money.total(parts)
    if total.dong == stated.dong:
        return
    sum_of = " + ".join(part.text for part in parts)
    off = Money.of(stated.dong - total.dong, "đồng").to(stated.unit)
    yield Finding(
        path=path,
        message=f"tổng đã nêu là {stated.text}, các phần {label} cộng lại là"
        f" {total.to(stated.unit).text} ({sum_of}); lệch {off.text}",
        hint=f"Sửa tổng thành {total.to(stated.unit).text}, hoặc sửa phần bị sai; bỏ dòng này thì"
        " tổng được tự cộng.",
        needle=stated.text,
        mend=total.to(stated.unit).text,
        nth=0,
    )
