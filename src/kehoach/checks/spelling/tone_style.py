"""Hai kiểu đặt dấu trong một văn bản: hòa và hoà.

Vì sao:
    Cả hai kiểu đều dùng được, nhưng một văn bản chỉ nên theo một kiểu: viết lẫn thì tìm "hòa" không
    ra "hoà". Kiểu ít hơn được báo; bằng nhau thì theo kiểu của Nghị định (CỘNG HÒA). Văn phòng chọn
    sẵn bằng tùy chọn style. Tên riêng không xét.

Sai:
    preamble: Ủy ban nhân dân xã, các hội khuyến khích xã hội hoá; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Ủy ban nhân dân xã, các hội khuyến khích xã hội hóa; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I: Quốc hiệu viết CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.tones import Style, toned_words
from kehoach.language.typos import Span

SEVERITY: Severity = "warning"

_EXAMPLES: dict[Style, str] = {"old": "hòa, ủy", "new": "hoà, uỷ"}


class ToneStyleOptions(Options):
    """Tùy chọn của tone-style."""

    style: Literal["", "old", "new"] = Field(
        "", title="Kiểu đặt dấu", description="old: hòa, ủy; new: hoà, uỷ; trống: theo văn bản."
    )


OPTIONS = ToneStyleOptions


def check(case: Case) -> Iterator[Finding]:
    """The words of the style that the document has less often."""
    wanted = case.options_of(ToneStyleOptions).style
    style = wanted or _usual(case)
    if style not in _EXAMPLES:
        return

    def other_style(text: str) -> Iterator[Span]:
        for one in case.memory.once(toned_words, text):
            if one.style != style:
                yield Span(one.start, one.start + len(one.word), one.other)

    for one in found_in(case, other_style):
        message = f"'{one.typo.wrong}' đặt dấu khác kiểu của văn bản ({_EXAMPLES[style]})"
        yield told(one, message, f"Viết '{one.typo.right}'.", proved=bool(wanted))


def _usual(case: Case) -> Style:
    """The style of most words; the decree's own where both are as many."""
    counts = Counter(one.style for _, text in case.written for one in toned_words(text))
    return "new" if counts["new"] > counts["old"] else "old"
