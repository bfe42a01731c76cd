"""Ngày, tháng, quý không có trong lịch.

Vì sao:
    Ngày 31/4, ngày 29/02 của năm không nhuận, tháng 13, quý V chắc chắn là gõ nhầm; người thực hiện
    không biết hạn thật. Ngày của văn bản được dẫn do citation-date xét.

Sai:
    outline:
      - title: Báo cáo
        text: Các thôn báo cáo trước ngày 31/11/2026.

Đúng:
    outline:
      - title: Báo cáo
        text: Các thôn báo cáo trước ngày 30/11/2026.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations.reading import find_citations
from kehoach.diagnostics import Severity
from kehoach.language.days import days, periods

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Days of sentences, titles and cells; quarters and months as well."""
    for path, text in case.written:
        if path[0] == "legal_bases" or "legal_bases" in path or not text:
            continue
        impossible = [day for day in case.memory.once(days, text) if not day.possible]
        cited = _cited(case, text) if impossible else set()
        for day in impossible:
            if day.start not in cited:
                yield Finding(
                    path=path,
                    message=f"'{day.text}' không có trong lịch",
                    hint="Sửa ngày.",
                    needle=day.text,
                )
        for one in case.memory.once(periods, text):
            if not one.possible:
                yield Finding(
                    path=path, message=f"không có '{one.text}'", hint="Sửa số.", needle=one.text
                )


def _cited(case: Case, text: str) -> set[int]:
    """The offsets that lie in the day of a cited document."""
    dates = [one.date for one in case.memory.once(find_citations, text) if one.date]
    return {at for date in dates for at in range(date.start, date.end)}
