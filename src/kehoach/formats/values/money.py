"""An amount of money: a number and its unit, exact in đồng."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Self

from kehoach.formats.values.number import EXACT, Number

MoneyUnit = Literal["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]

MONEY_UNITS: dict[MoneyUnit, int] = {
    "đồng": 0,
    "nghìn đồng": 3,
    "triệu đồng": 6,
    "tỷ đồng": 9,
}
"""Each unit and the power of ten of đồng it stands for."""

_SPELLINGS: dict[str, MoneyUnit] = {
    **dict.fromkeys(("đồng", "đ", "vnđ", "vnd"), "đồng"),
    **dict.fromkeys(("nghìn đồng", "nghìn", "ngàn đồng", "ngàn"), "nghìn đồng"),
    **dict.fromkeys(("triệu đồng", "triệu"), "triệu đồng"),
    **dict.fromkeys(("tỷ đồng", "tỷ", "tỉ đồng", "tỉ"), "tỷ đồng"),
}
_MONEY = re.compile(r"([-−]?[0-9][0-9.,]*)\s*([^\W\d_].*)?", re.DOTALL)
_UNITS_TEXT = "đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"


def money_unit(text: str) -> MoneyUnit:
    """The unit that a writing of it names; ValueError lists the units.

    >>> money_unit("tỉ")
    'tỷ đồng'
    """
    unit = _SPELLINGS.get(" ".join(text.lower().split()))
    if unit is None:
        raise ValueError(f"“{text}” không phải đơn vị tiền: viết {_UNITS_TEXT}")
    return unit


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """Money as written ("57,141 tỷ đồng"); equal and ordered by its worth in đồng."""

    dong: Decimal = field(init=False)
    number: Number = field(compare=False)
    unit: MoneyUnit = field(compare=False)
    text: str = field(compare=False)

    def __post_init__(self) -> None:
        worth = self.number.value.scaleb(MONEY_UNITS[self.unit], context=EXACT)
        # Adding zero writes 5.7E+10 as 57000000000, which scripts and messages show.
        object.__setattr__(self, "dong", EXACT.add(worth, Decimal(0)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "57,141 tỷ đồng"; ValueError tells what to write instead.

        >>> Money.parse("3.138 triệu").dong == 3_138_000_000
        True
        """
        text = text.strip(" \t\n")
        found = _MONEY.fullmatch(text)
        if found is None:
            raise ValueError(f"“{text}” không phải số tiền: viết như 57,141 tỷ đồng")
        number = Number.parse(found[1])
        if found[2] is None:
            raise ValueError(f"“{text}” thiếu đơn vị tiền: viết {text} kèm {_UNITS_TEXT}")
        return cls(number, money_unit(found[2]), text)

    @classmethod
    def of(cls, number: Number | Decimal | int, unit: str = "đồng") -> Self:
        """Computed money, written out as "<number> <unit>"."""
        digits = number if isinstance(number, Number) else Number.of(number)
        name = money_unit(unit)
        return cls(digits, name, f"{digits.text} {name}")

    @classmethod
    def total(cls, items: Iterable[Money]) -> Money:
        """The exact sum in the first item's unit; nothing sums to 0 đồng.

        >>> Money.total([Money.parse("1,5 tỷ đồng"), Money.parse("250 triệu đồng")]).text
        '1,75 tỷ đồng'
        """
        first, *rest = [*items] or [cls.of(0)]
        for item in rest:
            first = first + item
        return first

    def to(self, unit: str) -> Money:
        """The same worth in another unit, with just the decimals that keep it exact."""
        name = money_unit(unit)
        if name == self.unit:
            return self
        value = self.dong.scaleb(-MONEY_UNITS[name], context=EXACT)
        return Money.of(Decimal(f"{value.normalize(EXACT):f}"), name)

    def rounded(self, decimals: int | None) -> Money:
        """The same unit with so many decimals, half up; as written when None."""
        return self if decimals is None else Money.of(self.number.rounded(decimals), self.unit)

    def __add__(self, other: Money) -> Money:
        """In this one's unit, with the decimals both need and those both were written with."""
        return self._combined(other, 1)

    def __sub__(self, other: Money) -> Money:
        return self._combined(other, -1)

    def _combined(self, other: Money, sign: int) -> Money:
        right = other.to(self.unit).number
        value = EXACT.fma(right.value, Decimal(sign), self.number.value)
        decimals = max(self.number.decimals, right.decimals)
        return Money.of(Number.of(value, decimals), self.unit)

    def __str__(self) -> str:
        return self.text
