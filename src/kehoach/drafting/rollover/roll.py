"""Last year's plan -> next year's draft, by edits of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.drafting.rollover import (
    agencies,
    amounts,
    dropped,
    head,
    legal,
    paths,
    places,
    tables,
    years,
)
from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.editing.edits import edited
from kehoach.plan import Plan
from kehoach.registers import Registers
from kehoach.source import read

_RULES = (
    head.changes,
    amounts.changes,
    tables.changes,
    dropped.changes,
    legal.changes,
    agencies.changes,
    places.changes,
    years.changes,
)
_BESIDE = paths.Folders()
_NAMING = (legal.changes, agencies.changes, places.changes)


@dataclass(frozen=True, slots=True)
class Done:
    """One change as the summary tells it, with its line in the new text."""

    kind: str
    action: str
    line: int
    told: str


@dataclass(frozen=True, slots=True)
class Rolled:
    """The draft, and what was done or left in it, by line."""

    text: str
    done: tuple[Done, ...]


def roll(
    text: str, plan: Plan, registers: Registers, to: int, folders: paths.Folders = _BESIDE
) -> Rolled:
    """The draft for a year.

    Args:
        text: the plan file, as read: NFC.
        plan: the same with its bases, typed.
        registers: the registers of the office.
        to: the new year, after that of the plan.
        folders: where the plan stands and where the draft will.
    """
    subject = _subject(text, plan, registers, to)
    found = (one for rule in _RULES for one in rule(subject))
    moved = paths.changes(subject, folders)
    changes = list(_accepted((*moved, *found)))
    made = edited(subject.root, text, [one.edits for one in changes])
    done = []
    for index, one in enumerate(changes):
        line, why = made.moves.line(made.text, one.start), made.refused.get(index)
        action, told = ("todo", f"{one.told}: tự sửa, vì {why}") if why else (one.action, one.told)
        done.append(Done(one.kind, action, line, told))
    return Rolled(made.text, tuple(sorted(done, key=lambda one: (one.line, one.kind, one.told))))


def in_base(text: str, plan: Plan, registers: Registers, to: int) -> tuple[Done, ...]:
    """What of a base does not hold any more for the new year; bases are not edited."""
    subject = _subject(text, plan, registers, to)
    found = _accepted(one for rule in _NAMING for one in rule(subject))
    return tuple(
        Done(one.kind, one.action, text.count("\n", 0, one.start) + 1, one.told) for one in found
    )


def _subject(text: str, plan: Plan, registers: Registers, to: int) -> Subject:
    root, _ = read("", text.encode("utf-8"))
    assert root is not None  # the plan was typed from this text
    return Subject(text, root, plan, registers, to)


def _accepted(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes that touch nothing an earlier one has touched, remarks but once."""
    taken: list[tuple[int, int]] = []
    said: set[str] = set()
    for one in changes:
        if one.once in said or any(_touch(one, span) for span in taken):
            continue
        if one.once:
            said.add(one.once)
        if one.end > one.start:
            taken.append((one.start, one.end))
        yield one


def _touch(one: Change, span: tuple[int, int]) -> bool:
    start, end = span
    return start < one.end and one.start < end if one.end > one.start else start < one.start < end
