"""Căn cứ đã hết hiệu lực hoặc đã có văn bản thay thế vào ngày của kế hoạch.

Vì sao:
    Chỉ căn cứ vào văn bản đang có hiệu lực. Sổ văn bản ghi ngày hết hiệu lực và văn bản thay thế;
    chỗ sổ chưa chắc được nói rõ trong thông báo.

Sai:
    legal_bases:
      - type: Thông tư
        number: 55/2023/TT-BTC
        date: 15/8/2023
        issuer: Bộ trưởng Bộ Tài chính
        subject: quy định quản lý kinh phí sự nghiệp
    issued_on: 2026-06-15

Đúng:
    legal_bases:
      - type: Thông tư
        number: 60/2026/TT-BTC
        date: 31/5/2026
        issuer: Bộ trưởng Bộ Tài chính
        subject: quy định quản lý kinh phí chi thường xuyên
    issued_on: 2026-06-15

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8 và Phụ lục I, Phần I, Mục II, khoản 6 điểm a.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention, bases, row_of
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.plan.time import years_of
from kehoach.registers import Document, Registers
from kehoach.registers.successors import replacing

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Each basis that the register has, on the plan's date."""
    day = _day(case)
    for one_list in bases(case.plan, case.registers):
        for one in (basis.cited for basis in one_list if basis.cited):
            row = row_of(one, case.registers)
            if row:
                yield from _ended(one, row, _later(case.registers, row, day), day)


def _day(case: Case) -> dt.date:
    """The plan's date; of an undated one today, or the end of its time where that is past."""
    years = years_of(case.plan)
    if case.plan.issued_on or years is None:
        return case.date
    return min(case.today, years.ends_on)


def _ended(one: Mention, row: Document, later: list[Document], day: dt.date) -> Iterator[Finding]:
    if row.until is not None:
        ended = row.until < day
        how = f"hết hiệu lực từ sau ngày {date_short(row.until)}"
    else:
        ended = bool(later)
        how = "có thể đã hết hiệu lực: sổ văn bản chưa ghi ngày"
    if ended:
        instead = f"; thay thế là {', '.join(one.name for one in later)}" if later else ""
        doubt = f" (sổ ghi: {row.note})" if row.note else ""
        path, needle = one.spot("number", "subject")
        message = f"{one.name} {how}{instead}{doubt}"
        yield Finding(
            path=path,
            message=message,
            hint="Đối chiếu, rồi thay bằng văn bản đang có hiệu lực.",
            needle=needle,
        )


def _later(registers: Registers, row: Document, day: dt.date) -> list[Document]:
    """The documents that took its place by that day; one without a known day counts not."""
    found = replacing(registers.documents, row)
    return [one for one in found if one.validity.start and one.validity.start <= day]
