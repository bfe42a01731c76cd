"""Tên xã, huyện, tỉnh không có, gần giống một tên có thật.

Vì sao:
    Sai một dấu, một chữ cái là thành một địa danh khác. Chỉ xét tên đứng sau chữ xã, phường, huyện,
    tỉnh, trong dãy các xã A, B và C, và sau Báo, Đài; chỉ báo khi tỉnh của cơ quan ban hành có tên
    gần giống. Xã đã nhập, tách trước năm 2025 không có trong sổ.

Sai:
    issuer: Ủy ban nhân dân tỉnh Bắc Ninh
    place: Bắc Ninh
    preamble: Thông tin được đăng trên Báo Bắc Nnh.

Đúng:
    issuer: Ủy ban nhân dân tỉnh Bắc Ninh
    place: Bắc Ninh
    preamble: Thông tin được đăng trên Báo Bắc Ninh.

Căn cứ:
    Nghị quyết 202/2025/QH15; Quyết định 19/2025/QĐ-TTg: tên và mã các đơn vị hành chính.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.checks.names.sightings import misspelt, of_another_province, sightings
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Names that no register has, one slip off a name of the province."""
    days = days_of(case)
    for one in case.once(sightings):
        if not one.spot.known and not of_another_province(case, one):
            yield from misspelt(case, one.path, one.name, one.province, days)
