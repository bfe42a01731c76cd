"""How a figure moved: old, new, by how much, in its own unit."""

from __future__ import annotations

from decimal import Decimal

from kehoach.formats.numbers import signed
from kehoach.formats.values import Money, Number, Quantity

_YEARS = range(1900, 2200)


def moved(old: str, new: str) -> str | None:
    """`34,359 -> 34,159 tỷ đồng (-0,2; -0,58%)`; nothing where the two are not figures alike."""
    first, second = read(old), read(new)
    if first is None or second is None or first[1] != second[1]:
        return None
    (before, unit, kind), (after, _, _) = first, second
    if not unit and all(_is_year(one) for one in (before, after)):
        return f"{old} -> {new}"
    digits = old.removesuffix(unit).strip() if unit and old.endswith(unit) else old
    return f"{digits} -> {new} ({_difference(before, after, kind)})"


def _is_year(number: Decimal) -> bool:
    return number in _YEARS


def _difference(before: Decimal, after: Decimal, kind: str) -> str:
    off = after - before
    places = max(0, -int(off.normalize().as_tuple().exponent))
    told = str(signed(Number.of(off, places)))
    if kind == "percent":
        return f"{told} điểm phần trăm"
    if not before:
        return told
    return f"{told}; {signed(Number.of(off / before * 100, 1))}%"


def read(text: str) -> tuple[Decimal, str, str] | None:
    """Number, unit and kind (money, percent, count) of a figure written alone."""
    try:
        money = Money.parse(text)
    except ValueError:
        return _counted(text)
    return money.number.value, money.unit, "money"


def _counted(text: str) -> tuple[Decimal, str, str] | None:
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        return None
    kind = "percent" if quantity.unit.startswith("%") else "count"
    return quantity.number.value, quantity.unit, kind
