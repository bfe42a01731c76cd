"""Đơn vị hành chính không còn vào ngày của kế hoạch.

Vì sao:
    Từ 01/7/2025 không còn cấp huyện, 63 tỉnh còn 34, các xã đã sắp xếp lại: giao việc cho một nơi
    không còn thì không ai làm. Không báo ở tên văn bản được dẫn, ở kết quả năm trước, ở câu nói về
    thời gian trước hay về việc sắp xếp.

Sai:
    preamble: Tổ chức hội nghị tại huyện Ngọc Hồi.

Đúng:
    preamble: Tổ chức hội nghị tại hội trường của xã.

Căn cứ:
    Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.checks.names.sightings import Sighting, of_issuers, sightings
from kehoach.citations.reading import names_document
from kehoach.diagnostics import Severity
from kehoach.language.past import speaks_of_past
from kehoach.registers import Place
from kehoach.registers.mentions import mentions
from kehoach.registers.successors import place_names, shortened
from kehoach.registers.territory import province_id
from kehoach.registers.validity import ALWAYS

SEVERITY: Severity = "warning"

_SOURCES = {"legal_bases", "proposal", "results"}
_FEW = 4


def check(case: Case) -> Iterator[Finding]:
    """Names of units that had ended, with those that took their land."""
    for one in case.once(sightings):
        if one.spot.ended and not _SOURCES & {*one.path} and not _aside(case, one):
            place = one.spot.ended[0]
            assert place.validity.end
            message = f"{place.full_name} chỉ có đến ngày {place.validity.end:%d/%m/%Y}"
            yield Finding(
                path=one.path, message=message, hint=_hint(case, place), needle=one.spot.name
            )
    yield from _issuer(case)


def _issuer(case: Case) -> Iterator[Finding]:
    """The province of the plan's own issuer."""
    days = days_of(case)
    for path, name in of_issuers(case):
        if (path[0], name.unit) != ("issuer", "tỉnh") or province_id("tỉnh", name.name, days):
            continue
        place = case.registers.places.get(province_id(name.unit, name.name, ALWAYS))
        end = place.validity.end if place else None
        if place and end and days.start and end < days.start:
            message = f"{place.full_name} chỉ có đến ngày {end:%d/%m/%Y}"
            yield Finding(path=path, message=message, hint=_hint(case, place), needle=place.name)


def _aside(case: Case, one: Sighting) -> bool:
    """Whether the name belongs to a document, to the past, or to an agency reported as ended."""
    start, ended = one.name.from_unit, one.spot.ended[0].validity.end
    assert ended
    return (
        start in _in_ended_agencies(case, one.text)
        or names_document(one.text, start, case.memory)
        or speaks_of_past(one.text, start, ended, case.memory)
    )


def _in_ended_agencies(case: Case, text: str) -> set[int]:
    """The offsets that lie in names of agencies which had ended, and are told as such."""
    known, days = case.once(_ended_agencies), days_of(case)
    if text not in known:
        ended = (one for one in mentions(case.registers.agencies, text) if not one.holds(days))
        known[text] = {at for one in ended for at in range(one.start, one.end)}
    return known[text]


def _ended_agencies(_: Case) -> dict[str, set[int]]:
    """What is remembered of each text, filled as it is asked for."""
    return {}


def _hint(case: Case, place: Place) -> str:
    day = days_of(case).start
    assert day
    now = case.memory.once(place_names, case.registers.places, place, day)
    return (
        f"Nay thuộc: {shortened(now, _FEW, ' ...')}." if now else "Sửa thành tên đơn vị hiện nay."
    )
