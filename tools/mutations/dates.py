"""Mistakes in dates: of sources, in sentences, of the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mutations.operators import operator
from mutations.subject import Found, Mutation, Spot, Subject, replaced

_DAY = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})")
_LONG = re.compile(r"(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})")
CITED = re.compile(
    r"(?P<number>\d+(?:/\d{4})?/[A-ZĐ][\w-]*-[A-ZĐ]\w*)\s+ngày\s+"
    r"(?P<day>(?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})(?:/| năm )(?P<y>\d{4}))"
)


def dated(subject: Subject) -> Iterator[Found]:
    """The dates of the citations given as data."""
    spots = [one for one in subject.keyed("date") if "appendices" not in one.path]
    for form in (_ISO, _DAY):
        yield from subject.found(form, spots)


def cited(subject: Subject) -> Iterator[Found]:
    """The dates of citations in sentences."""
    yield from subject.found(CITED, [*subject.prose, *_bases(subject)])


def _bases(subject: Subject) -> list[Spot]:
    return [one for one in subject.keyed("text", "subject") if "legal_bases" in one.path]


@operator
def date_after_plan(subject: Subject) -> Iterator[Mutation]:
    """A source dated a year after the plan, as data or in a sentence."""
    for found in (*dated(subject), *cited(subject)):
        yield found.mutation(str(subject.issued.year + 1), "y")


@operator
def impossible_day(subject: Subject) -> Iterator[Mutation]:
    """The 31st of June in the data or in a sentence; wherever a date is written."""
    spots = [*subject.keyed("date", "issued_on", "due")]
    for form in (_ISO, _DAY):
        yield from _june(subject, form, spots)
    for form in (_DAY, _LONG):
        yield from _june(subject, form, subject.prose)


def _june(subject: Subject, form: re.Pattern[str], spots: list[Spot]) -> Iterator[Mutation]:
    for found in subject.found(form, spots):
        edits = (found.edit("31", "d"), found.edit("06", "m"))
        yield Mutation(edits)


@operator
def day_of_known_source(subject: Subject) -> Iterator[Mutation]:
    """Another day for a source whose day the register, or another place of the plan, tells."""
    counts = _numbers(subject)
    for found in cited(subject):
        number = found.match["number"]
        partners = [one.mark for one in cited(subject) if one.match["number"] == number]
        if counts.get(number, 0) > 1 or _known(subject, number, found):
            yield found.mutation(_other_day(found), "d", *partners)


@operator
def day_of_known_basis(subject: Subject) -> Iterator[Mutation]:
    """Another day for a legal basis whose day the register, or a sentence of the plan, tells."""
    counts = _numbers(subject)
    for found in dated(subject):
        numbers = [one for one in subject.keyed("number") if one.path[:-1] == found.spot.path[:-1]]
        for number in numbers:
            partners = [one.mark for one in cited(subject) if one.match["number"] == number.value]
            if counts.get(number.value, 0) > 1 or _known(subject, number.value, found):
                yield found.mutation(_other_day(found), "d", number.mark, *partners)


def _numbers(subject: Subject) -> dict[str, int]:
    """How often each number is cited with a date."""
    counts: dict[str, int] = {}
    for found in cited(subject):
        counts[found.match["number"]] = counts.get(found.match["number"], 0) + 1
    for one in subject.keyed("number"):
        counts[one.value] = counts.get(one.value, 0) + 1
    return counts


def _known(subject: Subject, number: str, found: Found) -> bool:
    day = tuple(int(found.match[name]) for name in "ymd")
    rows = subject.registers.documents.find(number)
    return any(row.date is not None and row.date.timetuple()[:3] == day for row in rows)


def _other_day(found: Found) -> str:
    width = len(found.match["d"])
    return f"{int(found.match['d']) % 28 + 1:0{width}}"


@operator
def due_before_plan(subject: Subject) -> Iterator[Mutation]:
    """A task that is due years before the plan is issued; in every plan with tasks."""
    for found in subject.found(_ISO, subject.keyed("due")):
        yield found.mutation(str(subject.day.year - 2), "y")


@operator
def date_as_words(subject: Subject) -> Iterator[Mutation]:
    """Words in place of a date of the data."""
    for one in subject.keyed("date", "issued_on", "due"):
        yield replaced(one.mark, "hôm nay")
