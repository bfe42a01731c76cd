"""Jinja's English messages in Vietnamese; one it does not know is quoted after a plain word."""

from __future__ import annotations

import re

_KNOWN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), message)
    for pattern, message in (
        (r"'(.+)' is undefined$", "Không có “{0}” trong dữ liệu của mẫu."),
        (
            r"'(.+) object' has no attribute '?(.+?)'?$",
            "Không có trường “{1}” (trong một giá trị kiểu {0}).",
        ),
        (r"(.+) has no element (.+)$", "Không có phần tử {1} trong danh sách ({0})."),
        (r"access to attribute '(.+)' of '(.+)' object is unsafe", "Không được dùng “{0}” ở mẫu."),
        (r"No filter named '(.+)'", "Không có bộ lọc “{0}”."),
        (r"No test named '(.+)'", "Không có phép thử “{0}”."),
        (
            r"Unexpected end of template.*innermost block that needs to be closed is '(.+)'",
            "Lệnh “{0}” chưa được đóng (thiếu “end{0}”).",
        ),
        (
            r"Encountered unknown tag '(end\w+|else|elif)'",
            "Lệnh “{0}” không có lệnh mở đi cùng, hoặc đứng sai chỗ.",
        ),
        (r"Encountered unknown tag '(.+?)'", "Không có lệnh “{0}”."),
        (r"Unexpected end of template", "Mẫu kết thúc khi một lệnh chưa được đóng."),
        (
            r"expected token '(.+)', got '(.+)'",
            "Thẻ viết sai: cần “{0}” nhưng gặp “{1}”.",
        ),
        (r"Expected an expression, got '(.+)'", "Thẻ thiếu biểu thức trước “{0}”."),
        (r"unexpected '(.+)'", "Thẻ viết sai: thừa hoặc đặt sai “{0}”."),
        (r"unexpected char '(.+)'", "Thẻ có ký tự không dùng được: “{0}”."),
    )
)


def vietnamese(message: str, otherwise: str) -> str:
    """The message in Vietnamese, or `otherwise` followed by the English one.

    >>> vietnamese("'plan' is undefined", "Lỗi")
    'Không có “plan” trong dữ liệu của mẫu.'
    """
    for pattern, text in _KNOWN:
        if found := pattern.match(message):
            return text.format(*found.groups())
    return f"{otherwise}: {message}" if message else f"{otherwise}."
