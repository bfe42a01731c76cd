"""Edits by what they do: a value anew, a key more, lines that become comments, a comment put in."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.editing.canonical.scalars import inline, quoted
from kehoach.editing.diff import hunks
from kehoach.editing.edits import Edit
from kehoach.editing.lines import indent, line_end, line_start, lines_between, newline
from kehoach.editing.scalars import Scalar, is_flow
from kehoach.editing.tree import GONE, Meant
from kehoach.editing.wording import Splice, joined, value_of
from kehoach.source import Map, Mark, Route


def piece(scalar: Scalar, start: int, end: int, new: str) -> Edit:
    """A piece of a value, by its place in the value, in other words."""
    spans = scalar.letters
    if spans is None:
        return words(scalar, joined(scalar.value, [Splice(start, end, new)]))
    opening, closing = len(scalar.style), spans[-1][1] if spans else len(scalar.style)
    first = spans[start][0] if start < len(spans) else closing if spans else opening
    last = spans[end - 1][1] if end > start else first
    return Edit(scalar.start + first, scalar.start + last, new, scalar, (start, end))


def words(scalar: Scalar, new: str) -> Edit:
    """The whole value, or key, in other words, written as it was where that can hold them."""
    return Edit(scalar.start, scalar.end, new, scalar, (0, len(scalar.value)))


def reworded(scalar: Scalar, new: str) -> tuple[Edit, ...]:
    """The value in other words, of which those that stay are not touched."""
    if scalar.letters is None:
        return (words(scalar, new),)
    return tuple(piece(scalar, *one) for one in hunks(scalar.value, new))


def renamed(at: Mark, path: Route, new: str) -> Edit:
    """A key's new name.

    Args:
        at: the place of the key.
        path: of its value.
        new: the name.
    """
    return Edit(at.start, at.end, inline(new, bare=True), meant=(Meant(path, key=new),))


def whole(scalar: Scalar, new: str) -> Edit:
    """The whole value anew, in double quotes on one line."""
    text = " ".join(new.splitlines())
    return Edit(scalar.start, scalar.end, quoted(text), meant=(Meant(scalar.path, text),))


def copied(scalar: Scalar, other: Scalar) -> Edit:
    """The value as another one of the file is written."""
    meant = (Meant(scalar.path, other.value),)
    return Edit(scalar.start, scalar.end, other.written, meant=meant)


def emptied(scalar: Scalar) -> Edit:
    """The value as an empty text."""
    return Edit(scalar.start, scalar.end, '""', meant=(Meant(scalar.path, ""),))


def left_out(scalar: Scalar, text: str) -> Edit:
    """A key without its value."""
    start = scalar.start - (text[scalar.start - 1] == " ")
    return Edit(start, scalar.end, "", meant=(Meant(scalar.path, None),))


def new_key(text: str, owner: Map, path: Route, before: str, written: str) -> Edit:
    """One more key in a map, on a line of its own or within the brackets.

    Args:
        text: the file's text.
        owner: the map.
        path: of the new value.
        before: the key of the map that it comes before.
        written: the value as YAML.
    """
    at = owner.keys_at[before]
    gap = ", " if is_flow(owner, text) else newline(text) + " " * (at.column - 1)
    return Edit(
        at.start, at.start, f"{path[-1]}: {written}{gap}", meant=(Meant(path, value_of(written)),)
    )


def comment_behind(scalar: Scalar, text: str, comment: str) -> Edit | None:
    """A comment behind a value; None where its line goes on, or a bracket is still open."""
    rest = text[scalar.end : line_end(text, scalar.end)]
    if rest.strip() or scalar.is_block or scalar.flow:
        return None
    return Edit(scalar.end, scalar.end, f" # {comment}")


def line_above(text: str, offset: int, comment: str) -> Edit:
    """A comment on a line of its own, above the line of a place."""
    at = line_start(text, offset)
    return Edit(at, at, f"{indent(text, offset)}# {comment}{newline(text)}")


def commented_out(text: str, start: int, end: int, path: Route) -> Iterator[Edit]:
    """The lines of the value at a path as comments, at the indent of the first."""
    width = len(indent(text, start))
    meant: tuple[Meant, ...] = (Meant(path, GONE),)
    for at, stop in lines_between(text, start, end):
        if text[at:stop].strip():
            place = min(at + width, stop)
            yield Edit(place, place, "# ", meant=meant)
            meant = ()
