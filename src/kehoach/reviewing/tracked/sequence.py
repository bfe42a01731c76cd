"""Two sequences of paragraphs and tables into one that shows how the new came from the old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.reviewing.tracked import paragraph, table
from kehoach.reviewing.tracked.items import Matchable, items
from kehoach.reviewing.tracked.match import Matching, Pair, match
from kehoach.reviewing.tracked.pen import Pen
from kehoach.word.names import TBL, TC_PR


def merge(old: Sequence[Matchable], new: Sequence[Matchable], pen: Pen) -> list[Any]:
    """The elements of both, the new ones as they stand, with their revisions."""
    found = _movable(match(old, new, _fits), old, new)
    tail = _tail(found, old, new)
    if tail is None:
        last = bool(old and new) and old[-1].is_paragraph and new[-1].is_paragraph
        found = _movable(match(old, new, _fits, last=last), old, new)
    return list(_apart(_Merging(old, new, found, tail, pen).all(), pen))


def _tail(found: Matching, old: Sequence[Matchable], new: Sequence[Matchable]) -> Tail | None:
    """What stands behind the last pair: paragraphs that come or paragraphs that go, or nothing."""
    if not found.stay:
        return None
    a, b = found.stay[-1]
    gone, come = old[a + 1 :], new[b + 1 :]
    after = [*gone, *come]
    places = {i for i, _ in found.moved if i > a} | {j for _, j in found.moved if j > b}
    paragraphs = all(one.is_paragraph for one in (old[a], *after))
    if not after:
        return Tail()
    return Tail(gone, come) if paragraphs and not places and not (gone and come) else None


def merge_content(old: Any, new: Any, pen: Pen) -> None:
    """Fill a cell, a header or a note with what both have in it."""
    own = [one for one in new if one.tag == TC_PR]
    before, after = ([one for one in node if one.tag != TC_PR] for node in (old, new))
    new[:] = [*own, *merge(items(before, pen.split), items(after, pen.split), pen)]


def _fits(old: Matchable, new: Matchable) -> bool:
    if old.is_table and new.is_table:
        return True
    return old.kind == new.kind and (old.is_paragraph or old.spelled == new.spelled)


def _movable(found: Matching, old: Sequence[Matchable], new: Sequence[Matchable]) -> Matching:
    """A table that moves is one that goes and one that comes."""
    moved = [(i, j) for i, j in found.moved if old[i].is_paragraph and new[j].is_paragraph]
    return Matching(found.stay, moved)


def _apart(nodes: Iterator[Any], pen: Pen) -> Iterator[Any]:
    """Word makes one table of two that touch."""
    before = None
    for node in nodes:
        if before is not None and before.tag == node.tag == TBL and _revised(before, node):
            yield paragraph.void(pen)
        yield node
        before = node


def _revised(*tables: Any) -> bool:
    return any(table.is_revised(one) for one in tables)


@dataclass(frozen=True, slots=True)
class Tail:
    """Paragraphs behind the last pair: they share an end that cannot come or go."""

    gone: Sequence[Matchable] = ()
    come: Sequence[Matchable] = ()


@dataclass(slots=True)
class _Merging:
    old: Sequence[Matchable]
    new: Sequence[Matchable]
    found: Matching
    tail: Tail | None
    pen: Pen
    ranges: dict[tuple[str, int], tuple[list[Any], list[Any]]] = field(default_factory=dict)

    def all(self) -> Iterator[Any]:
        self._move()
        away, here = {i for i, _ in self.found.moved}, {j for _, j in self.found.moved}
        tail = self.tail if self.tail and (self.tail.gone or self.tail.come) else None
        stay = self.found.stay
        i = j = 0
        for a, b in stay if tail else [*stay, (len(self.old), len(self.new))]:
            for place in range(i, a):
                yield from self._placed("moveFrom", place, place in away)
            for place in range(j, b):
                yield from self._placed("moveTo", place, place in here)
            if tail and (a, b) == stay[-1]:
                yield from self._end(tail, self.old[a].node, self.new[b].node)
            elif a < len(self.old):
                yield from pair(self.old[a], self.new[b], self.pen)
            i, j = a + 1, b + 1

    def _end(self, tail: Tail, old: Any, new: Any) -> Iterator[Any]:
        """The last pair with the paragraphs behind it."""
        nodes = [one.node for one in (tail.gone or tail.come)]
        write = paragraph.shorten if tail.gone else paragraph.lengthen
        write(old, new, nodes, self.pen)
        yield from (new, *nodes)

    def _placed(self, side: str, place: int, moves: bool) -> Iterator[Any]:
        """An element of one side only: moved, or gone, or come."""
        sequence, kind = (self.old, "del") if side == "moveFrom" else (self.new, "ins")
        if not moves:
            yield from single(sequence[place], kind, self.pen)
            return
        start, end = self.ranges.get((side, place), ([], []))
        yield from (*start, sequence[place].node, *end)

    def _move(self) -> None:
        for piece in _pieces(self.found.moved):
            name = f"move{next(self.pen.moves)}"
            for i, j in piece:
                paragraph.move(self.old[i].node, self.new[j].node, self.pen)
            for side, (first, last) in (
                ("moveFrom", (piece[0][0], piece[-1][0])),
                ("moveTo", (piece[0][1], piece[-1][1])),
            ):
                start, end = self.pen.range_around(side, name)
                self._around(side, first)[0].append(start)
                self._around(side, last)[1].append(end)

    def _around(self, side: str, place: int) -> tuple[list[Any], list[Any]]:
        """What stands before and after a moved element."""
        return self.ranges.setdefault((side, place), ([], []))


def _pieces(moved: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that move together: neighbours before and after."""
    pieces: list[list[Pair]] = []
    for i, j in moved:
        if pieces and pieces[-1][-1] == (i - 1, j - 1):
            pieces[-1].append((i, j))
        else:
            pieces.append([(i, j)])
    return pieces


def pair(old: Matchable, new: Matchable, pen: Pen) -> Iterator[Any]:
    """An element that stays."""
    if new.is_table:
        yield from table.merge(old, new, pen, merge_content)
        return
    if new.is_paragraph and old.spelled != new.spelled:
        paragraph.change(old.node, new.node, pen)
    yield new.node


def single(item: Matchable, kind: str, pen: Pen) -> Iterator[Any]:
    """An element that comes or goes; what is neither paragraph nor table cannot be tracked."""
    if item.is_paragraph:
        paragraph.revise(item.node, kind, pen)
    elif item.is_table:
        table.revise(item.node, kind, pen)
    else:
        pen.leave("blocks")
        if kind == "del":
            return
    yield item.node
