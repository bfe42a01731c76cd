"""Số, ký hiệu thiếu năm, thừa năm, hoặc năm không khớp ngày ban hành.

Vì sao:
    Văn bản quy phạm pháp luật có năm giữa số và ký hiệu: 33/2015/QĐ-TTg và 33/QĐ-TTg là hai văn
    bản khác nhau. Văn bản hành chính không có năm. Năm trong số là năm ban hành.

Sai:
    outline:
      - title: Mục tiêu
        text: Thực hiện Nghị định số 27/NĐ-CP ngày 19/4/2022 của Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Thực hiện Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ.

Căn cứ:
    Luật Ban hành văn bản quy phạm pháp luật (số, ký hiệu); NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I,
    Mục II, khoản 3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention, issued_by
from kehoach.diagnostics import Severity
from kehoach.formats.values import DocumentNumber
from kehoach.registers import Document, Registers

SEVERITY: Severity = "error"

_SINCE = 1998
"""Decrees and circulars of earlier years bear no year: 64-CP of 1993."""
_NO_YEAR_SINCE = dt.date(2011, 4, 1)
"""Before Thông tư 01/2011/TT-BNV offices put the year into administrative documents too."""


def check(case: Case) -> Iterator[Finding]:
    """The year of each number: missing, against the date, or where none belongs."""
    for one in case.mentions:
        path, typed = one.spot("number")
        if one.symbol and one.body and not one.symbol.party and typed:
            found = _fault(one, one.symbol, case.registers)
            if found:
                message, right = found
                hint = f"Viết {right}." if right else "Sửa số hoặc sửa ngày."
                yield Finding(path=path, message=message, hint=hint, needle=typed)


def _fault(
    one: Mention, symbol: DocumentNumber, registers: Registers
) -> tuple[str, str | None] | None:
    if symbol.year is None:
        return _missing(one, symbol) or _known(one, symbol, registers)
    if one.year and one.year != symbol.year:
        message = f"{one.name} có năm {symbol.year} trong số mà ngày ban hành là năm {one.year}"
        return message, None
    if one.body and one.body.bars_year(symbol.type) and (not one.day or one.day >= _NO_YEAR_SINCE):
        right = _with_year(symbol, None)
        return f"{one.name}: văn bản hành chính không có năm trong số, ký hiệu", right
    return None


def _missing(one: Mention, symbol: DocumentNumber) -> tuple[str, str | None] | None:
    """Decrees, circulars and laws, which always bear a year."""
    assert one.body
    needed = one.body.needs_year(symbol.type) or (one.body.form == "plain" and not symbol.type)
    if not needed or (one.year and one.year < _SINCE):
        return None
    right = _with_year(symbol, one.year) if one.year else None
    return f"{one.name} thiếu năm giữa số và ký hiệu", right


def _known(
    one: Mention, symbol: DocumentNumber, registers: Registers
) -> tuple[str, str | None] | None:
    """A type with two series, where the register has that day's document in the yearly one."""
    if one.day is None or one.body is None:
        return None
    right = _with_year(symbol, one.day.year)
    rows = [row for row in _rows(registers, one.right, right) if row.date == one.day]
    if one.body.rank is None:  # every province has its own
        rows = [row for row in rows if issued_by(one, row)]
    numbers = {row.number for row in rows}
    if numbers != {right}:
        return None
    return f"{one.name} thiếu năm: theo sổ văn bản, văn bản ngày này là {right}", right


def _rows(registers: Registers, *numbers: str) -> list[Document]:
    return [row for number in numbers for row in registers.documents.find(number)]


def _with_year(symbol: DocumentNumber, year: int | None) -> str:
    return str(DocumentNumber(symbol.number, year, symbol.type, symbol.body))
