"""Văn bản được dẫn khác với sổ văn bản: ngày, số hoặc năm trong trích yếu.

Vì sao:
    Sổ văn bản (có sẵn, và của văn phòng) ghi số, ngày, cơ quan, trích yếu của các văn bản hay dẫn.
    Khác sổ thì một bên sai; thông báo cho biết sổ có chắc hay không.

Sai:
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 27/2022/NĐ-CP ngày 19/5/2022 của Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6: viện dẫn đúng văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention, row_of, same_number
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.language.letters import fold
from kehoach.registers import Document

SEVERITY: Severity = "warning"

_LONG_SUBJECT = 6


def check(case: Case) -> Iterator[Finding]:
    """Each mention against the row of its number, or of its date and subject."""
    for one in case.mentions:
        row = row_of(one, case.registers)
        if row and row.date and one.day and one.day != row.date:
            told = f"ngày {date_short(one.day)}", f"ngày {date_short(row.date)}"
            yield _finding(one, row, "date", *told)
        elif row and one.number and row.number and not same_number(one, row):
            yield _finding(one, row, "number", f"số {one.number}", f"số {row.number}")
        elif row is None and one.role == "basis" and one.day:
            yield from _renumbered(one, case)


def _renumbered(one: Mention, case: Case) -> Iterator[Finding]:
    """A basis whose date and subject the register has under another number."""
    subject = fold(one.subject)
    if one.symbol is None or len(subject.split()) < _LONG_SUBJECT:
        return
    for row in case.registers.documents:
        named = row.date == one.day and row.type == one.type and fold(row.subject) == subject
        if named and not same_number(one, row):
            yield _finding(one, row, "number", f"số {one.number}", f"số {row.number}")


def _finding(one: Mention, row: Document, piece: str, here: str, there: str) -> Finding:
    path, needle = one.spot(piece)
    doubt = f" (sổ ghi: {row.note})" if row.note else ""
    message = f"{one.name} ở đây ghi {here}, sổ văn bản [{row.id}] ghi {there}"
    return Finding(path=path, message=message, hint=f"Đối chiếu văn bản gốc{doubt}.", needle=needle)
