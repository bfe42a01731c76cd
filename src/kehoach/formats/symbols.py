"""Numbers and symbols of documents (Nghị định 30/2020/NĐ-CP, Phụ lục I and III)."""

from __future__ import annotations

from kehoach.formats.values import TYPE_NAMES, DocumentNumber

_BLANK = "\N{NO-BREAK SPACE}" * 8

_CODES = {name.lower(): code for code, name in TYPE_NAMES.items()}


def document_number(number: int | str | None, symbol: str) -> str:
    """In số, ký hiệu văn bản; số dưới 10 thêm số 0, bản dự thảo để trống số cho văn thư điền.

    Chỗ trống là dấu cách không ngắt để Word giữ nguyên.

    Args:
        number: số văn bản; để trống khi là dự thảo.
        symbol: ký hiệu, như KH-UBND.

    Examples:
        >>> document_number(560, "QĐ-UBND")
        '560/QĐ-UBND'
        >>> document_number("5", "KH-UBND")
        '05/KH-UBND'
        >>> document_number("", "KH-UBND").replace("\N{NO-BREAK SPACE}", "_")
        '________/KH-UBND'
    """
    if not isinstance(symbol, str):
        raise ValueError("thiếu ký hiệu của văn bản: viết như KH-UBND")  # noqa: TRY004 - said to users
    if isinstance(number, (bool, float)) or (isinstance(number, int) and number < 0):
        raise ValueError(f"số văn bản “{number}” viết sai: viết số nguyên như 560, hoặc chữ")
    text = "" if number is None else str(number).strip()
    padded = text.zfill(2) if text.isdecimal() else text
    return f"{padded or _BLANK}/{symbol}"


def split_number(text: str) -> DocumentNumber:
    """Tách số, ký hiệu văn bản thành số, năm, loại và cơ quan; in ra vẫn như đã viết.

    Args:
        text: số, ký hiệu của cơ quan nhà nước hoặc của Đảng.

    Examples:
        >>> split_number("32/2016/NQ-HĐND").year
        2016
        >>> split_number("63-CTr/HU").body
        'HU'
        >>> print(split_number("66.18/2026/NQ-CP"))
        66.18/2026/NQ-CP
    """
    return DocumentNumber.parse(text)


def type_name(code: str) -> str:
    """In tên loại văn bản theo chữ viết tắt của Phụ lục III Nghị định 30/2020/NĐ-CP.

    Args:
        code: chữ viết tắt, như KH, QĐ, TTr.

    Examples:
        >>> type_name("KH")
        'Kế hoạch'
    """
    if code not in TYPE_NAMES:
        raise ValueError(f"không có loại văn bản viết tắt “{code}”: viết như KH, QĐ, NQ, TTr")
    return TYPE_NAMES[code]


def type_code(name: str) -> str:
    """In chữ viết tắt của tên loại văn bản, dùng trong ký hiệu.

    Args:
        name: tên loại, như Kế hoạch, Tờ trình.

    Examples:
        >>> type_code("Kế hoạch")
        'KH'
    """
    code = _CODES.get(name.strip().lower())
    if code is None:
        raise ValueError(f"không có loại văn bản “{name}”: viết như Kế hoạch, Quyết định, Tờ trình")
    return code
