"""Tên xã, huyện, tỉnh không có, gần giống một tên có thật.

Vì sao:
    Sai một dấu, một chữ cái là thành một địa danh khác. Chỉ xét tên đứng sau chữ xã, phường, huyện,
    tỉnh, trong dãy các xã A, B và C, và sau Báo, Đài; chỉ báo khi tỉnh của cơ quan ban hành có tên
    gần giống. Ở tên cơ quan ban hành (của kế hoạch, của văn bản được dẫn) chỉ xét tên tỉnh và tên
    gần giống nơi ban hành. Xã đã nhập, tách trước năm 2025 không có trong sổ.

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
from typing import NamedTuple

from kehoach.checks.case import Case, Finding
from kehoach.checks.names.agency_ended import days_of
from kehoach.diagnostics import Severity
from kehoach.language.names import PlaceName, place_names, sentence_at
from kehoach.registers.likeness import one_slip_apart
from kehoach.registers.territory import (
    Findspot,
    look_up,
    nearest,
    province_id,
    provinces_with,
    root,
)
from kehoach.registers.validity import ALWAYS, Validity
from kehoach.source import Route

SEVERITY: Severity = "warning"

_NOT_SAID = {"allow", "style", "issuer", "authority"}


class Sighting(NamedTuple):
    """A name of a place in a text of the plan, and what the register has for it."""

    path: Route
    text: str
    name: PlaceName
    spot: Findspot
    province: str


def check(case: Case) -> Iterator[Finding]:
    """Names that no register has, one slip off a name of the province."""
    days = days_of(case)
    for one in case.once(sightings):
        if not one.spot.known and not of_another_province(case, one):
            yield from _misspelt(case, one.path, one.name, one.province, days)
    for path, name in of_issuers(case):
        if name.unit != "tỉnh":
            yield from _beside_own(case, path, name)
        elif not province_id(name.unit, name.name, ALWAYS):
            yield from _misspelt(case, path, name, "", ALWAYS)


def _beside_own(case: Case, path: Route, name: PlaceName) -> Iterator[Finding]:
    """A district or commune that is none and one slip off the plan's own."""
    own = {one.name for one in _of_issuer(case) if one.unit == name.unit} | {case.plan.place}
    near = sorted(one for one in own if one_slip_apart(name.name, one))
    if near and not look_up(case.registers.places, name.unit, name.name, "", ALWAYS).known:
        message = f"không có {name.unit} {name.name}; gần giống: {', '.join(near)}"
        mend = near[0] if len(near) == 1 else None
        yield Finding(path, message, f"Sửa thành {' hoặc '.join(near)}.", name.name, mend)


def _misspelt(
    case: Case, path: Route, name: PlaceName, province: str, days: Validity
) -> Iterator[Finding]:
    piece, near = nearest(case.registers.places, name.unit, name.name, province, days)
    if near:
        called = f"{name.unit} {piece}".strip()
        message = f"không có {called}; gần giống: {', '.join(near)}"
        mend = near[0] if len(near) == 1 else None
        yield Finding(path, message, f"Sửa thành {' hoặc '.join(near)}.", piece, mend)


def of_issuers(case: Case) -> Iterator[tuple[Route, PlaceName]]:
    """The places in the names of who issues the plan and the documents that it cites."""
    for path, text in case.texts:
        if "issuer" in path:
            yield from ((path, one) for one in place_names(text))


def sightings(case: Case) -> list[Sighting]:
    """Names of places but for the issuer's own and for the provinces of the day."""
    return list(_sightings(case))


def _sightings(case: Case) -> Iterator[Sighting]:
    days = days_of(case)
    own = {(one.unit, one.name) for one in _of_issuer(case)}
    province = ""
    for path, text in case.texts:
        for name in place_names(text) if not _NOT_SAID & {path[0], path[-1]} else ():
            if (name.unit, name.name) in own or province_id(name.unit, name.name, days):
                continue
            province = province or home_of(case)
            spot = look_up(case.registers.places, name.unit, name.name, province, days)
            yield Sighting(path, text, name, spot, province)


def _of_issuer(case: Case) -> tuple[PlaceName, ...]:
    issuer = case.plan.issuer
    return (*place_names(issuer.name), *place_names(" ".join(issuer.parent)))


def home_of(case: Case) -> str:
    """The id of the issuer's province; empty where it cannot be told."""
    days, places = days_of(case), case.registers.places
    own = _of_issuer(case)
    named = [one for name in own if (one := province_id(name.unit, name.name, days))]
    if named:
        return named[0]
    _, _, where = (case.plan.issuer.agency or "").partition("@")
    place = places.get(places.resolve(where) or "") if where else None
    if place or not own:
        return root(places, place) if place else ""
    found = provinces_with(places, own[0].unit, own[0].name, days)
    if len(found) > 1:
        found &= _named_provinces(case)
    return found.pop() if len(found) == 1 else ""


def _named_provinces(case: Case) -> set[str]:
    days = days_of(case)
    names = (name for _, text in case.texts for name in place_names(text) if name.unit == "tỉnh")
    return {province_id(name.unit, name.name, days) for name in names}


def of_another_province(case: Case, one: Sighting) -> bool:
    """Whether the sentence names a province that is not the issuer's."""
    days = days_of(case)
    names = place_names(sentence_at(one.text, one.name.start))
    found = {province_id(name.unit, name.name, days) for name in names}
    return bool(found - {"", one.province})
