"""How changes are written: marks, emptied values, remarks that keep what stood there."""

from __future__ import annotations

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.editing import put
from kehoach.editing.edits import Edit
from kehoach.editing.lines import lines_between
from kehoach.editing.scalars import Scalar, Spot


def mark(reason: str) -> str:
    """A place left open within a text."""
    return f"[TODO: {reason.replace('[', '(').replace(']', ')')}]"


def replaced(kind: str, action: str, spot: Spot, new: str, told: str) -> Change:
    """A piece of a text, or all of it, in other words."""
    edit = Edit(spot.start, spot.end, new, spot.scalar)
    return Change(kind, action, spot.start, spot.end, told, (edit,))


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
    if scalar.is_block:
        at = text.find("\n", scalar.start, scalar.end) + 1
        return at + len(text[at : scalar.end]) - len(text[at : scalar.end].lstrip())
    return scalar.start + len(scalar.style)


def left_open(subject: Subject, scalar: Scalar, kind: str, reason: str) -> Change:
    """A value that a person must find; what stood there goes into a comment."""
    edits = (put.whole(scalar, f"TODO: {reason}"), remark(subject, scalar))
    return Change(kind, "todo", scalar.start, scalar.end, reason, edits)


def emptied(scalar: Scalar, kind: str, told: str) -> Change:
    """A value that the new plan starts without."""
    return Change(kind, "dropped", scalar.start, scalar.end, told, (put.emptied(scalar),))


def remark(subject: Subject, scalar: Scalar) -> Edit:
    """The old value as a comment: behind it where the line ends there, else above its line."""
    text, said = subject.text, f"bản {subject.label}: "
    old = " ".join(scalar.written.split())
    above = put.line_above(text, scalar.start, said + _line(subject, scalar))
    return put.comment_behind(scalar, text, said + old) or above


def _line(subject: Subject, scalar: Scalar) -> str:
    start, end = next(lines_between(subject.text, scalar.start, scalar.start + 1))
    line = subject.text[start:end].strip()
    return line.removeprefix("- ")
