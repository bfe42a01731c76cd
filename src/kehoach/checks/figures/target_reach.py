"""Mức nền trừ mức giảm không ra mức phải đạt.

Vì sao:
    Kế hoạch nêu tỷ lệ đầu năm, mức giảm và tỷ lệ cuối năm; ba số phải khớp. Mức giảm khoảng chừng
    được so sau khi làm tròn; mức giảm tối thiểu chỉ sai khi mức phải đạt còn giảm ít hơn thế. Mức
    giảm theo năm của kế hoạch nhiều năm không bị so. Mức giảm lớn hơn mức nền cũng là sai.

Sai:
    objectives:
      targets:
        - {id: ty_le, indicator: Tỷ lệ hộ nghèo cuối năm, quantity: "5,97%", baseline: "8,26%"}
        - {id: giam, indicator: Giảm tỷ lệ hộ nghèo, quantity: "3,29%"}
    outline:
      - {title: Mục tiêu, view: targets}

Đúng:
    objectives:
      targets:
        - {id: ty_le, indicator: Tỷ lệ hộ nghèo cuối năm, quantity: "4,97%", baseline: "8,26%"}
        - {id: giam, indicator: Giảm tỷ lệ hộ nghèo, quantity: "3,29%"}
    outline:
      - {title: Mục tiêu, view: targets}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number, Quantity
from kehoach.plan.objectives import Target
from kehoach.plan.time import is_yearly
from kehoach.source import Route

SEVERITY: Severity = "error"

_FALL = re.compile(r"(?:mức )?giảm (?:bình quân )?(.+)")
_TAIL = re.compile(r" (?:bình quân|cuối năm|cuối kỳ|đến cuối|năm 20\d\d|đầu năm).*$")


def check(case: Case) -> Iterator[Finding]:
    """Each target of a level against the target of its fall, and each fall against its baseline."""
    targets = case.plan.objectives.targets
    levels: dict[tuple[str, str], list[Target]] = {}
    for one in targets:
        levels.setdefault((_topic(one.indicator), _plain(one.area)), []).append(one)
    for index, fall in enumerate(targets):
        what = _what_falls(fall)
        path: Route = ("objectives", "targets", index, "quantity")
        if not what or fall.quantity.upper or not _yearly(case, fall.quantity):
            continue
        yield from _below_nothing(path, fall)
        for target in levels.get((what, _plain(fall.area)), ()):
            yield from _against(path, fall, target)


def _what_falls(target: Target) -> str:
    found = _FALL.fullmatch(_plain(target.indicator))
    return _topic(found[1]) if found else ""


def _topic(indicator: str) -> str:
    return _TAIL.sub("", _plain(indicator))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _yearly(case: Case, quantity: Quantity) -> bool:
    """Whether a fall is that of the whole plan: not by the year in a plan of many years."""
    return "/" not in quantity.unit or is_yearly(case.plan)


def _below_nothing(path: Route, fall: Target) -> Iterator[Finding]:
    base = fall.baseline
    if base and _unit(base) == _unit(fall.quantity) and fall.quantity.number > base.number:
        message = f"giảm {fall.quantity.text} là nhiều hơn cả mức nền {base.text}"
        yield Finding(
            path=path, message=message, hint="Sửa mức giảm hoặc mức nền.", needle=fall.quantity.text
        )


def _unit(quantity: Quantity) -> str:
    return quantity.unit.partition("/")[0].strip()


def _against(path: Route, fall: Target, target: Target) -> Iterator[Finding]:
    base, goal = target.baseline, target.quantity
    if base is None or goal.upper or base.upper or _what_falls(target):
        return
    if not _unit(base) == _unit(goal) == _unit(fall.quantity):
        return
    given = base.number.value - goal.number.value
    if not _reaches(given, fall, target):
        told = Number.of(given).text
        yield Finding(
            path=path,
            message=f"{target.indicator}: từ {base.text} xuống {goal.text} là giảm"
            f" {told}{_unit(base)}, chỉ tiêu giảm ghi {fall.quantity.text}",
            hint="Sửa mức giảm, mức nền hoặc mức phải đạt.",
            needle=fall.quantity.text,
        )


def _reaches(given: Decimal, fall: Target, target: Target) -> bool:
    """Whether the fall that the levels give is the one that is stated, as exactly as both say."""
    stated = fall.quantity.number
    if fall.comparison in {"at-least", "over"}:
        return given >= stated.value or target.comparison in {"at-most", "under"}
    if fall.comparison in {"at-most", "under"} or target.comparison in {"at-most", "under"}:
        return True
    return Number.of(given, stated.decimals) == stated
