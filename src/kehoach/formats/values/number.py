"""A number in Vietnamese writing: "." groups thousands, "," marks the decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Self

from kehoach.formats.values.number_faults import fault

MAX_DIGITS = 40
# Wide enough that sums and unit changes of numbers within MAX_DIGITS never round.
EXACT = Context(
    prec=200, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow]
)

_NUMBER = re.compile(r"[-−]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_TO_VIETNAMESE = str.maketrans(",.", ".,")
_TO_PYTHON = str.maketrans({".": None, ",": ".", "−": "-"})


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A decimal and its digits as written ("04", "38,0"); equal and ordered by value."""

    value: Decimal
    text: str = field(compare=False)

    @property
    def decimals(self) -> int:
        """How many digits are written after the comma."""
        return len(self.text.partition(",")[2])

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read Vietnamese digits; ValueError tells what to write instead.

        >>> Number.parse("4.807").value
        Decimal('4807')
        >>> Number.parse("1.75")
        Traceback (most recent call last):
        ValueError: số “1.75” viết sai: dấu thập phân của tiếng Việt là dấu phẩy: 1,75
        """
        text = text.strip(" \t\n")
        if not _NUMBER.fullmatch(text):
            raise ValueError(fault(text))
        if sum(map(str.isdigit, text)) > MAX_DIGITS:
            raise ValueError(f"số “{text}” quá dài: viết nhiều nhất {MAX_DIGITS} chữ số")
        return cls(Decimal(text.translate(_TO_PYTHON)), text)

    @classmethod
    def of(cls, value: Decimal | int, decimals: int | None = None) -> Self:
        """Write a computed value, rounding half up; without `decimals`, every digit it holds.

        >>> Number.of(Decimal("3138.25"), 1).text
        '3.138,3'
        """
        exact = Decimal(value)
        if not exact.is_finite():
            raise ValueError(f"không viết được giá trị {value} thành số")
        if decimals is not None:
            exact = exact.quantize(Decimal(1).scaleb(-decimals), context=EXACT)
        # Adding zero turns the "-0,0" left by rounding into "0,0".
        exact = EXACT.add(exact, Decimal(0))
        return cls(exact, f"{exact:,f}".translate(_TO_VIETNAMESE))

    def rounded(self, decimals: int | None) -> Self:
        """The same number with so many decimals; as written when None.

        Raises:
            ValueError: no count of decimals; a negative one would turn digits into zeros.
        """
        if decimals is None:
            return self
        if type(decimals) is not int or not 0 <= decimals <= MAX_DIGITS:
            raise ValueError(f"số chữ số thập phân phải là số nguyên từ 0 đến {MAX_DIGITS}")
        return self.of(self.value, decimals)

    def __str__(self) -> str:
        return self.text
