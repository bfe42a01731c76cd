"""Money as digits."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.formats.values import Money, as_money
from kehoach.formats.values.accept import Numeric


def money(x: Numeric, unit: str | None = None, decimals: int | None = None) -> str:
    """In số tiền kèm đơn vị; đổi đơn vị thì đổi đúng, không làm tròn.

    Số không có đơn vị được hiểu là đồng.

    Args:
        x: số tiền.
        unit: đồng, nghìn đồng, triệu đồng hoặc tỷ đồng; không nêu thì giữ như đã viết.
        decimals: số chữ số thập phân; nêu thì làm tròn, nửa làm tròn lên.

    Examples:
        >>> money("57,141 tỷ đồng")
        '57,141 tỷ đồng'
        >>> money("57,141 tỷ đồng", "triệu đồng")
        '57.141 triệu đồng'
        >>> money(3138000000, "tỷ đồng", 1)
        '3,1 tỷ đồng'
    """
    return _in_unit(x, unit, decimals).text


def amount(x: Numeric, unit: str | None = None, decimals: int | None = None) -> str:
    """In riêng số của số tiền theo một đơn vị, để điền ô bảng đã ghi đơn vị tính ở đầu.

    Args:
        x: số tiền; số không có đơn vị được hiểu là đồng.
        unit: đơn vị của bảng; không nêu thì giữ như đã viết.
        decimals: số chữ số thập phân; nêu thì làm tròn, nửa làm tròn lên.

    Examples:
        >>> amount("57,141 tỷ đồng", "triệu đồng")
        '57.141'
        >>> amount("57.141 triệu đồng", "tỷ đồng", 1)
        '57,1'
    """
    return _in_unit(x, unit, decimals).number.text


def money_total(items: Iterable[Numeric], unit: str | None = None) -> Money:
    """Cộng các số tiền; kết quả là số tiền theo đơn vị của khoản đầu, không làm tròn.

    Args:
        items: danh sách số tiền; danh sách trống cho 0 đồng.
        unit: đơn vị của kết quả; không nêu thì theo khoản đầu.

    Examples:
        >>> print(money_total(["1,5 tỷ đồng", "250 triệu đồng"]))
        1,75 tỷ đồng
        >>> print(money_total(["1,5 tỷ đồng", "250 triệu đồng"], "triệu đồng"))
        1.750 triệu đồng
    """
    return _in_unit(Money.total(as_money(item) for item in items), unit, None)


def _in_unit(x: Numeric, unit: str | None, decimals: int | None) -> Money:
    worth = as_money(x)
    return (worth if unit is None else worth.to(unit)).rounded(decimals)
