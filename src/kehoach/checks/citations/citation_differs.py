"""Một văn bản được dẫn hai nơi mà ngày, cơ quan, số hoặc trích yếu khác nhau.

Vì sao:
    Cùng một văn bản mà nơi này ghi ngày 28/5/2022, nơi kia ghi 25/5/2022 thì một nơi sai. Số có
    năm là duy nhất; số không có năm là duy nhất trong một năm của một cơ quan.

Sai:
    legal_bases:
      - type: Quyết định
        number: 652/QĐ-UBND
        date: 28/5/2022
        issuer: Ủy ban nhân dân tỉnh
        subject: về việc giao kế hoạch vốn
    outline:
      - title: Mục tiêu
        text: Theo Quyết định số 652/QĐ-UBND ngày 25/5/2022 của Ủy ban nhân dân tỉnh.

Đúng:
    legal_bases:
      - type: Quyết định
        number: 652/QĐ-UBND
        date: 28/5/2022
        issuer: Ủy ban nhân dân tỉnh
        subject: về việc giao kế hoạch vốn
    outline:
      - title: Mục tiêu
        text: Theo Quyết định số 652/QĐ-UBND ngày 28/5/2022 của Ủy ban nhân dân tỉnh.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 15 và Phụ lục I, Phần I, Mục II, khoản 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import MOST_WAYS, Mention, level_of, same_document
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.language.letters import fold
from kehoach.source import route_text

SEVERITY: Severity = "error"

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LONG_SUBJECT = 6
_HINT = "Đối chiếu văn bản gốc rồi sửa nơi sai."


def check(case: Case) -> Iterator[Finding]:
    """Each mention against those before it of the same document."""
    numbered: dict[str, dict[object, Mention]] = {}  # by number, then by what is said of it
    titled: dict[object, dict[str, Mention]] = {}  # by what is said, then by number
    for one in case.mentions:
        if one.symbol is None:
            continue
        others = numbered.setdefault(one.key, {})
        yield from _first(_differences(one, other) for other in others.values())
        if len(others) < MOST_WAYS:
            others.setdefault((one.day, one.issuer, one.subject), one)
        if one.role == "basis" and one.day and len(one.subject.split()) >= _LONG_SUBJECT:
            alike = titled.setdefault(
                (one.type, one.day, fold(one.subject), one.body and one.body.code), {}
            )
            yield from _first(_other_number(one, other) for other in alike.values())
            alike.setdefault(one.key, one)


def _first(found: Iterator[Finding | None]) -> list[Finding]:
    """One finding a mention is enough, however many places it differs from."""
    return [finding for finding in found if finding][:1]


def _differences(one: Mention, other: Mention) -> Finding | None:
    if same_document(one, other):
        if one.day and other.day and one.day != other.day:
            days = date_short(one.day), date_short(other.day)
            return _finding(one, other, "date", f"ngày {days[0]}", f"ngày {days[1]}")
        return _subjects(one, other)
    if one.day and one.day == other.day and _levels_differ(one, other):
        return _finding(one, other, "issuer", f"của {one.issuer}", f"của {other.issuer}")
    return None


def _levels_differ(one: Mention, other: Mention) -> bool:
    levels = level_of(one.issuer), level_of(other.issuer)
    return None not in levels and levels[0] != levels[1]


def _subjects(one: Mention, other: Mention) -> Finding | None:
    """Subjects whose years contradict each other; mere wording may be shortened."""
    years = [set(_YEARS.findall(subject)) for subject in (one.subject, other.subject)]
    if not all(years) or years[0] <= years[1] or years[1] <= years[0]:
        return None
    told = ["năm " + ", ".join(sorted(found)) for found in years]
    return _finding(one, other, "subject", f"trích yếu {told[0]}", f"trích yếu {told[1]}")


def _other_number(one: Mention, other: Mention) -> Finding | None:
    """Two legal bases alike in all but the number."""
    if one.key == other.key:
        return None
    return _finding(one, other, "number", f"số {one.number}", f"số {other.number}")


def _finding(one: Mention, other: Mention, piece: str, here: str, there: str) -> Finding:
    path, needle = one.spot(piece)
    message = f"{one.name} ở đây ghi {here}, ở {route_text(other.spot(piece)[0])} ghi {there}"
    return Finding(path=path, message=message, hint=_HINT, needle=needle)
