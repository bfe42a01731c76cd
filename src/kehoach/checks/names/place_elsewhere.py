"""Xã, huyện chỉ có ở tỉnh khác, không có ở tỉnh của cơ quan ban hành.

Vì sao:
    Chép kế hoạch của nơi khác còn sót tên xã, huyện của nơi đó. Không báo khi câu có nêu tên tỉnh
    khác (học tập kinh nghiệm tại huyện X, tỉnh Y).

Sai:
    issuer: Ủy ban nhân dân tỉnh Thái Nguyên
    place: Thái Nguyên
    preamble: Làm điểm tại xã Sa Loong.

Đúng:
    issuer: Ủy ban nhân dân tỉnh Quảng Ngãi
    place: Quảng Ngãi
    preamble: Làm điểm tại xã Sa Loong.

Căn cứ:
    Quyết định 19/2025/QĐ-TTg: tên và mã các đơn vị hành chính.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.checks.names.sightings import of_another_province, sightings
from kehoach.citations.reading import names_document
from kehoach.diagnostics import Severity
from kehoach.registers.territory import nearest, root

SEVERITY: Severity = "warning"

_SOURCES = {"legal_bases", "proposal"}


def check(case: Case) -> Iterator[Finding]:
    """Units that other provinces have and the issuer's has not."""
    places, days = case.registers.places, days_of(case)
    for one in case.once(sightings):
        if not one.spot.elsewhere or one.spot.ended or not one.province or _SOURCES & {*one.path}:
            continue
        if names_document(one.text, one.name.start, case.memory) or of_another_province(case, one):
            continue
        tops = (places.get(root(places, place)) for place in one.spot.elsewhere)
        where = sorted({top.full_name for top in tops if top})
        called = f"{one.name.unit} {one.spot.name}"
        _, near = nearest(places, one.name.unit, one.spot.name, one.province, days)
        hint = f"Có phải là {' hoặc '.join(near)}?" if near else "Sửa tên, hoặc nêu tên tỉnh."
        yield Finding(
            path=one.path,
            message=f"{called} chỉ có ở {', '.join(where)}",
            hint=hint,
            needle=one.spot.name,
        )
