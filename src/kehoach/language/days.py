"""Days, quarters and months in a text, also those that the calendar does not have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.formats.numerals import roman

_FIGURES = re.compile(
    r"(?P<word>[Nn]gày (?:mùng |mồng )?)?(?<![\w/.,-])"
    r"(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>\d{1,2})"
    r"(?:(?P=by)(?P<year>(?:19|20)\d\d))?(?![\w/]|[.,-]\d|-\w)"
)
_WORDS = re.compile(
    r"[Nn]gày (?:mùng |mồng )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})"
    r"(?: năm (?P<year>\d{4}))?(?!\d)"
)
_PERIOD = re.compile(
    r"(?<![\w-])(?<!\d )(?P<unit>[Qq]uý|[Tt]háng) (?P<which>[IVX]+|\d{1,2})(?![\w%]|[.,]\d|-[a-z])"
    r"(?:(?:/| năm )(?P<year>\d{4}))?"
)
_HINT = re.compile(r"\d[/.-]\d")
_DEADLINE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|hạn cuối|thời hạn)(?: là| vào| đến hết| đến)? (?:hết )?\Z",
    re.IGNORECASE,
)
_LEAP = 2000
_MOST = {"quý": 4, "tháng": 12}
_MONTHS_OF_QUARTER = 3


class DayMention(NamedTuple):
    """A day as a text gives it.

    Attributes:
        text: as written, without the word "ngày".
        day: the day; None where the calendar has none such, or the year is not given.
        possible: whether some year has such a day.
        start: offset of the text.
        deadline: whether "trước", "chậm nhất" stand before it.
    """

    text: str
    day: dt.date | None
    possible: bool
    start: int
    deadline: bool


class PeriodMention(NamedTuple):
    """A quarter or month as a text gives it: `end` its last day, where the year is known."""

    text: str
    possible: bool
    end: dt.date | None
    start: int


def days(text: str) -> tuple[DayMention, ...]:
    """The days of a text; two figures without a year only after the word "ngày".

    >>> [(one.text, one.possible) for one in days("ngày 31/4, ngày 30 tháng 6, 3/4 xã")]
    [('31/4', False), ('ngày 30 tháng 6', True)]
    """
    found = list(_days(text, _FIGURES)) if _HINT.search(text) else []
    if "tháng" in text:
        found += _days(text, _WORDS)
    return tuple(sorted(found, key=lambda one: one.start))


def _days(text: str, form: re.Pattern[str]) -> Iterator[DayMention]:
    for found in form.finditer(text):
        figures = form is _FIGURES
        if figures and not found["word"] and not found["year"]:
            continue
        if figures and not found["year"] and found["by"] != "/":
            continue
        start = found.start("day") if figures else found.start()
        year = int(found["year"]) if found["year"] else _LEAP
        day = _day(year, int(found["month"]), int(found["day"]))
        before = text[max(0, found.start() - 30) : found.start()]
        yield DayMention(
            text[start : found.end()],
            day if found["year"] else None,
            day is not None,
            start,
            bool(_DEADLINE.search(before)),
        )


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def periods(text: str) -> tuple[PeriodMention, ...]:
    """The quarters and months of a text.

    >>> [(one.text, one.possible, str(one.end)) for one in periods("quý V, Quý II/2027, tháng 13")]
    [('quý V', False, 'None'), ('Quý II/2027', True, '2027-06-30'), ('tháng 13', False, 'None')]
    """
    if "uý " not in text and "háng " not in text:
        return ()
    return tuple(_period(found) for found in _PERIOD.finditer(text))


def _period(found: re.Match[str]) -> PeriodMention:
    unit = found["unit"].lower()
    which = _ORDER.get(found["which"]) or (int(found["which"]) if found["which"].isdigit() else 0)
    possible = 1 <= which <= _MOST[unit]
    end = None
    if possible and found["year"]:
        month = which * _MONTHS_OF_QUARTER if unit == "quý" else which
        end = _last_day(int(found["year"]), month)
    return PeriodMention(found[0], possible, end, found.start())


_ORDER = {roman(number): number for number in range(1, 40)}


def _last_day(year: int, month: int) -> dt.date:
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    return after - dt.timedelta(days=1)
