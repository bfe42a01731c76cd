"""A day as a user writes it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
)


def parse_day(text: str) -> dt.date:
    """Read "2018-04-11", "11/4/2018" or "11/04/2018"; ValueError tells what to write instead.

    >>> parse_day("11/4/2018")
    datetime.date(2018, 4, 11)
    >>> parse_day("31/4/2018")
    Traceback (most recent call last):
    ValueError: ngày “31/4/2018” không có: tháng 4 năm 2018 có 30 ngày
    """
    text = text.strip(" \t\n")
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if found is None:
        raise ValueError(f"ngày “{text}” viết sai: viết ngày/tháng/năm, như 11/4/2018")
    return _day(text, int(found["year"]), int(found["month"]), int(found["day"]))


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    if not year:
        raise ValueError(f"ngày “{text}” không có: năm tính từ 0001")
    if not 1 <= month <= 12:
        raise ValueError(f"ngày “{text}” không có: một năm có tháng 1 đến tháng 12")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"ngày “{text}” không có: tháng {month} năm {year} có {last} ngày")
    return dt.date(year, month, day)
