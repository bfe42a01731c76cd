"""Cơ quan: those that ended give way to their successor, where one alone fits the task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.drafting.rollover.heirs import beside, choices, context, successors
from kehoach.drafting.rollover.names import any_of, called, like, names_itself
from kehoach.drafting.rollover.sentences import cited, in_expression, prose, sentence_of
from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import left_open, mark, marked, replaced
from kehoach.editing.scalars import Scalar, Spot
from kehoach.language.administration import one_of, words_of
from kehoach.language.letters import fold
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.registers import Agency

KIND = "cơ quan"
_NAMING = {TextKind.AGENCY, TextKind.REGISTER}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+(?:@[a-z0-9-]+)?")
_HEAD = re.compile(r"\b(Chánh|Trưởng|Giám đốc|Chủ nhiệm|Thủ trưởng|Phó \w+)\s+$")
_DISTRICT = re.compile(rf"{one_of(words_of('district', 'commune'))}$", re.IGNORECASE)
_NAME = re.compile(r"[ \t]+([^\W\d_])")
_LISTING = re.compile(r"\b(?:các\s+)?(?:sở|phòng|bộ|ngành)\b", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*|\s+và\s+")


class _Renamed(NamedTuple):
    """A name that gave way in a text: whose it was, whose it is, where it ended."""

    id: str
    heir: Agency
    end: int


def changes(subject: Subject) -> Iterator[Change]:
    """The agencies of all texts, and those named by their ids."""
    ended = _ended(subject)
    pattern = any_of(ended)
    known = {fold(name): one for name, one in ended.items()}
    for one in prose(subject):
        earlier: list[_Renamed] = []
        for found in pattern.finditer(subject.text, one.start, one.end):
            agency = known[fold(found[0])]
            if not _elsewhere(subject, one, found):
                yield _named(subject, Spot(one, *found.span()), agency, earlier)
    yield from _loose(subject)
    yield from by_id(subject)


def _elsewhere(subject: Subject, scalar: Scalar, found: re.Match[str]) -> bool:
    """Whether words are no name, a citation's, an expression's, or a district's that is named."""
    if not any(map(str.isupper, found[0])):
        return True
    if cited(subject, scalar, found.start()) or in_expression(subject, scalar, found.start()):
        return True
    after = _DISTRICT.search(found[0]) and _NAME.match(subject.text, found.end(), scalar.end)
    return bool(after and after[1].isupper())


def _ended(subject: Subject) -> dict[str, Agency]:
    """Agencies that the new day does not have, by each name that no other bears on it."""
    found: dict[str, Agency] = {}
    for one in _over(subject):
        for key in one.keys():  # noqa: SIM118 - a record's own method
            if names_itself(key, one.name) and not subject.registers.agencies.find(
                key, subject.day
            ):
                found.setdefault(key, one)
        for placed in _at_home(subject, one):
            found[placed.name] = placed
    return found


def _over(subject: Subject) -> Iterator[Agency]:
    day = subject.day
    for one in subject.registers.agencies:
        if one.validity.end is not None and one.validity.end < day:
            yield one


def _loose(subject: Subject) -> Iterator[Change]:
    """What lists leave of a name: "các sở: Lao động - TBXH, ..."; a person has to read it."""
    loose = {
        key: one
        for one in _over(subject)
        for key in one.keys()  # noqa: SIM118 - as above
        if not names_itself(key, one.name)
    }
    pattern = any_of(loose, as_written=True)
    for scalar in prose(subject):
        for found in pattern.finditer(subject.text, scalar.start, scalar.end):
            sentence = sentence_of(subject, scalar, found.start())
            if _LISTING.search(sentence) and not _elsewhere(subject, scalar, found):
                agency = loose[" ".join(found[0].split())]
                reason = choices(agency, subject, successors(subject, agency, sentence))
                once = f"agency {scalar.start} {agency.id}"
                yield marked(Spot(scalar, *found.span()), KIND, reason, once)


def _at_home(subject: Subject, kind: Agency) -> Iterator[Agency]:
    """The one of a kind in the unit whose plan it is, and in those that it belongs to."""
    place = subject.home
    while place and kind.where:
        if made := kind.at(place):
            yield made
        place = subject.registers.places.get(place.parent, subject.old_day)


def _named(subject: Subject, spot: Spot, agency: Agency, earlier: list[_Renamed]) -> Change:
    written = subject.text[spot.start : spot.end]
    heirs = successors(subject, agency, context(subject, spot))
    head = _HEAD.search(subject.text, max(0, spot.start - 20), spot.start)
    if len(heirs) != 1 or (head and _kind(heirs[0].name) != _kind(written)):
        once = f"agency {spot.scalar.start} {agency.id}"
        return marked(spot, KIND, choices(agency, subject, heirs), once)
    new = like(called(heirs[0], written), written)
    told = f"{' '.join(written.split())} → {new}"
    renamed = _Renamed(agency.id, heirs[0], spot.end)
    again = _again(subject, spot, renamed, earlier)
    earlier.append(renamed)
    if again:
        return replaced(KIND, "todo", spot, f"{new} {mark(again)}", f"{told}; {again}")
    return replaced(KIND, "replaced", spot, new, told)


def _again(subject: Subject, spot: Spot, renamed: _Renamed, earlier: list[_Renamed]) -> str:
    """Why the heir's name is one too many: beside it stands another that became the same."""
    heir = renamed.heir
    for one in earlier[-1:]:
        between = subject.text[one.end : spot.start]
        same = _kind_id(one.heir) == _kind_id(heir) and one.id != renamed.id
        if same and _AND.fullmatch(between):
            return f"trùng với {heir.name} ở trước: bỏ một tên"
    path = spot.scalar.path
    second = path[0] == "duties" and "agencies" in path
    return _second_duty(subject, spot.scalar, heir) if second else ""


def _kind_id(agency: Agency) -> str:
    """Its id without the place."""
    kind, _, _ = agency.id.partition("@")
    return kind


def _second_duty(subject: Subject, scalar: Scalar, heir: Agency) -> str:
    """Whether another duty is the heir's own already."""
    names = {fold(heir.name), heir.id}
    for one in subject.scalars:
        own = one.path[0] == "duties" and "agencies" in one.path and one.path != scalar.path
        if own and (fold(one.value) in names or one.value in names):
            return f"đã có mục của {heir.name}: gộp các mục"
    return ""


def _kind(name: str) -> str:
    return fold(name.split(maxsplit=1)[0])


def by_id(subject: Subject) -> Iterator[Change]:
    """Agencies that the file names by their ids in the register."""
    agencies = subject.registers.agencies
    for one in subject.scalars:
        named = kind_at(one.path) in _NAMING and _ID.fullmatch(one.value)
        agency = agencies.get(one.value) if named else None
        if agency and agencies.get(one.value, subject.day) is None:
            yield _replaced_id(subject, one, agency)


def _replaced_id(subject: Subject, scalar: Scalar, agency: Agency) -> Change:
    heirs = successors(subject, agency, beside(subject, scalar.path))
    if len(heirs) == 1:
        told = f"{scalar.value} → {heirs[0].id}"
        return replaced(KIND, "replaced", Spot.whole(scalar), heirs[0].id, told)
    reason = choices(agency, subject, heirs)
    ids = ", ".join(one.id for one in heirs)
    return left_open(subject, scalar, KIND, f"{reason} ({ids})")._replace(told=reason)
