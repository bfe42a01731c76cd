"""Địa danh: a merged province gives way; other units that ended, and levels, are marked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.drafting.rollover.names import any_of, like
from kehoach.drafting.rollover.sentences import cited, in_expression, prose
from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import marked, replaced
from kehoach.editing.scalars import Scalar, Spot
from kehoach.language.administration import UNIT
from kehoach.language.letters import fold
from kehoach.registers import Place
from kehoach.registers.successors import place_names, shortened

KIND = "địa danh"
TWO_LEVELS = dt.date(2025, 7, 1)
"""From this day on there is no district level (Luật số 72/2025/QH15)."""
_TYPED = re.compile(
    rf"\b({UNIT})\s+"
    r"(?=((?:[^\W\d_]+|\d+)(?:[ \t]+[^\W\d_]+){0,3}))",  # the words may begin the next name
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:cấp\s+huyện|(?:các\s+)?(?:huyện|thị\s+trấn|thị\s+xã|quận))\b(?:\s+nghèo\b)?",
    re.IGNORECASE,
)
_MOST_LISTED = 15


def changes(subject: Subject) -> Iterator[Change]:
    """The units that texts name with their type, then provinces by name alone, then levels."""
    provinces = _ended_provinces(subject)
    pattern = any_of(one.name for one in provinces.values())
    for one in prose(subject):
        yield from _typed(subject, one)
        for found in pattern.finditer(subject.text, one.start, one.end):
            if found[0][:1].isupper() and not _outside(subject, one, found.start()):
                yield _merged(subject, one, found.span(), provinces[fold(found[0])], bare=True)
        if one.path == ("place",):
            yield from _place_line(subject, one)
    if subject.old_day < TWO_LEVELS <= subject.day:
        yield from _levels(subject)


def _outside(subject: Subject, scalar: Scalar, offset: int) -> bool:
    return cited(subject, scalar, offset) or in_expression(subject, scalar, offset)


def _ended_provinces(subject: Subject) -> dict[str, Place]:
    """Names of provinces that no province bears on the new day."""
    places = subject.registers.places
    rows = [one for one in places if one.tier == "province"]
    here = {fold(one.name) for one in rows if one.validity.holds(subject.day)}
    return {fold(one.name): one for one in rows if fold(one.name) not in here}


def _typed(subject: Subject, scalar: Scalar) -> Iterator[Change]:
    for found in _TYPED.finditer(subject.text, scalar.start, scalar.end):
        if _outside(subject, scalar, found.start()):
            continue
        hit = _longest(subject, found[1], found[2])
        if hit is None:
            continue
        unit, words = hit
        span = found.start(), found.start(2) + len(words)
        if unit.tier == "province":
            yield _merged(subject, scalar, span, unit, bare=False)
        else:
            yield marked(Spot(scalar, *span), KIND, _told(subject, unit))


def _longest(subject: Subject, kind: str, text: str) -> tuple[Place, str] | None:
    """The ended unit that the longest run of capitalised words names, and the run."""
    pieces = re.split(r"([ \t]+)", text)
    for size in range(len(pieces), 0, -2):
        words = "".join(pieces[:size])
        if all(word[0].isupper() or word[0].isdigit() for word in words.split()):
            units = _units(subject, kind, words)
            if units:
                ended = not any(one.validity.holds(subject.day) for one in units)
                return (units[0], words) if ended else None
    return None


def _units(subject: Subject, kind: str, name: str) -> list[Place]:
    """Units of that type and name: those of the plan's own province, or the only one there is."""
    found = subject.registers.places.find(f"{kind} {name}")
    alike = [one for one in found if fold(one.type) == fold(kind) and fold(one.name) == fold(name)]
    home = subject.home and _province(subject, subject.home)
    near = [one for one in alike if one.tier == "province" or _province(subject, one) == home]
    return near or (alike if len({one.id for one in alike}) == 1 else [])


def _province(subject: Subject, place: Place) -> str:
    """The id of the province of a unit as it was."""
    places = subject.registers.places
    parent = places.get(place.parent, subject.old_day) if place.parent else None
    return _province(subject, parent) if parent else place.id


def _merged(
    subject: Subject, scalar: Scalar, span: tuple[int, int], unit: Place, *, bare: bool
) -> Change:
    """A province gives way to the one that took it in."""
    heirs = subject.registers.places.successors(unit.id, subject.day)
    if len(heirs) != 1:
        return marked(Spot(scalar, *span), KIND, _told(subject, unit))
    written = subject.text[slice(*span)]
    new = like(heirs[0].name if bare else heirs[0].full_name, written)
    told = f"{' '.join(written.split())} → {new}"
    return replaced(KIND, "replaced", Spot(scalar, *span), new, told)


def _told(subject: Subject, unit: Place) -> str:
    names = place_names(subject.registers.places, unit, subject.day)
    end = f" từ sau {unit.validity.end:%d/%m/%Y}" if unit.validity.end else ""
    listed = shortened(names, _MOST_LISTED, ", và {} đơn vị khác")
    now = f"nay thuộc {listed}" if names else "chưa rõ nay thuộc đâu"
    return f"{unit.full_name} không còn{end}; {now}"


def _place_line(subject: Subject, scalar: Scalar) -> Iterator[Change]:
    """The place beside the date, where it is a district or commune that ended."""
    home = subject.home
    if home is None or home.tier == "province" or fold(home.name) != fold(scalar.value):
        return
    if subject.registers.places.get(home.id, subject.day) is None:
        yield marked(Spot.whole(scalar), KIND, _told(subject, home))


def _levels(subject: Subject) -> Iterator[Change]:
    """One remark for each text that still tells of the district level."""
    reason = "không còn cấp huyện, thị trấn từ 01/7/2025: viết theo xã, phường"
    for one in prose(subject):
        for found in _LEVEL.finditer(subject.text, one.start, one.end):
            if not _outside(subject, one, found.start()):
                once = f"level {one.start}"
                yield marked(Spot(one, *found.span()), "cấp huyện", reason, once)
