"""How changes are written: marks, emptied values, remarks that keep what stood there."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.editing.edits import Edit, indent, line_end, line_start, lines_between, whole
from kehoach.editing.scalars import Scalar, Spot, is_flow
from kehoach.source import Map


def mark(reason: str) -> str:
    """A place left open within a text."""
    return f"[TODO: {reason.replace('[', '(').replace(']', ')')}]"


def marked(spot: Spot, kind: str, reason: str, once: str = "") -> Change:
    """A mark after a piece of a text, which stays as it is."""
    edit = Edit(spot.end, spot.end, f" {mark(reason)}", spot.scalar)
    return Change(kind, "todo", spot.start, spot.end, reason, (edit,), once)


def marked_before(scalar: Scalar, text: str, kind: str, reason: str) -> Change:
    """A mark at the beginning of a text."""
    at = content_start(scalar, text)
    edit = Edit(at, at, f"{mark(reason)} ", scalar)
    return Change(kind, "todo", at, at, reason, (edit,))


def content_start(scalar: Scalar, text: str) -> int:
    """Where a value's own letters begin: after its quote, or on the line below `|` and `>`."""
    if scalar.style in {"|", ">"}:
        at = text.find("\n", scalar.start, scalar.end) + 1
        return at + len(text[at : scalar.end]) - len(text[at : scalar.end].lstrip())
    return scalar.start + len(scalar.style)


def left_open(subject: Subject, scalar: Scalar, kind: str, reason: str) -> Change:
    """A value that a person must find; what stood there goes into a comment."""
    edits = (whole(scalar, f"TODO: {reason}"), *remark(subject, scalar))
    return Change(kind, "todo", scalar.start, scalar.end, reason, edits)


def emptied(subject: Subject, scalar: Scalar, kind: str, told: str, new: str = '""') -> Change:
    """A value that the new plan starts without."""
    start = scalar.start
    if not new and subject.text[start - 1] == " ":
        start -= 1
    edit = Edit(start, scalar.end, new)
    return Change(kind, "dropped", scalar.start, scalar.end, told, (edit,))


def remark(subject: Subject, scalar: Scalar) -> Iterator[Edit]:
    """The old value as a comment: behind it where the line ends there, else above its line."""
    old = " ".join(subject.raw(scalar).split())
    rest = subject.text[scalar.end : line_end(subject.text, scalar.end)]
    if not rest.strip() and scalar.style not in {"|", ">"} and not scalar.flow:
        yield Edit(scalar.end, scalar.end, f" # bản {subject.label}: {old}")
    else:
        yield line_above(subject, scalar.start, f"bản {subject.label}: {_line(subject, scalar)}")


def _line(subject: Subject, scalar: Scalar) -> str:
    start, end = next(lines_between(subject.text, scalar.start, scalar.start + 1))
    line = subject.text[start:end].strip()
    return line.removeprefix("- ")


def line_above(subject: Subject, offset: int, comment: str) -> Edit:
    """A comment on a line of its own, above the line of a place."""
    at = line_start(subject.text, offset)
    return Edit(at, at, f"{indent(subject.text, offset)}# {comment}{newline(subject.text)}")


def newline(text: str) -> str:
    """The line break that the file uses."""
    return "\r\n" if "\r\n" in text else "\n"


def commented_out(subject: Subject, start: int, end: int) -> Iterator[Edit]:
    """The lines of a part of the text as comments, at the indent of the first."""
    width = len(indent(subject.text, start))
    for at, stop in lines_between(subject.text, start, end):
        if subject.text[at:stop].strip():
            place = min(at + width, stop)
            yield Edit(place, place, "# ")


def new_key(subject: Subject, owner: Map, before: str, key: str, written: str) -> Edit:
    """One more key in a map, before one that it has."""
    at = owner.keys_at[before]
    gap = ", " if is_flow(owner, subject.text) else newline(subject.text) + " " * (at.column - 1)
    return Edit(at.start, at.start, f"{key}: {written}{gap}")
