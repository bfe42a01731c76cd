"""Năm, giai đoạn, thời hạn in texts: moved where they plainly mean the plan's year, else marked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.drafting.rollover.sentences import in_expression, prose, sentences, without_expressions
from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import left_open, marked, replaced
from kehoach.editing.scalars import Scalar, Spot
from kehoach.formats.values import parse_day

KIND = "năm trong câu chữ"
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
_REFERENCE = re.compile(
    r"\b(?:điều|khoản|mục|chương trình|dự án|phụ lục|biểu|chương|mẫu|phần|số|nội dung)"
    r"(?: thành phần)?(?: số)?\s+\d+(?:\.\d+)*[a-z]?\b(?!\s*%)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\btháng\s+\d+\s+$|/\s*$")


def changes(subject: Subject) -> Iterator[Change]:
    """The years of all texts, and the days by which tasks are due."""
    for one in prose(subject):
        if one.path[0] == "results" or "rows" in one.path:
            continue  # figures of past years, which their own rules leave to a person
        if one.key == "time":
            yield from _time(subject, one)
            continue
        for start, end in sentences(subject, one):
            yield from _sentence(subject, one, start, end)
        yield from _ended_periods(subject, one)
    for one in subject.scalars:
        if one.path[0] == "tasks" and one.key == "due":
            yield _due(subject, one)


def _sentence(subject: Subject, scalar: Scalar, start: int, end: int) -> Iterator[Change]:
    """The years of a sentence move together, or not at all where it tells figures as well."""
    text = without_expressions(subject.text[start:end])
    found = [(one.start(1), int(one[1])) for one in _years(subject).finditer(text)]
    found = [(at, year) for at, year in found if not _DATED.search(text[: max(at - 4, 0)])]
    late = _deadline(subject).search(text)
    if not found and not late:
        return
    rest = list(text)
    for at, _ in found:
        rest[at : at + 4] = "    "
    if late is None and not _tells_figures(subject, "".join(rest)):
        yield from (_moved(subject, scalar, start + at, year) for at, year in found)
        return
    place = start + (late.end() if late else found[0][0] + 4)
    year = found[0][1] if found else subject.old
    reason = f"câu này nói về năm {year}: viết lại số liệu, thời gian cho năm {subject.to}"
    yield marked(Spot(scalar, place, place), KIND, reason)


def _years(subject: Subject) -> re.Pattern[str]:
    """`năm 2018` of the plan, `năm 2017` of its baseline."""
    return re.compile(rf"\bnăm\s+({subject.old}|{subject.old - 1})(?!\d)", re.IGNORECASE)


def _deadline(subject: Subject) -> re.Pattern[str]:
    """A day or month of the plan's year that is not the date of a document."""
    return re.compile(
        rf"(?<!ngày )(?<![\d/])\d{{1,2}}/{subject.old}(?!\d)"
        rf"|(?<=trước ngày )\d{{1,2}}/\d{{1,2}}/{subject.old}(?!\d)",
    )


def _tells_figures(subject: Subject, text: str) -> bool:
    """Whether digits are left but references (Điều 2) and periods that go on."""
    text = _RANGE.sub(lambda one: "" if int(one[2]) >= subject.to else one[0], text)
    return any(letter.isdigit() for letter in _REFERENCE.sub("", text))


def _moved(subject: Subject, scalar: Scalar, at: int, year: int) -> Change:
    new = year + subject.to - subject.old
    told = f"năm {year} → năm {new}"
    return replaced(KIND, "moved", Spot(scalar, at, at + 4), str(new), told)


def _time(subject: Subject, scalar: Scalar) -> Iterator[Change]:
    """When a task is to be done: its year is the plan's own."""
    pattern = re.compile(rf"(?<!\d){subject.old}(?!\d)")
    for found in pattern.finditer(subject.text, scalar.start, scalar.end):
        if not in_expression(subject, scalar, found.start()):
            yield _moved(subject, scalar, found.start(), subject.old)


def _ended_periods(subject: Subject, scalar: Scalar) -> Iterator[Change]:
    """One remark for the periods of a text that are over."""
    for found in _RANGE.finditer(subject.text, scalar.start, scalar.end):
        first, last = int(found[1]), int(found[2])
        if first < last < subject.to <= last + _LONG_AGO:
            reason = f"giai đoạn {first} - {last} đã hết: viết theo giai đoạn mới"
            once = f"period {scalar.start}"
            yield marked(Spot(scalar, *found.span()), "giai đoạn", reason, once)


_LONG_AGO = 15  # a period that ended longer ago is told as history


def _due(subject: Subject, scalar: Scalar) -> Change:
    """The same day a year on; 29 February has none."""
    try:
        day = parse_day(scalar.value)
        new = dt.date(day.year + subject.to - subject.old, day.month, day.day)
    except ValueError:
        return left_open(subject, scalar, "thời hạn", f"thời hạn năm {subject.to}")
    if day.year != subject.old:
        return left_open(subject, scalar, "thời hạn", f"thời hạn năm {subject.to}")
    told = f"thời hạn {day:%d/%m/%Y} → {new:%d/%m/%Y}"
    return replaced("thời hạn", "moved", Spot.whole(scalar), new.isoformat(), told)
