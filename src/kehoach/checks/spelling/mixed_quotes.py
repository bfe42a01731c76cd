"""Hai kiểu dấu trích dẫn trong một văn bản: “ ” và " ".

Vì sao:
    Một văn bản dùng một kiểu; kiểu ít hơn được báo, bằng nhau thì theo “ ”. Văn phòng chọn
    sẵn bằng tùy chọn style.

Sai:
    preamble: Phong trào “Vì người nghèo”, quỹ "Vì người nghèo", số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Phong trào “Vì người nghèo”, quỹ “Vì người nghèo”, số liệu tại phụ lục kèm theo.

Căn cứ:
    Không có; đây là quy tắc đánh máy thông thường.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.paired_marks import curly_quotes, straight_quotes

SEVERITY: Severity = "warning"

_STYLES = {"curly": ("“ ”", straight_quotes), "straight": ('" "', curly_quotes)}


class MixedQuotesOptions(Options):
    """Tùy chọn của mixed-quotes."""

    style: Literal["", "curly", "straight"] = Field(
        "", title="Kiểu dấu", description='curly: “ ”; straight: " "; trống: theo văn bản.'
    )


OPTIONS = MixedQuotesOptions


def check(case: Case) -> Iterator[Finding]:
    """The quotes of the form that the document has less often."""
    wanted = case.options_of(MixedQuotesOptions).style
    style = wanted or _usual(case)
    if style not in _STYLES:
        return
    marks, others = _STYLES[style]
    for one in found_in(case, others):
        message = f"{one.typo.wrong} dùng dấu trích dẫn khác kiểu của văn bản ({marks})"
        yield told(one, message, f"Viết {one.typo.right}.", proved=bool(wanted))


def _usual(case: Case) -> str:
    """The form of most quotes; the curly one where both are as many."""
    texts = [text for _, text in case.written]
    curly = sum(text.count("“") for text in texts)
    straight = sum(text.count('"') // 2 for text in texts)
    return "straight" if straight > curly else "curly"
