"""Ngoặc, dấu trích dẫn mở mà không đóng, hoặc đóng mà không mở.

Vì sao:
    Thiếu một dấu thì không biết phần trích hay phần chú thích hết ở đâu. Ngoặc sau số thứ tự a), 1)
    không tính.

Sai:
    preamble: Số liệu tại phụ lục (kèm theo.

Đúng:
    preamble: Số liệu tại phụ lục (kèm theo).

Căn cứ:
    Không có; đây là quy tắc đánh máy thông thường.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.pairs import unbalanced
from kehoach.language.written import slips

SEVERITY: Severity = "warning"

_OPENING = "([{“"


def check(case: Case) -> Iterator[Finding]:
    """Each text by itself."""
    for path, _, one in slips(case.written, unbalanced):
        state = "mở mà không đóng" if one.wrong in _OPENING else "đóng mà không mở"
        state = "thiếu một dấu của cặp" if one.wrong == '"' else state
        yield Finding(
            path=path,
            message=f"dấu {one.wrong} {state}: '{one.needle}'",
            hint="Thêm dấu còn thiếu.",
            needle=one.needle,
        )
