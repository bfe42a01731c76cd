"""How a value stands in a sentence."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from kehoach.formats.dates import date_short
from kehoach.formats.values import Number
from kehoach.formats.values.number import MAX_DIGITS
from kehoach.plan.figures import Figures, Line
from kehoach.plan.grammar import RefusedError
from kehoach.plan.reach import names_of


def printed(value: Any) -> str:
    """Values print as written; what is no plain value is a mistake of the sentence.

    Raises:
        RefusedError: the value is empty, a whole entry, a list, or has too many digits.
    """
    match value:
        case str():
            return value
        case None:
            raise RefusedError("giá trị này còn trống")
        case dt.date():
            return date_short(value)
        case Decimal():
            return _digits(value)
        case int() if not isinstance(value, bool):
            return str(value)
        case BaseModel() | Line() | Figures():
            return _entry(value)
        case tuple() | list() | dict():
            raise RefusedError("đây là cả một danh sách, hãy nêu một mục trong đó")
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return text
    if type(value).__module__.startswith("kehoach.formats."):
        return str(value)
    raise RefusedError("giá trị này không in được thành chữ")


def _digits(value: Decimal) -> str:
    if not value.is_finite() or len(value.as_tuple().digits) > MAX_DIGITS:
        raise RefusedError("kết quả có quá nhiều chữ số: làm tròn bằng bộ lọc, như | number(2)")
    return Number.of(value).text


def _entry(value: Any) -> str:
    """What says itself how it prints, as a figure does; other entries are refused."""
    if "__str__" in vars(type(value)) and isinstance(value, BaseModel):
        return str(value)
    names = ", ".join(names_of(value)[:12])
    raise RefusedError(f"đây là cả một mục, hãy nêu một giá trị trong đó: {names}")
