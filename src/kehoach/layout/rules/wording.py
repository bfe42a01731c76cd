"""Mục II, khoản 1, 3, 4: the words of the letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.layout.elements import TextParts
from kehoach.layout.measured import Measured
from kehoach.layout.nd30 import Decree
from kehoach.layout.rules.finding import at
from kehoach.source import Finding

_WORDS = {
    "motto": (re.compile(r"Độc lập - Tự do - Hạnh phúc"), "“Độc lập - Tự do - Hạnh phúc”"),
    "number": (
        re.compile(r"Số:\s*((0[1-9]|[1-9]\d+)\w?|[.…_]*)\s*/(\S+|\d{4}/\S+)"),
        "“Số: 05/KH-UBND”: số nhỏ hơn 10 ghi thêm số 0, ký hiệu viết liền",
    ),
    "dated": (
        re.compile(
            r".+, ngày (0[1-9]|[12]\d|3[01]|[.…_]+)? ?"
            r"tháng (0[12]|[3-9]|1[0-2]|[.…_]+)? ?năm (\d{4}|\d{0,4}[.…_]*)"
        ),
        "“Hà Nội, ngày 05 tháng 02 năm 2020”: số 0 chỉ thêm trước ngày nhỏ hơn 10 và tháng 1, 2",
    ),
    "recipients_title": (re.compile(r"Nơi nhận:"), "“Nơi nhận:”"),
}


def findings(_measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Each line whose words the decree gives."""
    for name, (pattern, demanded) in _WORDS.items():
        one = parts.main.first(name) if parts.main else None
        if one is not None and not pattern.fullmatch(one.words):
            look = decree.looks[name]
            yield at(one, look.name, f"ghi “{one.words}”", f"ghi {demanded}", look.clause)
