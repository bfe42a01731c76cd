"""Small changes to Vietnamese text."""

from __future__ import annotations

from collections.abc import Iterable


def capital_first(text: str) -> str:
    """Viết hoa chữ cái đầu, giữ nguyên phần còn lại.

    Args:
        text: đoạn chữ.

    Examples:
        >>> capital_first("ủy ban nhân dân tỉnh Thái Nguyên")
        'Ủy ban nhân dân tỉnh Thái Nguyên'
    """
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Viết thường chữ cái đầu, giữ nguyên phần còn lại.

    Args:
        text: đoạn chữ.

    Examples:
        >>> lower_first("Đẩy mạnh truyền thông ở Bắc Sơn")
        'đẩy mạnh truyền thông ở Bắc Sơn'
    """
    return text[:1].lower() + text[1:]


def upper(text: str) -> str:
    """Viết hoa toàn bộ, giữ đúng dấu tiếng Việt.

    Args:
        text: đoạn chữ.

    Examples:
        >>> upper("kế hoạch")
        'KẾ HOẠCH'
    """
    return text.upper()


def sentence(text: str) -> str:
    """Kết thúc đoạn chữ bằng đúng một dấu chấm, thay dấu câu cuối nếu có; chữ trống giữ trống.

    Args:
        text: đoạn chữ.

    Examples:
        >>> sentence("Tổ chức thực hiện Kế hoạch;")
        'Tổ chức thực hiện Kế hoạch.'
    """
    bare = text.rstrip(" .;,:\n\t\N{NO-BREAK SPACE}")
    return f"{bare}." if bare else ""


def list_text(items: Iterable[object], last: str = "và") -> str:
    """Nối các mục thành một câu: dấu phẩy ở giữa, chữ nối trước mục cuối.

    Args:
        items: các mục.
        last: chữ nối trước mục cuối.

    Examples:
        >>> list_text(["Sở Tài chính", "Sở Y tế", "Công an tỉnh"])
        'Sở Tài chính, Sở Y tế và Công an tỉnh'
        >>> list_text(["xã", "phường"], "hoặc")
        'xã hoặc phường'
    """
    if isinstance(items, str):
        raise ValueError("đây là một đoạn chữ, không phải danh sách")  # noqa: TRY004 - said to users
    if not isinstance(last, str):
        raise ValueError("chữ nối trước mục cuối phải là chữ, như 'và'")  # noqa: TRY004 - said to users
    listed = list(items)
    if any(isinstance(item, list | tuple | dict) for item in listed):
        raise ValueError("một mục của danh sách lại là danh sách: nêu từng giá trị")
    *head, tail = [str(item) for item in listed] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def nbsp(text: str) -> str:
    """Thay dấu cách bằng dấu cách không ngắt, để Word không xuống dòng giữa đoạn chữ.

    Args:
        text: đoạn chữ.

    Examples:
        >>> nbsp("Điều 5") == "Điều\N{NO-BREAK SPACE}5"
        True
    """
    return text.replace(" ", "\N{NO-BREAK SPACE}")
