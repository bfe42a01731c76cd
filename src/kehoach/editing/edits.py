"""Edits of a text by place: all else of it stays as it is, letter for letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from kehoach.editing.scalars import Scalar

_PLAIN = re.compile(r"[\w\s./()–-]*")
_BLANKS = re.compile(" *")
_LINE_END = re.compile(r"\r?\n|\Z")
_MOVING = str.maketrans({"\n": " ", "\r": " "})


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`; inside a scalar, `new` is written in the scalar's style."""

    start: int
    end: int
    new: str
    scalar: Scalar | None = None


def whole(scalar: Scalar, new: str) -> Edit:
    """The whole value anew, in quotes."""
    return Edit(scalar.start, scalar.end, quoted(new))


def quoted(text: str) -> str:
    r"""A text as YAML writes it in double quotes.

    >>> quoted('TODO: số "mới"')
    '"TODO: số \\"mới\\""'
    """
    escaped = text.translate(_MOVING).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def compose(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits as they are made, in order: in each scalar's own style."""
    plain: list[Edit] = []
    inside: dict[Scalar, list[Edit]] = defaultdict(list)
    for one in edits:
        if one.scalar is None:
            plain.append(one)
        else:
            inside[one.scalar].append(one)
    for scalar, own in inside.items():
        own.sort(key=lambda one: one[:2])
        if not scalar.style and _needs_quotes(scalar, own):
            plain.append(_requoted(text, scalar, own))
        else:
            plain += (one._replace(new=_written(one.new, scalar.style)) for one in own)
    return sorted(plain, key=lambda one: one[:2])


def _requoted(text: str, scalar: Scalar, edits: list[Edit]) -> Edit:
    """A plain value with all its edits, in the quotes that its new text needs."""
    made, at = "", scalar.start
    for one in edits:
        made += text[at : one.start] + one.new
        at = one.end
    made += text[at : scalar.end]
    return Edit(scalar.start, scalar.end, "'{}'".format(made.replace("'", "''")))


def _needs_quotes(scalar: Scalar, edits: list[Edit]) -> bool:
    at_start = edits[0].start == scalar.start and not edits[0].new[:1].isalpha()
    emptied = edits[-1].end == scalar.end and not edits[-1].new and edits[0].start == scalar.start
    return at_start or emptied or not all(_PLAIN.fullmatch(one.new) for one in edits)


def _written(new: str, style: str) -> str:
    if style == '"':
        return quoted(new)[1:-1]
    return new.replace("'", "''") if style == "'" else new


def applied(text: str, edits: list[Edit]) -> str:
    """The text with composed edits made."""
    pieces: list[str] = []
    at = 0
    for one in edits:
        pieces += (text[at : one.start], one.new)
        at = one.end
    return "".join((*pieces, text[at:]))


class Moves:
    """Where places of the old text are in the new one."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        growth = (len(one.new) - (one.end - one.start) for one in edits)
        self._shifts = [0, *accumulate(growth)]

    def line(self, new_text: str, offset: int) -> int:
        """The line, from 1, on which a place of the old text now stands."""
        before = [one for one in self._edits if one.start < offset]
        shift = self._shifts[len(before)]
        if before and before[-1].end > offset:  # inside what was changed: at its beginning
            shift = self._shifts[len(before) - 1]
            offset = before[-1].start
        same_place = (one for one in self._edits[len(before) :] if one.start == offset)
        inserted = sum(len(one.new) for one in same_place if one.end == one.start)
        return new_text.count("\n", 0, max(0, offset + shift + inserted)) + 1


def line_start(text: str, offset: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of a place ends, before its line break."""
    found = _LINE_END.search(text, offset)
    assert found
    return found.start()


def indent(text: str, offset: int) -> str:
    """The blanks that the line of a place begins with."""
    found = _BLANKS.match(text, line_start(text, offset))
    assert found
    return found[0]


def lines_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole lines that a part of the text touches, each from its start to its end."""
    at = line_start(text, start)
    while at < end:
        stop = line_end(text, at)
        yield at, stop
        at = text.find("\n", stop) + 1 or len(text)
