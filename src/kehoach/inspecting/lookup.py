"""What the registers say of an agency, a place or a document on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from kehoach.registers import Agency, Document, Place, Registers, Validity
from kehoach.registers.successors import replacing, shares

Kind = Literal["agency", "place", "document"]
State = Literal["not-yet", "in-force", "ended"]
KINDS: tuple[Kind, ...] = ("agency", "place", "document")
R = TypeVar("R", Agency, Place, Document)


@dataclass(frozen=True, slots=True)
class Successor:
    """Who or what took the place, for a task where that was divided."""

    task: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One record as it is on the day; where it is not, as it last was or will be."""

    kind: Kind
    id: str
    name: str
    state: State
    first: dt.date | None
    last: dt.date | None
    aliases: tuple[str, ...] = ()
    within: str = ""
    source: str = ""
    note: str = ""
    successors: tuple[Successor, ...] = ()


def look_up(
    text: str, registers: Registers, day: dt.date, kind: Kind | None = None
) -> list[Answer]:
    """Records with this id, name, abbreviation, symbol or number, each once."""
    found: list[Answer] = []
    if kind in {None, "agency"}:
        found += (_agency(one, registers, day) for one in _agencies(text, registers, day))
    if kind in {None, "place"}:
        found += (_place(one, registers, day) for one in _places(text, registers, day))
    if kind in {None, "document"}:
        found += (_document(one, registers, day) for one in _documents(text, registers, day))
    return found


def nearest(text: str, registers: Registers, kind: Kind | None = None) -> list[str]:
    """Names like a text that no record bears."""
    found: list[str] = []
    if kind in {None, "agency"}:
        found += (one.name for one in registers.agencies.nearest(text))
    if kind in {None, "place"}:
        found += (one.full_name for one in registers.places.nearest(text))
    if kind in {None, "document"}:
        found += (one.name for one in registers.documents.nearest(text))
    return list(dict.fromkeys(found))


def _agencies(text: str, registers: Registers, day: dt.date) -> Iterator[Agency]:
    register = registers.agencies
    symbols = tuple(one for one in register if one.symbol and one.symbol == text)
    ids = register.states(text) or tuple(
        filter(None, (register.get(text, day), register.get(text)))
    )
    yield from _of_day([*ids, *register.find(text), *symbols], day)


def _places(text: str, registers: Registers, day: dt.date) -> Iterator[Place]:
    register = registers.places
    yield from _of_day([*register.states(text), *register.find(text)], day)


def _documents(text: str, registers: Registers, day: dt.date) -> Iterator[Document]:
    register = registers.documents
    yield from _of_day([*register.states(text), *register.find(text)], day)


def _of_day(rows: list[R], day: dt.date) -> Iterator[R]:
    """One row for each id: that of the day, or else the newest."""
    by_id: dict[str, R] = {}
    for row in sorted(rows, key=lambda one: one.validity.first):
        if row.id not in by_id or not by_id[row.id].validity.holds(day):
            by_id[row.id] = row
    yield from (by_id[id_] for id_ in dict.fromkeys(row.id for row in rows))


def _state(validity: Validity, day: dt.date) -> State:
    if validity.holds(day):
        return "in-force"
    return "not-yet" if validity.first > day else "ended"


def _agency(one: Agency, registers: Registers, day: dt.date) -> Answer:
    place = registers.places.get(one.place, day) or registers.places.get(one.place)
    state = _state(one.validity, day)
    return Answer(
        *("agency", one.id, one.name, state, one.validity.start, one.validity.end),
        aliases=tuple(dict.fromkeys(filter(None, (*one.abbreviations, one.symbol)))),
        within=place.full_name if place else "",
        source=one.source,
        note=one.note,
        successors=tuple(
            Successor(share.task, now.id, now.name)
            for share in (shares(registers.agencies, one, day) if state == "ended" else ())
            for now in share.agencies
        ),
    )


def _place(one: Place, registers: Registers, day: dt.date) -> Answer:
    above = registers.places.get(one.parent, day) or registers.places.get(one.parent)
    state = _state(one.validity, day)
    successors = registers.places.successors(one.id, day) if state == "ended" else ()
    return Answer(
        *("place", one.id, one.full_name, state, one.validity.start, one.validity.end),
        within=above.full_name if above else "",
        source=f"Nghị quyết {one.resolution}" if one.resolution else "",
        note=one.note,
        successors=tuple(Successor("", now.id, now.full_name) for now in successors),
    )


def _document(one: Document, registers: Registers, day: dt.date) -> Answer:
    documents = registers.documents
    return Answer(
        *("document", one.id, _called(one), _state(one.validity, day)),
        *(one.effective or one.date, one.until),
        aliases=one.aliases,
        within=" ".join(filter(None, (one.issuer, one.subject))),
        source=one.source,
        note=one.note,
        successors=tuple(Successor("", now.id, _called(now)) for now in replacing(documents, one)),
    )


def _called(one: Document) -> str:
    return f"{one.name} ngày {one.date:%d/%m/%Y}" if one.date else one.name
