"""Số tiền lệch đúng một nghìn lần so với chính nó ở chỗ khác, hoặc so với tổng các phần.

Vì sao:
    Lẫn dấu chấm với dấu phẩy (396.550 triệu đồng thay cho 396,550 triệu đồng) hoặc lẫn triệu với tỷ
    làm số tiền lớn lên hay nhỏ đi đúng một nghìn lần. Hai chỗ nêu một số tiền được nhận ra khi
    trùng ít nhất bốn chữ số trong cùng một mục, năm chữ số ở hai mục khác nhau.

Sai:
    outline:
      - title: Kinh phí
        text: |
          Tổng kinh phí của tiểu dự án là 396,55 triệu đồng.
          Nguồn kinh phí 396,55 tỷ đồng do ngân sách trung ương bảo đảm.

Đúng:
    outline:
      - title: Kinh phí
        text: |
          Tổng kinh phí của tiểu dự án là 396,55 triệu đồng.
          Nguồn kinh phí 396,55 triệu đồng do ngân sách trung ương bảo đảm.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Money
from kehoach.language.figures import figures
from kehoach.language.parts import parts
from kehoach.plan.walk import budgets
from kehoach.source import Route

SEVERITY: Severity = "error"
TOTALS = True  # mended by `--fix-totals` only

_NEAR, _FAR = 4, 5
_SWAP = str.maketrans(".,", ",.")


class _Mention(NamedTuple):
    path: Route
    text: str
    worth: Decimal

    @property
    def digits(self) -> tuple[int, ...]:
        return self.worth.normalize().as_tuple().digits


def check(case: Case) -> Iterator[Finding]:
    """Stated totals against their parts, then every two mentions of one amount."""
    found = [*_of_budgets(case), *_of_sentences(case)]
    told = {one.needle for one in found}
    seen: set[str] = set()
    for one in found:
        if one.needle not in seen:
            seen.add(one.needle)
            yield one
    yield from _between([one for one in _mentions(case) if one.text not in told])


def _of_budgets(case: Case) -> Iterator[Finding]:
    for path, budget in budgets(case.plan):
        if budget.total and budget.computed:
            whole, total = budget.total, budget.computed
            if thousandfold(whole.dong, total.dong):
                yield _of_parts((*path, "total"), whole.text, total.to(whole.unit).text)


def _of_sentences(case: Case) -> Iterator[Finding]:
    for path, text in case.prose:
        for one in case.memory.once(parts, text, case.memory):
            whole = one.whole
            if one.apart and whole.kind == "money" and thousandfold(whole.worth, one.total):
                yield _of_parts(path, whole.text, whole.write(one.total))


def _of_parts(path: Route, stated: str, total: str) -> Finding:
    message = f"{stated} lệch đúng một nghìn lần so với tổng các phần là {total}"
    swapped = stated.translate(_SWAP)
    mend = swapped if _same(swapped, total) else None
    return Finding(
        path=path, message=message, hint=f"Có phải là {mend or total}?", needle=stated, mend=mend
    )


def _same(one: str, other: str) -> bool:
    try:
        return Money.parse(one).dong == Money.parse(other).dong
    except ValueError:
        return False


def thousandfold(one: Decimal, other: Decimal) -> bool:
    """Whether one is exactly a thousand times the other, either way."""
    return bool(one) and one != other and (one == other * 1000 or one * 1000 == other)


def _mentions(case: Case) -> Iterator[_Mention]:
    for path, budget in budgets(case.plan):
        for amount in (budget.total, *budget.sources.values(), *budget.kinds.values()):
            if amount:
                yield _Mention(path, amount.text, amount.dong)
    for path, text in case.prose:
        for one in case.memory.once(figures, text):
            if one.kind == "money" and one.plain:
                yield _Mention(path, one.text, one.worth)


def _between(mentions: list[_Mention]) -> Iterator[Finding]:
    """Two mentions with the same digits, the later told against the earlier."""
    before: dict[tuple[Decimal, Route], tuple[int, _Mention]] = {}
    told: set[str] = set()
    for place, one in enumerate(mentions):
        size = len(one.digits)
        if size < _NEAR or one.text in told:
            continue
        where = one.path[:2] if size < _FAR else ()
        wrong = [(one.worth.scaleb(shift), where) for shift in (3, -3)]
        if found := [before[key] for key in wrong if key in before]:
            told.add(one.text)
            other = min(found)[1]
            yield Finding(
                path=one.path,
                message=f"{one.text} lệch đúng một nghìn lần so với {other.text} nêu ở chỗ khác",
                hint="Sửa số hoặc đơn vị ở chỗ bị sai.",
                needle=one.text,
            )
        before.setdefault((one.worth, where), (place, one))
