"""The three kinds of register file: their columns, and how a row of each becomes a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kehoach.registers import faults
from kehoach.registers.agencies import LEVELS, WHERE, Agency, Successor
from kehoach.registers.documents import Document
from kehoach.registers.places import TYPES, Place, Share
from kehoach.registers.register import Record
from kehoach.registers.row import Row

T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One register file.

    Attributes:
        name: stem of the file.
        columns: every column it may have.
        required: those without which no row can be read.
        read: a row as a record; faults go to the row.
        references: columns with ids of this register, and how to take the ids out of a cell.
    """

    name: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    read: Callable[[Row], T]
    references: dict[str, Callable[[Row], Iterable[str]]]


def agency_of(row: Row) -> Agency:
    """A row of agencies."""
    return Agency(
        id=row.id("so-noi-vu"),
        name=row.needed("name"),
        level=row.choice("level", LEVELS, "other"),
        place=row.text("place"),
        abbreviations=row.words("abbreviations"),
        symbol=row.text("symbol"),
        validity=row.validity(),
        successors=tuple(map(_successor, row.words("successors"))),
        source=row.text("source"),
        where=row.choices("where", WHERE),
        pattern=_pattern(row),
        note=row.text("note"),
    )


def _successor(text: str) -> Successor:
    task, _, id_ = text.rpartition("=")
    return Successor(task.strip(), id_.strip())


def _pattern(row: Row) -> str:
    text = row.text("pattern")
    if "{" in text.replace("{place}", "").replace("{name}", ""):
        row.problems.append(faults.bad_pattern(row.mark("pattern"), text))
        return ""
    return text


def place_of(row: Row) -> Place:
    """A row of places."""
    return Place(
        id=row.id("bac-kan"),
        code=row.text("code") or row.text("id"),
        name=row.needed("name"),
        type=row.choice("type", TYPES) or row.needed("type"),
        parent=row.text("parent"),
        validity=row.validity(),
        successors=tuple(map(share_of, row.words("successors"))),
        resolution=row.text("resolution"),
        note=row.text("note"),
    )


def share_of(text: str) -> tuple[str, Share]:
    """One successor of a place: `00097`, or `00097:part` where the land was divided."""
    id_, _, share = text.partition(":")
    return id_.strip(), "part" if share.strip() == "part" else "whole"


def document_of(row: Row) -> Document:
    """A row of documents."""
    days = row.validity("effective", "until")
    return Document(
        id=row.id("qd-90-qd-ttg-2022"),
        type=row.needed("type"),
        number=row.text("number"),
        date=row.day("date"),
        issuer=row.text("issuer"),
        subject=row.text("subject"),
        effective=days.start,
        until=days.end,
        replaced_by=row.words("replaced_by"),
        aliases=row.words("aliases"),
        source=row.text("source"),
        note=row.text("note"),
    )


AGENCIES = Kind(
    "agencies",
    (
        *("id", "name", "level", "where", "place", "pattern", "abbreviations", "symbol"),
        *("start", "end", "successors", "source", "note"),
    ),
    ("id", "name"),
    agency_of,
    {"successors": lambda row: [_successor(one).id for one in row.words("successors")]},
)
PLACES = Kind(
    "places",
    (
        *("id", "code", "name", "type", "parent"),
        *("start", "end", "successors", "resolution", "note"),
    ),
    ("id", "name", "type"),
    place_of,
    {
        "parent": lambda row: row.words("parent"),
        "successors": lambda row: [share_of(one)[0] for one in row.words("successors")],
    },
)
DOCUMENTS = Kind(
    "documents",
    (
        *("id", "type", "number", "date", "issuer", "subject"),
        *("effective", "until", "replaced_by", "aliases", "source", "note"),
    ),
    ("id", "type"),
    document_of,
    {"replaced_by": lambda row: row.words("replaced_by")},
)
