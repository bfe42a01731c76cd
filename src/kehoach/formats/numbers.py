"""Numbers as digits."""

from __future__ import annotations

from kehoach.formats.values import Number, Quantity, as_number
from kehoach.formats.values.accept import Numeric


def number(x: Numeric, decimals: int | None = None) -> str:
    """In số theo lối Việt Nam: dấu chấm chia nhóm nghìn, dấu phẩy thập phân.

    Không nêu `decimals` thì giữ nguyên các chữ số như người soạn đã viết.

    Args:
        x: số, số lượng, số tiền (lấy số, bỏ đơn vị) hoặc chữ số.
        decimals: số chữ số thập phân; phần thừa được làm tròn, nửa làm tròn lên.

    Examples:
        >>> number("04")
        '04'
        >>> number(4807)
        '4.807'
        >>> number("3.659,590", 1)
        '3.659,6'
    """
    digits = as_number(x).rounded(decimals).text
    if isinstance(x, Quantity) and x.upper is not None:
        return f"{digits}-{x.upper.rounded(decimals).text}"
    return digits


def percent(x: Numeric, decimals: int | None = None) -> str:
    """In tỷ lệ phần trăm; giá trị đã tính theo phần trăm nên không nhân với 100.

    Args:
        x: số phần trăm.
        decimals: số chữ số thập phân; không nêu thì giữ như đã viết.

    Examples:
        >>> percent("2,7")
        '2,7%'
        >>> percent(Quantity.parse("7-8%"))
        '7-8%'
        >>> percent("66,6667", 1)
        '66,7%'
    """
    return f"{number(x, decimals)}%"


def signed(x: Numeric, decimals: int | None = None) -> str:
    """In số kèm dấu cộng hoặc dấu trừ, để nêu mức tăng giảm; số 0 không có dấu.

    Args:
        x: số.
        decimals: số chữ số thập phân; không nêu thì giữ như đã viết.

    Examples:
        >>> signed("0,2")
        '+0,2'
        >>> signed("-0,25", 1)
        '-0,3'
        >>> signed(0)
        '0'
    """
    found: Number = as_number(x).rounded(decimals)
    mark = "+" if found.value > 0 else "-" if found.value < 0 else ""
    return mark + found.text.lstrip("-−")
