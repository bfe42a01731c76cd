"""Numbers and money read out in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.formats.values import as_money, as_number
from kehoach.formats.values.accept import Numeric

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_READINGS = {
    "odd": ("linh", "lẻ"),
    "thousand": ("nghìn", "ngàn"),
    "billion": ("tỷ", "tỉ"),
    "four": ("bốn", "tư"),
}


def words(  # noqa: PLR0913 - each is an option of the filter
    x: Numeric,
    *,
    commas: bool = False,
    odd: str = "linh",
    thousand: str = "nghìn",
    billion: str = "tỷ",
    four: str = "bốn",
) -> str:
    """Đọc số thành chữ.

    Nhóm ba chữ số toàn số 0 thì bỏ qua; nhóm đứng sau nhóm khác được đọc đủ hàng trăm
    (1.000.001 đọc là "một triệu không trăm linh một"). Từ nghìn tỷ trở lên đọc theo tỷ:
    "nghìn tỷ", "triệu tỷ", "tỷ tỷ". Phần thập phân đọc từng chữ số sau chữ "phẩy".

    Args:
        x: số; số lượng và số tiền được đọc phần số, không đọc đơn vị.
        commas: đặt dấu phẩy giữa các nhóm.
        odd: chữ đọc số 0 ở hàng chục: "linh" hoặc "lẻ".
        thousand: "nghìn" hoặc "ngàn".
        billion: "tỷ" hoặc "tỉ".
        four: chữ đọc số 4 hàng đơn vị sau "mươi": "bốn" hoặc "tư".

    Examples:
        >>> words(1005)
        'một nghìn không trăm linh năm'
        >>> words("2.018,25")
        'hai nghìn không trăm mười tám phẩy hai năm'
        >>> words(1024, odd="lẻ", thousand="ngàn", four="tư")
        'một ngàn không trăm hai mươi tư'
        >>> words(3138000000, commas=True)
        'ba tỷ, một trăm ba mươi tám triệu'
    """
    for name, given in (("odd", odd), ("thousand", thousand), ("billion", billion), ("four", four)):
        if given not in _READINGS[name]:
            raise ValueError(f"{name} phải là “{'” hoặc “'.join(_READINGS[name])}”")
    style = _Style(commas, odd, thousand, billion, four)
    found = as_number(x)
    whole, _, decimals = f"{found.value.copy_abs():f}".partition(".")
    text = ("âm " if found.value < 0 else "") + _whole(int(whole), style)
    return " ".join([text, "phẩy", *(_DIGITS[int(d)] for d in decimals)]) if decimals else text


def money_words(x: Numeric, *, commas: bool = False, **style: Any) -> str:
    """Đọc số tiền thành chữ theo đồng, chữ đầu viết hoa, kết thúc bằng "đồng".

    Args:
        x: số tiền; số không có đơn vị được hiểu là đồng.
        commas: đặt dấu phẩy giữa các nhóm.
        style: cách đọc, như của `words`: odd, thousand, billion, four.

    Examples:
        >>> money_words("3.138 triệu đồng")
        'Ba tỷ một trăm ba mươi tám triệu đồng'
        >>> money_words("3.138 triệu đồng", commas=True)
        'Ba tỷ, một trăm ba mươi tám triệu đồng'
    """
    text = words(as_money(x).to("đồng"), commas=commas, **style)
    return f"{text[0].upper()}{text[1:]} đồng"


@dataclass(frozen=True, slots=True)
class _Style:
    commas: bool
    odd: str
    thousand: str
    billion: str
    four: str


def _whole(value: int, style: _Style) -> str:
    if value == 0:
        return _DIGITS[0]
    parts = list(_parts(value, style))
    return (", " if style.commas else " ").join(parts)


def _parts(value: int, style: _Style) -> Iterator[str]:
    """Each spoken group; "tỷ" closes a block of nine digits, once for each block below it."""
    first = True
    for place, block in _split(value, 10**9):
        spoken = list(_block(block, style, first=first))
        spoken[-1] = " ".join([spoken[-1], *[style.billion] * place])
        yield from spoken
        first = False


def _block(value: int, style: _Style, *, first: bool) -> Iterator[str]:
    names = ("", f" {style.thousand}", " triệu")
    for place, group in _split(value, 1000):
        yield _group(group, style, full=not first) + names[place]
        first = False


def _split(value: int, base: int) -> Iterator[tuple[int, int]]:
    """The non-zero digits of a value in a base, highest place first."""
    above, digit = divmod(value, base)
    if above:
        yield from ((place + 1, higher) for place, higher in _split(above, base))
    if digit:
        yield 0, digit


def _group(value: int, style: _Style, *, full: bool) -> str:
    """A group below one thousand; `full` reads its hundreds even when they are zero."""
    hundreds, rest = divmod(value, 100)
    spoken = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if rest:
        spoken.append(_tens(rest, style, after=bool(spoken)))
    return " ".join(spoken)


def _tens(value: int, style: _Style, *, after: bool) -> str:
    tens, unit = divmod(value, 10)
    if tens == 0:
        return f"{style.odd} {_DIGITS[unit]}" if after else _DIGITS[unit]
    spoken = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{spoken} {_unit(tens, unit, style)}" if unit else spoken


def _unit(tens: int, unit: int, style: _Style) -> str:
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 4: style.four, 5: "lăm"}
    return special.get(unit, _DIGITS[unit])
