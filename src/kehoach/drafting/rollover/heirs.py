"""Who took over from an agency, by what the text around its name tells of the task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kehoach.drafting.rollover.scalars import Spot
from kehoach.drafting.rollover.sentences import sentence_of
from kehoach.drafting.rollover.subject import Subject
from kehoach.registers import Agency, fold
from kehoach.source import Map, Route, Seq

_OTHER_TASKS = "—"
_SHORT = ("lead", "partners", "agencies", "by", "title")
"""Fields that tell who, and not for what: their task is told by what stands beside them."""


def successors(subject: Subject, agency: Agency, told: str) -> tuple[Agency, ...]:
    """Who may have taken over what the context tells of, on the new day."""
    agencies, words = subject.registers.agencies, fold(_without_names(subject, told))
    tasks = [part.strip() for one in agency.successors for part in one.task.split(",")]
    named = [task for task in tasks if task and fold(task) in words]
    if not named or any(not one.task for one in agency.successors):
        named.append(_OTHER_TASKS)
    found = (
        heir
        for task in named
        for heir in agencies.successors(agency.id, subject.day, task, since=_since(subject, agency))
    )
    return tuple(dict.fromkeys(found))


def _without_names(subject: Subject, text: str) -> str:
    """A context without the names of agencies, whose words tell no task: Sở Lao động - ..."""
    return subject.agency_names.sub(" ", text)


def _since(subject: Subject, agency: Agency) -> dt.date | None:
    """The day on which the agency was meant, if the register has it on that day."""
    found = subject.registers.agencies.get(agency.id, subject.old_day)
    return subject.old_day if found else None


def context(subject: Subject, spot: Spot) -> str:
    """What tells the task at a place: the sentence, or what stands beside a short field."""
    path = spot.scalar.path
    if path[0] in {"recipients", "closing"} or path[:2] == ("decision", "recipients"):
        return subject.plan.subject
    if set(path) & set(_SHORT):
        return beside(subject, path)
    return sentence_of(subject, spot.scalar, spot.start)


def beside(subject: Subject, path: Route) -> str:
    """All texts of the list's item that a value belongs to."""
    places = [index for index, step in enumerate(path) if isinstance(step, int)]
    for place in reversed(places):
        item = subject.at(path[: place + 1])
        if isinstance(item, Map):
            return " ".join(_texts(item))
    return subject.plan.subject


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Map, Seq)):
        for one in value.values() if isinstance(value, Map) else value:
            yield from _texts(one)


def choices(agency: Agency, subject: Subject, heirs: tuple[Agency, ...]) -> str:
    """Why a person has to choose, and among whom, each with its tasks where they are known."""
    end = agency.validity.end
    day = f" từ sau {end:%d/%m/%Y}" if end else ""
    names = ", ".join(one.name for one in heirs)
    which = f"nay là: {names}" if names else "chưa rõ cơ quan thay"
    tasks = [
        f"{one.task or 'việc khác'}: {', '.join(dict.fromkeys(_names(subject, agency, one.task)))}"
        for one in agency.successors
    ]
    divided = any(one.task for one in agency.successors) and len(heirs) > 1
    told = "; ".join(tasks) if divided else which
    return f"{agency.name} không còn{day}; {told}"


def _names(subject: Subject, agency: Agency, task: str) -> Iterator[str]:
    first = task.partition(",")[0].strip() or _OTHER_TASKS
    return (
        one.name for one in subject.registers.agencies.successors(agency.id, subject.day, first)
    )
