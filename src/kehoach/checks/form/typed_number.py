"""Số mục gõ tay ở đầu tiêu đề.

Vì sao:
    Số mục được tự đánh; gõ thêm ở đầu tiêu đề thì bản in có hai số, và khi thêm mục thì số gõ sai.

Sai:
    outline:
      - title: II. Mục tiêu
        text: Giảm nghèo bền vững.

Đúng:
    outline:
      - title: Mục tiêu
        text: Giảm nghèo bền vững.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm d: thứ tự của phần, mục, khoản, điểm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.walk import sections

SEVERITY: Severity = "warning"

_TYPED = re.compile(
    r"(?:(?:[IVXLC]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.|\d{1,2}(?:\.\d{1,2})+"
    r"|[a-zđ]\)|\d{1,2}\)|\(\d{1,2}\)|[-+–])\s"
)
"""The forms of `style.numbering.levels`; three digits after a dot are a number: 1.000 ngày."""


def check(case: Case) -> Iterator[Finding]:
    """Titles that begin with a number of their own."""
    for path, section in sections(case.plan):
        typed = _TYPED.match(section.title) if section.numbered else None
        if typed:
            number = typed.group().strip()
            message = f"tiêu đề bắt đầu bằng số gõ tay '{number}'"
            yield Finding(
                path=(*path, "title"),
                message=message,
                hint=f"Bỏ '{number}': số mục được tự đánh.",
                needle=number,
            )
