"""Số, ngày, năm, thời kỳ, tờ trình, người ký: what the new plan's head starts with."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import emptied, left_open, remark, replaced
from kehoach.editing import put
from kehoach.editing.scalars import Spot
from kehoach.source import Map, Route

KIND = "năm, số, ngày"


def changes(subject: Subject) -> Iterator[Change]:
    """The head's changes."""
    yield from _numbered(subject)
    yield from _year(subject)
    yield from _period(subject)
    for path in ((), ("decision",)):
        yield from _proposal(subject, (*path, "proposal"))
        yield from _signer(subject, (*path, "signer", "name"))


def _numbered(subject: Subject) -> Iterator[Change]:
    number, day = subject.scalar(("number",)), subject.scalar(("issued_on",))
    if number and number.value:
        yield emptied(number, KIND, f"bỏ số {number.value}")
    if day:
        told, edit = f"bỏ ngày ban hành {day.value}", put.left_out(day, subject.text)
        yield Change(KIND, "dropped", day.start, day.end, told, (edit,))


def _year(subject: Subject) -> Iterator[Change]:
    year = subject.scalar(("year",))
    if year:
        told = f"năm kế hoạch {year.value} → {subject.to}"
        yield replaced(KIND, "moved", Spot.whole(year), str(subject.to), told)
    elif subject.plan.year is not None:  # a base says it: said here, it holds for this plan alone
        first, new = next(iter(subject.root)), str(subject.to)
        edit = put.new_key(subject.text, subject.root, ("year",), first, new)
        yield Change(KIND, "moved", edit.start, edit.start, f"thêm năm kế hoạch {new}", (edit,))


def _period(subject: Subject) -> Iterator[Change]:
    new = subject.moved_period
    owner = subject.root.get("period")
    if new is None or not isinstance(owner, Map):
        return
    for key, year in zip(("start", "end"), new, strict=True):
        if one := subject.scalar(("period", key)):
            told = f"thời kỳ: {key} {one.value} → {year}"
            yield replaced(KIND, "moved", Spot.whole(one), str(year), told)


def _proposal(subject: Subject, path: Route) -> Iterator[Change]:
    for key, what in (("number", "số tờ trình mới"), ("date", "ngày tờ trình mới")):
        if (one := subject.scalar((*path, key))) and one.value:
            yield left_open(subject, one, "tờ trình", what)


def _signer(subject: Subject, path: Route) -> Iterator[Change]:
    if (one := subject.scalar(path)) and one.value:
        told = f"bỏ tên người ký {one.value}"
        change = emptied(one, "người ký", told)
        yield change._replace(edits=(*change.edits, remark(subject, one)))
