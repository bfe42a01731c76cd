"""Cells that words mean: titles compared without units, numbers at the digits that both have."""

from __future__ import annotations

import re
from decimal import Decimal

from kehoach.formats.values import Number
from kehoach.plan.sheet import own_places

WHOLE = re.compile(r"(?:trên địa bàn )?toàn (?:tỉnh|huyện|xã|thị xã|thành phố|phường|vùng|sở)")
_UNIT = re.compile(r"\([^()]*\)|%")


def plain(title: str) -> str:
    """A title in small letters, without units and brackets."""
    return " ".join(_UNIT.sub(" ", title.casefold()).split())


def agrees(value: Decimal, stated: Number) -> bool:
    """Whether they are one number, rounded to the fewer digits of the two."""
    places = min(stated.decimals, own_places(value))
    return Number.of(value, places) == stated.rounded(places)


def shown(value: Decimal) -> str:
    """The number with all the digits that it has."""
    return Number.of(value, own_places(value)).text
