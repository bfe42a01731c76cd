"""Letters of points: Vietnamese order, no f, j, w, z (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from kehoach.formats.values import as_whole
from kehoach.formats.values.accept import Numeric

ALPHABET = "abcdđeghiklmnopqrstuvxy"


def letter(n: Numeric, with_d: bool = True) -> str:
    """In chữ cái của điểm theo thứ tự tiếng Việt: a, b, c, d, đ, e, g, h, i, k...

    Args:
        n: thứ tự của điểm, tính từ 1.
        with_d: để false thì bỏ chữ đ.

    Examples:
        >>> letter(5)
        'đ'
        >>> letter(5, with_d=False)
        'e'
    """
    alphabet = ALPHABET if with_d else ALPHABET.replace("đ", "")
    place = as_whole(n)
    if not 1 <= place <= len(alphabet):
        raise ValueError(
            f"không có chữ cái cho điểm thứ {n}: nhiều nhất {len(alphabet)} điểm, "
            "hãy tách thành nhiều khoản"
        )
    return alphabet[place - 1]
