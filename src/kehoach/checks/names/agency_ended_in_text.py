"""Câu chữ nhắc tới cơ quan không còn (hoặc chưa có) vào ngày của kế hoạch.

Vì sao:
    Câu giao việc, báo cáo còn nhắc tên cơ quan cũ thì người đọc không biết việc đó nay của ai.
    Không báo ở tên văn bản được dẫn, ở kết quả năm trước, ở câu nói về thời gian trước hay về việc
    sáp nhập.

Sai:
    preamble: Ủy ban nhân dân xã báo cáo Sở Lao động - Thương binh và Xã hội về giảm nghèo.

Đúng:
    preamble: Ủy ban nhân dân xã báo cáo Sở Nông nghiệp và Môi trường về giảm nghèo.

Căn cứ:
    Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15; NĐ 150/2025/NĐ-CP.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of, ended
from kehoach.citations.reading import names_document
from kehoach.diagnostics import Severity
from kehoach.language.past import speaks_of_past
from kehoach.language.sentences import sentence_at
from kehoach.plan.kinds import TextKind
from kehoach.registers.mentions import Mention, mentions
from kehoach.registers.validity import Validity

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Agencies in sentences, each once a text."""
    days = days_of(case)
    for path, text in case.texts_of({TextKind.PROSE}):
        if path[0] != "results":
            found = {one.text: one for one in _present(case, days, text)}
            for one in found.values():
                about = f"{sentence_at(text, one.start, case.memory)} {case.plan.subject}"
                yield from ended(case, days, path, one, about)


def _present(case: Case, days: Validity, text: str) -> Iterator[Mention]:
    """Those that the text speaks of as of today, in the order from last to first."""
    assert days.start
    for one in reversed(mentions(case.registers.agencies, text)):
        if one.holds(days) or names_document(text, one.start, case.memory):
            continue
        if not speaks_of_past(text, one.start, _last_day(one), case.memory):
            yield one


def _last_day(mention: Mention) -> dt.date:
    ends = (one.validity.end for one in mention.agencies if one.validity.end)
    return max(ends, default=dt.date.min)
