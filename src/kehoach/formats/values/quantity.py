"""A counted or measured quantity: a number (or a range) and a free unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from kehoach.formats.values.number import Number

_DIGITS = r"[-−]?[0-9][0-9.,]*"
_QUANTITY = re.compile(
    rf"(?P<low>{_DIGITS})(?:(?P<mark>%?)\s*[-–]\s*(?P<high>[0-9][0-9.,]*))?\s*(?P<unit>.*)",
    re.DOTALL,
)
_UNIT_START = re.compile(r"[^\W\d_]|[%‰°(]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit ("5.000 người", "2,7%") or a range ("7-8%/năm": number 7, upper 8)."""

    number: Number
    unit: str
    text: str = field(compare=False)
    upper: Number | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Split the number from the unit; ValueError tells what to write instead.

        >>> Quantity.parse("86 xã, phường").unit
        'xã, phường'
        """
        text = text.strip(" \t\n")
        found = _QUANTITY.fullmatch(text)
        if found is None:
            raise ValueError(f"“{text}” không bắt đầu bằng số: viết như 5.000 người, 98% hoặc 7-8%")
        _check_unit(text, found["unit"], percent_range=bool(found["mark"]))
        upper = Number.parse(found["high"]) if found["high"] else None
        number = Number.parse(found["low"])
        if upper is not None and upper <= number:
            raise ValueError(f"khoảng “{text}” viết ngược: số nhỏ đứng trước, như 7-8%")
        return cls(number, found["unit"], text, upper)

    @classmethod
    def of(cls, number: Number, unit: str, upper: Number | None = None) -> Self:
        """A computed quantity, written out: "%" follows the number at once, other units a space."""
        digits = number.text if upper is None else f"{number.text}-{upper.text}"
        space = "" if not unit or unit[0] in "%‰" else " "
        return cls(number, unit, f"{digits}{space}{unit}", upper)

    def __str__(self) -> str:
        return self.text


def _check_unit(text: str, unit: str, *, percent_range: bool) -> None:
    if unit and not _UNIT_START.match(unit):
        raise ValueError(
            f"“{text}” viết sai: sau số là đơn vị tính, như 5.000 người; trong số không có dấu cách"
        )
    if percent_range and not unit.startswith("%"):
        raise ValueError(f"khoảng “{text}” có hai đơn vị khác nhau: viết như 7-8%")
