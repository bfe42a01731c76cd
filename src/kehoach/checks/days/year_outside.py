"""Trích yếu, tiêu đề, câu kết nêu năm ngoài thời kỳ của kế hoạch.

Vì sao:
    Kế hoạch năm 2026 mà trích yếu, câu kết hay tiêu đề "Mục tiêu năm 2025" còn năm cũ là chép từ
    bản năm trước chưa sửa. Chỉ xét chỗ nói về chính kế hoạch; phần kết quả năm trước không xét.

Sai:
    outline:
      - title: Mục tiêu năm 2025
        text: Giảm tỷ lệ hộ nghèo.

Đúng:
    outline:
      - title: Mục tiêu năm 2026
        text: Giảm tỷ lệ hộ nghèo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5: trích yếu phản ánh nội dung văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.sentences import sentences
from kehoach.plan.time import years_of
from kehoach.plan.walk import sections
from kehoach.source import Route

SEVERITY: Severity = "warning"

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_OF_PLAN = re.compile(
    r"^(?:Mục tiêu|Chỉ tiêu|Nhiệm vụ|Giải pháp|Kinh phí|Dự toán|Nguồn vốn|Kế hoạch|Phương hướng"
    r"|Nội dung (?:thực hiện|kế hoạch|hoạt động)|Tổ chức thực hiện)\b"
)
_OF_BEFORE = re.compile(r"kết quả|đánh giá|tình hình|thực trạng|năm trước|tồn tại", re.IGNORECASE)
_OWN = re.compile(r"^Trên đây là (?:nội dung )?Kế hoạch\b[^.;]*")
_HINT = "Sửa năm, hoặc viết {{ year }} để năm luôn là năm của kế hoạch."


def check(case: Case) -> Iterator[Finding]:
    """The subject, headings that tell what is planned, and the closing sentence."""
    own = years_of(case.plan)
    if own is None:
        return
    first, last = own
    for path, text in _own(case):
        years = [int(year) for year in _YEAR.findall(text)]
        if years and (max(years) < first or min(years) > last):
            when = f"năm {first}" if first == last else f"giai đoạn {first}-{last}"
            yield Finding(
                path=path, message=_message(years, when), hint=_HINT, needle=str(years[0])
            )


def _message(years: list[int], when: str) -> str:
    named = ", ".join(map(str, dict.fromkeys(years)))
    return f"nêu năm {named}, mà kế hoạch là của {when}"


def _own(case: Case) -> Iterator[tuple[Route, str]]:
    """What speaks of the plan itself."""
    yield ("subject",), case.plan.subject
    if case.plan.decision:
        yield ("decision", "subject"), case.plan.decision.subject
    titles = {path: section.title for path, section in sections(case.plan)}
    for path, title in titles.items():
        above = [titles[path[:end]] for end in range(2, len(path), 2) if path[:end] in titles]
        if _OF_PLAN.match(title) and not any(map(_OF_BEFORE.search, (*above, title))):
            yield (*path, "title"), title
    first = sentences(case.plan.closing)
    own = _OWN.match(first[0].text) if first else None
    if own:
        yield ("closing",), own[0]
