"""Documents cited in a text: type, number and symbol, date, issuer, and where each stands.

Reading is tolerant of the slips that checks report (blanks and long dashes inside a symbol, a
missing Đ, party and state forms mixed up), so every piece is given as typed. Laws are read by name.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.citations import patterns
from kehoach.source import Memory

_CANONICAL = {name.casefold(): name for name in patterns.TYPES}
_LONGEST_LEAD = 40


class Piece(NamedTuple):
    """A part of a text and where it stands in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """One document as a text cites it.

    Attributes:
        type: "Quyết định", however its letters were typed; empty where no type stands before it.
        number: number and symbol as typed; None for a law cited by its name.
        date: the date as typed, from "ngày" on.
        day: that date; None where there is none, or none such in the calendar.
        year: year of the date, also where only "năm 2013" is given.
        issuer: what follows "của", up to the subject.
        name: name of a law, "Đất đai".
        start: offset of the type, or of the number.
        end: offset after the last piece; in a legal basis the subject follows.
    """

    type: str
    number: Piece | None
    date: Piece | None
    day: dt.date | None
    year: int | None
    issuer: Piece | None
    name: Piece | None
    start: int
    end: int


class _Head(NamedTuple):
    """A citation as far as its number, or the name of a law."""

    type: str
    number: Piece | None
    name: Piece | None
    start: int
    end: int


_JOINT = re.compile(
    r"(?:(?:,| và|, và) (?:Bộ|Ủy ban|Uỷ ban|Ban|Ngân hàng|Thanh tra|Tòa án|Toà án|Viện [Kk]iểm sát"
    r"|Bảo hiểm|Kiểm toán|Văn phòng|Trung ương|Tổng|Hội)(?!\w)[^,;.()]*)+"
)
"""The further issuers of a joint circular."""


def find_citations(text: str) -> tuple[CitedDocument, ...]:
    """The documents that a text cites, in its order.

    >>> (one,) = find_citations("theo Kế hoạch số 51/KH – UBND ngày 01/3/2024 của UBND tỉnh, về")
    >>> one.type, one.number.text, str(one.day), one.issuer.text
    ('Kế hoạch', '51/KH – UBND', '2024-03-01', 'UBND tỉnh')
    """
    found = list(_numbered(text)) if "/" in text else []
    if "uật " in text or "Pháp lệnh " in text:
        taken = [range(one.start, one.end) for one in found]
        found += [one for one in _laws(text) if not any(one.start in span for span in taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def names_document(text: str, at: int, memory: Memory) -> bool:
    """Whether what stands at an offset belongs to the issuer or the subject of a cited document.

    >>> text = "theo Công văn số 12/SNV-TC ngày 01/02/2024 của Sở Nội vụ, Sở Y tế báo cáo"
    >>> [names_document(text, text.index(one), Memory()) for one in ("Sở Nội", "Sở Y")]
    [True, False]
    """
    spans = memory.once(_spans, text)
    place = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return place >= 0 and at < spans[place][1]


def _spans(text: str) -> list[tuple[int, int]]:
    """From where to where citations with their subjects reach, in the order of their beginnings.

    Each end is the farthest so far: one stretch may lie within another.
    """
    spans: list[tuple[int, int]] = []
    for one in find_citations(text):
        end = spans[-1][1] if spans else 0
        after = one.end
        joint = _JOINT.match(text, after) if one.number and "LT" in one.number.text else None
        after = joint.end() if joint else after
        if end <= after:
            found = patterns.SUBJECT_END.search(text, after)
            end = found.start() if found else len(text)
        spans.append((one.start, end))
    return spans


def _numbered(text: str) -> Iterator[CitedDocument]:
    for found in patterns.NUMBERED.finditer(text):
        at = found.start()
        typed = patterns.TYPED.search(text, max(0, at - _LONGEST_LEAD), at)
        if typed or patterns.ALONE.search(found["number"]):
            type_ = _CANONICAL[" ".join(typed["type"].split()).casefold()] if typed else ""
            start = typed.start() if typed else at
            yield _completed(text, _Head(type_, _piece(found, "number"), None, start, found.end()))


def _laws(text: str) -> Iterator[CitedDocument]:
    for found in patterns.LAW.finditer(text):
        end = found.end()
        number = patterns.LAW_NUMBER.match(text, end)
        dated = number or patterns.DATE.match(text, end) or patterns.YEAR.match(text, end)
        name = _piece(found, "name") if dated else _short_name(found)
        piece = _piece(number, "number") if number else None
        at = number.end() if number else name.end
        yield _completed(text, _Head(found["type"], piece, name, found.start(), at))


def _short_name(found: re.Match[str]) -> Piece:
    name = patterns.LAW_NAME_END.split(found["name"])[0].rstrip()
    return Piece(name, found.start("name"), found.start("name") + len(name))


def _completed(text: str, head: _Head) -> CitedDocument:
    """With the date and the issuer that follow, in either order."""
    dated = patterns.DATE.match(text, head.end)
    year = None if dated else patterns.YEAR.match(text, head.end)
    at = next((one.end() for one in (dated, year) if one), head.end)
    issued = patterns.ISSUER.match(text, at)
    if issued and not (dated or year):
        dated = patterns.DATE.match(text, issued.end())
    ends = [at, *(one.end() for one in (issued, dated) if one)]
    return CitedDocument(
        type=head.type,
        number=head.number,
        date=_from_word(dated) if dated else None,
        day=_day(dated) if dated else None,
        year=_year_of(dated) if dated else int(year["year"]) if year else None,
        issuer=_piece(issued, "issuer") if issued else None,
        name=head.name,
        start=head.start,
        end=max(ends),
    )


def _piece(found: re.Match[str], group: str) -> Piece:
    text = found[group].rstrip()
    return Piece(text, found.start(group), found.start(group) + len(text))


def _from_word(found: re.Match[str]) -> Piece:
    text = found[0].lstrip(", \n\t\N{NO-BREAK SPACE}")
    return Piece(text, found.end() - len(text), found.end())


def _year_of(found: re.Match[str]) -> int:
    return int(found["year"] or found["year2"])


def _day(found: re.Match[str]) -> dt.date | None:
    month = int(found["month"] or found["month2"])
    try:
        return dt.date(_year_of(found), month, int(found["day"]))
    except ValueError:
        return None
