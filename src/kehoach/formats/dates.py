"""Days as Nghị định 30/2020/NĐ-CP, Phụ lục I writes them.

Days below 10 and the months 1 and 2 take a leading zero; the months 3 to 9 do not.
"""

from __future__ import annotations

import datetime as dt
import re

from kehoach.formats.numerals import roman
from kehoach.formats.values import as_day
from kehoach.formats.values.accept import Day

_BLANK = "\N{NO-BREAK SPACE}" * 5


def date_long(d: Day) -> str:
    """In ngày, tháng, năm bằng chữ theo thể thức của Nghị định 30/2020/NĐ-CP.

    Args:
        d: ngày, hoặc chữ như 19/02/2020.

    Examples:
        >>> date_long("19/02/2020")
        'ngày 19 tháng 02 năm 2020'
        >>> date_long("5/4/2023")
        'ngày 05 tháng 4 năm 2023'
    """
    day = as_day(d)
    return f"ngày {day.day:02} {month_year(day)}"


def date_short(d: Day) -> str:
    """In ngày dạng ngắn, thêm số 0 như dạng dài: ngày dưới 10, tháng 1 và tháng 2.

    Args:
        d: ngày, hoặc chữ như 2023-04-05.

    Examples:
        >>> date_short("2020-02-19")
        '19/02/2020'
        >>> date_short("2023-04-05")
        '05/4/2023'
    """
    day = as_day(d)
    return f"{day.day:02}/{_month(day)}/{day.year:04}"


def date_blank(d: Day | None, year: int | str) -> str:
    """In ngày ban hành; bản dự thảo chưa có ngày thì để trống ngày, tháng cho văn thư điền.

    Chỗ trống là dấu cách không ngắt để Word giữ nguyên.

    Args:
        d: ngày ban hành; để trống khi là dự thảo.
        year: năm in ở bản dự thảo.

    Examples:
        >>> date_blank("", 2026).replace("\N{NO-BREAK SPACE}", "_")
        'ngày_____tháng_____năm 2026'
        >>> date_blank("11/4/2026", 2026)
        'ngày 11 tháng 4 năm 2026'
    """
    if d:
        return date_long(d)
    if not re.fullmatch(r"[1-9][0-9]{3}", str(year)):
        raise ValueError("năm phải có bốn chữ số, như 2026")
    return f"ngày{_BLANK}tháng{_BLANK}năm {year}"


def month_year(d: Day) -> str:
    """In tháng và năm.

    Args:
        d: một ngày trong tháng.

    Examples:
        >>> month_year("19/02/2020")
        'tháng 02 năm 2020'
        >>> month_year("01/12/2026")
        'tháng 12 năm 2026'
    """
    day = as_day(d)
    return f"tháng {_month(day)} năm {day.year:04}"


def quarter(d: Day) -> str:
    """In quý và năm, quý bằng chữ số La Mã.

    Args:
        d: một ngày trong quý.

    Examples:
        >>> quarter("15/3/2024")
        'quý I/2024'
    """
    day = as_day(d)
    return f"quý {roman((day.month + 2) // 3)}/{day.year:04}"


def _month(day: dt.date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)
