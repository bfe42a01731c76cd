"""Tên sở, phòng, bộ gần giống mà không đúng tên nào trong sổ cơ quan.

Vì sao:
    Thiếu chữ "và", thiếu dấu gạch, sai một chữ là thành một cơ quan không có. Chỉ báo khi có tên
    gần giống; phòng thuộc một sở, một đơn vị không tính.

Sai:
    preamble: Ủy ban nhân dân xã báo cáo Sở Khoa học Công nghệ.

Đúng:
    preamble: Ủy ban nhân dân xã báo cáo Sở Khoa học và Công nghệ.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2: tên cơ quan theo văn bản thành lập.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.citations.reading import names_document
from kehoach.diagnostics import Severity
from kehoach.plan.kinds import OWN
from kehoach.registers.unknown_names import UnknownName, unknown_names
from kehoach.registers.validity import Validity
from kehoach.source import Route

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Nearly known names in every text, sources left out."""
    days = days_of(case)
    inside = not case.plan.issuer.name.startswith(("Ủy ban", "UBND", "Hội đồng", "HĐND"))
    for path, text in case.texts_of(OWN):
        for one in case.memory.once(unknown_names, case.registers.agencies, text):
            own_room = inside and one.text.startswith("Phòng")
            if not own_room and not names_document(text, one.start, case.memory):
                yield _finding(path, one, days)


def _finding(path: Route, one: UnknownName, days: Validity) -> Finding:
    present = [row.name for row in one.near if row.validity.meet(days)]
    name = (present or [one.near[0].name])[0]
    message = f"sổ cơ quan không có '{one.text}'; gần giống: {name}"
    hint = f"Sửa thành {name}, hoặc thêm tên này vào sổ của văn phòng."
    return Finding(path=path, message=message, hint=hint, needle=one.text)
