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
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.paired_marks import unbalanced

SEVERITY: Severity = "warning"

_OPENING = "([{“"


def check(case: Case) -> Iterator[Finding]:
    """Each text by itself."""
    for one in found_in(case, unbalanced):
        wrong = one.typo.wrong
        state = "mở mà không đóng" if wrong in _OPENING else "đóng mà không mở"
        state = "thiếu một dấu của cặp" if wrong == '"' else state
        yield told(one, f"dấu {wrong} {state}: '{one.typo.needle}'", "Thêm dấu còn thiếu.")
