"""Hai kiểu dấu trích dẫn trong một văn bản: “ ” và " ".

Vì sao:
    Một văn bản dùng một kiểu; kiểu ít hơn được báo, bằng nhau thì theo “ ”. Văn phòng chọn sẵn bằng
    options = {style = "curly"} (“ ”) hoặc "straight" (" ").

Sai:
    preamble: Phong trào “Vì người nghèo”, quỹ "Vì người nghèo", số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Phong trào “Vì người nghèo”, quỹ “Vì người nghèo”, số liệu tại phụ lục kèm theo.

Căn cứ:
    Không có; đây là quy tắc đánh máy thông thường.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.pairs import curly_quotes, straight_quotes
from kehoach.language.written import slips

SEVERITY: Severity = "warning"

_STYLES = {"curly": ("“ ”", straight_quotes), "straight": ('" "', curly_quotes)}


def check(case: Case) -> Iterator[Finding]:
    """The quotes of the form that the document has less often."""
    style = case.option("mixed-quotes", "style", "") or _usual(case)
    if style not in _STYLES:
        return
    marks, others = _STYLES[style]
    for path, _, one in slips(case.written, others):
        message = f"{one.wrong} dùng dấu trích dẫn khác kiểu của văn bản ({marks})"
        yield Finding(
            path=path, message=message, hint=f"Viết {one.right}.", needle=one.needle, mend=one.mend
        )


def _usual(case: Case) -> str:
    """The form of most quotes; the curly one where both are as many."""
    texts = [text for _, text in case.written]
    curly = sum(text.count("“") for text in texts)
    straight = sum(text.count('"') // 2 for text in texts)
    return "straight" if straight > curly else "curly"
