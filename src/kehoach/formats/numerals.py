"""Roman numerals: parts, chapters and appendices (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from kehoach.formats.values import as_whole
from kehoach.formats.values.accept import Numeric

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(n: Numeric) -> str:
    """In số La Mã, dùng cho phần, chương, mục lớn và phụ lục.

    Args:
        n: số từ 1 đến 3999.

    Examples:
        >>> roman(4)
        'IV'
        >>> roman(2026)
        'MMXXVI'
    """
    left = as_whole(n)
    if not 1 <= left <= 3999:
        raise ValueError(f"không viết được {n} bằng chữ số La Mã: chỉ từ 1 đến 3999")
    text = ""
    for value, sign in _ROMAN:
        count, left = divmod(left, value)
        text += sign * count
    return text
