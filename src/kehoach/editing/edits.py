"""Edits of a file's text by place, made at once and read again: what is not as meant is refused."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from kehoach.editing.letters import Span
from kehoach.editing.lines import newline
from kehoach.editing.moves import Moves
from kehoach.editing.scalars import Scalar
from kehoach.editing.tree import Meant, errors, said, says, with_meant
from kehoach.editing.wording import Splice, joined, rewritten
from kehoach.source import Map, read

MEETING = "chạm vào chỗ mà một sửa đổi trước đã sửa"
UNSAFE = "sửa ở đây thì tệp không còn nói đúng điều định sửa"
UNKNOWN = "không rõ chữ nào của giá trị ứng với chỗ này trong tệp"


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`.

    Attributes:
        start: offset in the file's text.
        end: offset after what goes; `start` where something is put in.
        new: what stands there then. Inside a scalar these are the words that are meant, and are
            written as its style wants; else they are YAML, or a comment.
        scalar: the value or key of which `start:end` is a piece.
        span: the same piece by its place in the value, where that is known.
        meant: what it changes of what the file says; of a piece of a scalar that is clear.
    """

    start: int
    end: int
    new: str
    scalar: Scalar | None = None
    span: Span | None = None
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after edits.

    Attributes:
        text: the new text.
        refused: why a group of edits was not made, by its place among the groups.
        moves: where places of the old text are now.
    """

    text: str
    refused: dict[int, str] = field(default_factory=dict)
    moves: Moves = field(default_factory=lambda: Moves(()))


def edited(root: Map, text: str, groups: Sequence[Iterable[Edit]]) -> Edited:
    """A file's text with edits made, each group as a whole or not at all.

    The new text is read again, and says what the edits mean and nothing else, with no more errors
    than before. Where it would not,
    the groups at fault are left out; so is a group that meets an earlier one.

    Args:
        root: the file as read.
        text: its text, which the marks of the root count in.
        groups: what is done together.
    """
    return _Making(root, text, [tuple(one) for one in groups]).made()


class Taken:
    """What edits change so far; what meets it is told without going through them all."""

    def __init__(self) -> None:
        self.edits: set[Edit] = set()
        self.stretches: list[tuple[int, int]] = []
        self.points: list[int] = []

    def meets(self, one: Edit) -> bool:
        """Whether an edit changes letters that another one does; the same edit does not.

        What is put in between two letters meets none that ends or begins there.
        """
        before = bisect_left(self.stretches, (one.end, 0)) - 1
        within = bisect_right(self.points, one.start) < bisect_left(self.points, one.end)
        crossed = before >= 0 and one.start < self.stretches[before][1]
        return (crossed or within) and one not in self.edits

    def add(self, group: Iterable[Edit]) -> None:
        """Note the edits of a group."""
        for one in group:
            if one.start < one.end:
                insort(self.stretches, (one.start, one.end))
            else:
                insort(self.points, one.start)
            self.edits.add(one)


class _Making:
    """The edits of one text on their way."""

    def __init__(self, root: Map, text: str, groups: Sequence[tuple[Edit, ...]]) -> None:
        self.text = text
        self.groups = groups
        self.end = newline(text)
        self.tree = said(root, root.mark, text)
        self.errors = errors(read("", text.encode("utf-8", "replace"))[1])
        self.refused: dict[int, str] = {}
        self.rewritten: dict[tuple[Scalar, tuple[Splice, ...]], list[Splice]] = {}

    def made(self) -> Edited:
        """The text with all groups that can be made."""
        kept = self.kept([], self.apart())
        pieces, _ = self.pieces(kept)
        return Edited(joined(self.text, pieces), self.refused, Moves(pieces))

    def apart(self) -> list[int]:
        """The groups that do not meet an earlier one."""
        taken, kept = Taken(), []
        for index, group in enumerate(self.groups):
            if any(map(taken.meets, group)):
                self.refused[index] = MEETING
            else:
                kept.append(index)
                taken.add(group)
        return kept

    def kept(self, before: list[int], more: list[int]) -> list[int]:
        """Those groups which can be made after others; halves of them are tried apart."""
        if not more:
            return []
        fault = self.fault([*before, *more])
        if not fault:
            return more
        if len(more) == 1:
            self.refused[more[0]] = fault
            return []
        middle = len(more) // 2
        first = self.kept(before, more[:middle])
        return first + self.kept(before + first, more[middle:])

    def fault(self, chosen: list[int]) -> str:
        """Why groups cannot be made together; empty where the new text says what they mean."""
        try:
            pieces, meant = self.pieces(chosen)
            expected = with_meant(self.tree, meant)
        except LookupError as error:
            return str(error.args[0]) if error.args and error.args[0] == UNKNOWN else UNSAFE
        return "" if says(joined(self.text, pieces), known=self.errors) == expected else UNSAFE

    def pieces(self, chosen: list[int]) -> tuple[list[Splice], list[Meant]]:
        """What becomes of the text, in order, and what that means.

        Raises:
            LookupError: a piece of a value cannot be told in the file.
        """
        every = dict.fromkeys(one for index in chosen for one in self.groups[index])
        inside: dict[Scalar, list[Edit]] = defaultdict(list)
        pieces: list[Splice] = []
        meant: list[Meant] = []
        for one in every:
            meant += one.meant
            if one.scalar:
                inside[one.scalar].append(one)
            else:
                pieces.append(Splice(*one[:3]))
        for scalar, own in inside.items():
            changes = tuple(_in_value(scalar, own))
            if (scalar, changes) not in self.rewritten:
                self.rewritten[scalar, changes] = rewritten(scalar, changes, self.end)
            pieces += self.rewritten[scalar, changes]
            new = joined(scalar.value, changes)
            meant.append(Meant(scalar.path, key=new) if scalar.is_key else Meant(scalar.path, new))
        return sorted(pieces, key=lambda one: one[:2]), meant


def _in_value(scalar: Scalar, own: Sequence[Edit]) -> list[Splice]:
    """Pieces of the file's text as pieces of a value."""
    found = []
    for one in sorted(own, key=lambda one: one[:2]):
        span = one.span or scalar.inside(one.start, one.end)
        if span is None:
            raise LookupError(UNKNOWN)
        found.append(Splice(*span, normalize("NFC", one.new)))
    return found
