"""Mistakes in the names of agencies and places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from kehoach.registers import Agencies
from kehoach.source import Mark
from mutations.operators import operator
from mutations.subject import Found, Mutation, Spot, Subject

_LEVELS = {"central", "province", "district"}
_KINDS = ("Sở ", "Bộ ", "Phòng ")
_FEWEST = 4
_PLACE = re.compile(
    r"(?P<type>tỉnh|huyện|xã|phường|thành phố) "
    r"(?P<name>[A-ZĐÂ][\wÀ-ỹ]*(?: [A-ZĐÂ][\wÀ-ỹ]*)+)(?![\w-])"
)
_MARKS = str.maketrans(
    "ạảãáàậẩẫấầặẳẵắằệểễếềẹẻẽéèịỉĩíìộổỗốồợởỡớờọỏõóòụủũúùựửữứừ",
    "aaaaaâââââăăăăăêêêêêeeeeeiiiiiôôôôôơơơơơooooouuuuuưưưưư",
)


@lru_cache(maxsize=8)
def _pattern(agencies: Agencies, day: dt.date) -> re.Pattern[str]:
    """The names that sở, bộ and phòng have on a day, the longest first."""
    names = {one.name for one in agencies.on(day) if one.level in _LEVELS}
    wanted = sorted((one for one in names if one.startswith(_KINDS)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?![\w-])")


def agencies(subject: Subject) -> Iterator[Found]:
    """The sở, bộ and phòng of the register that a plan names."""
    named = [*subject.keyed("lead", "partners", "agencies"), *subject.prose]
    return subject.found(_pattern(subject.registers.agencies, subject.day), named)


@operator
def agency_syllable(subject: Subject) -> Iterator[Mutation]:
    """A sở, bộ or phòng without one of its syllables; wherever one of the register is named."""
    for found in agencies(subject):
        words = found.match[0].split()
        at = 1 + crc32(found.match[0].encode()) % max(1, len(words) - 1)
        if len(words) >= _FEWEST and (
            len(words) > at + 1 or not found.match[0].endswith(words[at])
        ):
            name = " ".join([*words[:at], *words[at + 1 :]])
            if not subject.registers.agencies.find(name):
                yield found.mutation(name)


@operator
def agency_letters(subject: Subject) -> Iterator[Mutation]:
    """Two letters of an agency's name in each other's place; wherever one is named."""
    for found in agencies(subject):
        yield from _exchanged(found, found.match[0].rfind(" ") + 1)


def _exchanged(found: Found, start: int) -> Iterator[Mutation]:
    name = found.match[0]
    for at in range(start, len(name) - 1):
        if name[at] != name[at + 1] and (name[at] + name[at + 1]).isalpha() and at > start:
            yield found.mutation(name[:at] + name[at + 1] + name[at] + name[at + 2 :])
            return


@operator
def agency_ended(subject: Subject) -> Iterator[Mutation]:
    """An agency under the name of one that it took over from; in plans after such a change."""
    register = subject.registers.agencies
    for found in agencies(subject):
        for old in _ended(register, subject.day):
            heirs = {heir.name for heir in register.successors(old.id, subject.day)}
            if found.match[0] in heirs and old.name.split()[0] == found.match[0].split()[0]:
                yield found.mutation(old.name)


def _ended(register: Agencies, day: dt.date) -> list:  # type: ignore[type-arg]
    names = {one.name for one in register.on(day)}
    past = (one for one in register if one.validity.end and one.validity.end < day)
    return [one for one in past if one.name not in names and one.level in _LEVELS]


@operator
def agency_id(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in an agency's id; in plans that name agencies by id."""
    for found in subject.found(
        re.compile(r"^[a-z]+(?:-[a-z]+)+$"), subject.keyed("agencies", "agency", "lead")
    ):
        yield found.mutation(found.match[0][:-1])


@operator
def document_id(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the id of a source; in plans that name sources by id."""
    for found in subject.found(re.compile(r"^[a-z0-9-]+$"), subject.keyed("document")):
        yield found.mutation(found.match[0][:-1])


def places(subject: Subject) -> Iterator[Found]:
    """The places of the register that sentences, bases and the head of a plan name."""
    named = [*subject.prose, *subject.keyed("issuer", "name", "subject")]
    for found in subject.found(_PLACE, named):
        if subject.registers.places.find(found.match[0], subject.day):
            yield found


def _line(subject: Subject, spot: Spot) -> tuple[Mark, ...]:
    """Where the line of place and date contradicts another name of the issuer."""
    return (_head(subject, "place").mark,) if spot.path[0] == "issuer" else ()


@operator
def place_marks(subject: Subject) -> Iterator[Mutation]:
    """A place without the mark of one syllable: tỉnh Bắc Kan; wherever a place is named."""
    for found in places(subject):
        name = found.match["name"]
        words = name.split()
        for at, word in enumerate(words):
            bare = word.translate(_MARKS)
            other = " ".join([*words[:at], bare, *words[at + 1 :]])
            if bare != word and not subject.registers.places.find(f"{found.match['type']} {other}"):
                yield found.mutation(other, "name", *_line(subject, found.spot))


@operator
def place_letter(subject: Subject) -> Iterator[Mutation]:
    """A place with one letter too few or another first letter; wherever a place is named."""
    for found in places(subject):
        name = found.match["name"]
        for other in (name.replace("K", "C", 1), name[:-1], name.replace("ng", "n", 1)):
            if other != name and not subject.registers.places.find(
                f"{found.match['type']} {other}"
            ):
                yield found.mutation(other, "name", *_line(subject, found.spot))


@operator
def place_ended(subject: Subject) -> Iterator[Mutation]:
    """A province that is no more; in plans after 01/7/2025 that name their own."""
    if subject.day >= dt.date(2025, 7, 1):
        named = [*subject.prose, *subject.keyed("issuer")]
        for found in subject.found(re.compile(r"tỉnh Thái Nguyên"), named):
            for old in ("Bắc Kạn", "Hà Giang", "Vĩnh Phúc"):
                yield found.mutation(f"tỉnh {old}")


@operator
def place_of_page(subject: Subject) -> Iterator[Mutation]:
    """Another place in the line of place and date; in every plan."""
    for found in subject.found(re.compile(r".+"), [_head(subject, "place")]):
        yield found.mutation("Cao Bằng")
        yield found.mutation(found.match[0][:-1])


def _head(subject: Subject, name: str) -> Spot:
    return next(one for one in subject.spots if one.path == (name,))
