"""Chỉ tiêu, số liệu, kinh phí, kết quả: last year's figures make room for those to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import left_open, marked_before, replaced
from kehoach.editing import put
from kehoach.editing.scalars import Scalar, Spot
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import Map, Route

_SOURCE_YEAR = re.compile(r"""(?<=disbursements\[["'])\d{4}""")
_TARGET = ("objectives", "targets")


def changes(subject: Subject) -> Iterator[Change]:
    """What is done to figures."""
    yield from _targets(subject)
    yield from _figures(subject)
    yield from _amounts(subject)
    yield from _budget_years(subject)
    yield from _results(subject)


def _targets(subject: Subject) -> Iterator[Change]:
    for path, owner in subject.maps("quantity"):
        quantity = subject.scalar((*path, "quantity"))
        if path[:2] != _TARGET or quantity is None:
            continue
        yield _baseline(subject, path, owner, quantity)
        yield left_open(subject, quantity, "chỉ tiêu", f"mức phải đạt {subject.new_label}")


def _baseline(subject: Subject, path: Route, owner: Map, quantity: Scalar) -> Change:
    """Last year's level, as it was written, in the place of the level before it."""
    told = f"mức nền: {quantity.value}"
    if old := subject.scalar((*path, "baseline")):
        edit = put.copied(old, quantity)
        return Change("chỉ tiêu", "moved", old.start, old.end, told, (edit,))
    to = (*path, "baseline")
    edit = put.new_key(subject.text, owner, to, "quantity", quantity.written)
    return Change("chỉ tiêu", "moved", edit.start, edit.start, told, (edit,))


def _figures(subject: Subject) -> Iterator[Change]:
    for one in subject.scalars:
        short = one.path[0] == "figures" and len(one.path) == 2
        if short or (one.path[0] == "figures" and one.key == "quantity"):
            yield left_open(subject, one, "số liệu", f"số liệu {subject.new_label}")


def _amounts(subject: Subject) -> Iterator[Change]:
    for one in subject.scalars:
        if one.path[0] == "results" and (one.key == "rate" or kind_at(one.path) is TextKind.MONEY):
            reason = f"số đến hết năm {subject.to - 1}"
            yield left_open(subject, one, "kết quả", reason)
        elif kind_at(one.path) is TextKind.MONEY:
            when = "của năm này" if one.path[-2:-1] == ("years",) else subject.new_label
            yield left_open(subject, one, "kinh phí", f"kinh phí {when}")


def _budget_years(subject: Subject) -> Iterator[Change]:
    """The years of a budget go along where the whole period does."""
    new, old = subject.moved_period, subject.plan.period
    if new is None or old is None:
        return
    for path, owner in subject.maps("years"):
        years = owner["years"]
        if not isinstance(years, Map):
            continue
        for key in years:
            at = years.keys_at[key]
            year = int(key) + new[0] - old.start if key.isdigit() else key
            edit = put.renamed(at, (*path, "years", key), str(year))
            told = f"năm {key} → {year}"
            yield Change("kinh phí", "moved", at.start, at.end, told, (edit,))


def _results(subject: Subject) -> Iterator[Change]:
    """The years of sources move on together with the expressions that name them."""
    step = subject.to - subject.old
    for one in subject.scalars:
        if one.path[0] != "results":
            continue
        if one.key == "year" and one.value.isdigit():
            year = int(one.value) + step
            told = f"năm nguồn {one.value} → {year}"
            yield replaced("kết quả", "moved", Spot.whole(one), str(year), told)
        elif one.key == "text":
            yield from _result_text(subject, one, step)


def _result_text(subject: Subject, one: Scalar, step: int) -> Iterator[Change]:
    reason = f"viết lại kết quả năm {subject.to - 1}; đoạn này kể về các năm trước"
    yield marked_before(one, subject.text, "kết quả", reason)
    for found in _SOURCE_YEAR.finditer(subject.text, one.start, one.end):
        year = int(found[0]) + step
        told = f"năm nguồn {found[0]} → {year}"
        yield replaced("kết quả", "moved", Spot(one, *found.span()), str(year), told)
