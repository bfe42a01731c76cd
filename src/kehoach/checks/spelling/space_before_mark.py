"""Thừa hoặc thiếu dấu cách quanh dấu câu.

Vì sao:
    Dấu cách đứng trước dấu phẩy, dấu chấm thì dấu có thể rơi xuống đầu dòng sau; thiếu dấu cách sau
    dấu thì hai chữ dính nhau. Hai dấu cách liền nhau làm dòng giãn lỗ chỗ. Số, chữ viết tắt và dấu
    ba chấm không tính.

Sai:
    preamble: Hộ nghèo ,hộ cận nghèo có số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Hộ nghèo, hộ cận nghèo có số liệu tại phụ lục kèm theo.

Căn cứ:
    Không có; đây là quy tắc đánh máy thông thường.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.marks import spacing
from kehoach.language.typos import Typo

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Blanks before marks, none after them, two in a row."""
    for one in found_in(case, spacing):
        hint = f"Viết '{one.typo.mend}'." if one.typo.mend else "Sửa dấu cách."
        yield told(one, f"{_what(one.typo)}: '{one.typo.needle}'", hint)


def _what(one: Typo) -> str:
    if one.wrong == "":
        return "thiếu dấu cách"
    return "dấu cách ở sai chỗ" if one.wrong.strip() else "thừa dấu cách"
