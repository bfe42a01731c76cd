"""What a filter takes: any value a plan holds, and what expressions compute from it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TypeAlias

from kehoach.formats.values.day import parse_day
from kehoach.formats.values.money import Money
from kehoach.formats.values.number import Number
from kehoach.formats.values.quantity import Quantity

Numeric: TypeAlias = Number | Money | Quantity | Decimal | int | str
Day: TypeAlias = dt.date | str


def as_number(x: Numeric) -> Number:
    """The number itself, without a unit; digits as written where there are any.

    >>> as_number(Quantity.parse("5.000 người")).value
    Decimal('5000')
    """
    match x:
        case Number():
            return x
        case Money() | Quantity():
            return x.number
        case bool():
            raise ValueError("có hoặc không không phải là số")
        case Decimal() | int():
            return Number.of(x)
        case str():
            return Number.parse(x)
    raise ValueError(_not_taken(x))


def as_whole(x: Numeric) -> int:
    """A whole number, such as a place in a list; ValueError when it has a fraction.

    >>> as_whole("04")
    4
    """
    found = as_number(x)
    if found.value % 1:
        raise ValueError(f"số {found} phải là số nguyên")
    return int(found.value)


def as_money(x: Numeric) -> Money:
    """Money; a number that names no unit counts đồng.

    >>> as_money(3_138_000_000).text
    '3.138.000.000 đồng'
    """
    if isinstance(x, Money):
        return x
    text = x.text if isinstance(x, Quantity) else x
    if isinstance(text, str) and text.rstrip()[-1:].isalpha():
        return Money.parse(text)
    return Money.of(as_number(x))


def as_day(x: Day) -> dt.date:
    """A date, or the text of one.

    >>> as_day("19/02/2020")
    datetime.date(2020, 2, 19)
    """
    return parse_day(x) if isinstance(x, str) else x


def _not_taken(x: object) -> str:
    if isinstance(x, float):
        return f"số {x} không chính xác: viết trong dấu nháy với dấu phẩy thập phân, như '1,75'"
    return f"“{x}” không phải là số"
