"""Địa danh ở dòng ngày tháng không phải của nơi cơ quan ban hành đóng.

Vì sao:
    Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở; chép mẫu của nơi khác hay quên sửa
    dòng này.

Sai:
    place: Hà Nội

Đúng:
    place: Quảng Khê

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.checks.names.sightings import home_of
from kehoach.diagnostics import Severity
from kehoach.language.administration import UNIT, words_of
from kehoach.language.letters import fold
from kehoach.language.place_names import place_names
from kehoach.registers.territory import is_inside

SEVERITY: Severity = "error"

_COMMUNES = words_of("commune")
_UNIT = re.compile(rf"^(?:{UNIT}|tp\.?)\s+", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """The place against the issuer's and its parent's names, then against the units around.

    A commune's document bears the commune's name; a province's may bear that of a ward.
    """
    place = _UNIT.sub("", case.plan.place)
    issuer = case.plan.issuer
    names = " ".join((issuer.name, *issuer.lines, *issuer.parent))
    if not place or f" {fold(place)} " in f" {fold(names)} ":
        return
    own = [one.name for one in place_names(issuer.name) if one.unit in _COMMUNES]
    if own or not _is_around(case, place):
        message = f"địa danh '{case.plan.place}' không thuộc nơi của {issuer.name}"
        hint = "Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở."
        yield Finding(path=("place",), message=message, hint=hint, needle=case.plan.place)


def _is_around(case: Case, place: str) -> bool:
    """Whether the issuer's province has a unit of that name; also where the province is unknown."""
    home = home_of(case)
    return not home or is_inside(case.registers.places, place, home, days_of(case))
