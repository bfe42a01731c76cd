"""Who took over from an agency, by what the text around its name tells of the task."""

from __future__ import annotations

from kehoach.drafting.rollover.sentences import sentence_of
from kehoach.drafting.rollover.subject import Subject
from kehoach.editing.scalars import Spot
from kehoach.registers import Agency
from kehoach.registers.successors import candidates, shares
from kehoach.source import Map, Route, texts

_SHORT = ("lead", "partners", "agencies", "by", "title")
"""Fields that tell who, and not for what: their task is told by what stands beside them."""


def successors(subject: Subject, agency: Agency, told: str) -> tuple[Agency, ...]:
    """Who may have taken over what the context tells of, on the new day."""
    agencies, text = subject.registers.agencies, subject.agency_names.sub(" ", told)
    return candidates(agencies, agency, subject.day, text, since=subject.old_day)


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
            return " ".join(text for _, text in texts(item))
    return subject.plan.subject


def choices(agency: Agency, subject: Subject, heirs: tuple[Agency, ...]) -> str:
    """Why a person has to choose, and among whom, each with its tasks where they are known."""
    end = agency.validity.end
    day = f" từ sau {end:%d/%m/%Y}" if end else ""
    names = ", ".join(one.name for one in heirs)
    which = f"nay là: {names}" if names else "chưa rõ cơ quan thay"
    parted = shares(subject.registers.agencies, agency, subject.day)
    tasks = [f"{one.task or 'việc khác'}: {', '.join(one.names)}" for one in parted]
    divided = any(one.task for one in agency.successors) and len(heirs) > 1
    told = "; ".join(tasks) if divided else which
    return f"{agency.name} không còn{day}; {told}"
