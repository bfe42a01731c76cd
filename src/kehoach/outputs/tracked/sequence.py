"""Two sequences of paragraphs and tables into one that shows how the new came from the old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.outputs.tracked import paragraph, table
from kehoach.outputs.tracked.items import Item, items
from kehoach.outputs.tracked.match import Matching, Pair, match
from kehoach.outputs.tracked.pen import Pen
from kehoach.outputs.tracked.wordml import NAME, TBL, TC_PR


def merge(old: Sequence[Item], new: Sequence[Item], pen: Pen) -> list[Any]:
    """The elements of both, the new ones as they stand, with their revisions."""
    found = match(old, new, _fits, last=_paragraph_ends(old) and _paragraph_ends(new))
    return list(_apart(_Merging(old, new, _movable(found, old, new), pen).all(), pen))


def merge_content(old: Any, new: Any, pen: Pen) -> None:
    """Fill a cell, a header or a note with what both have in it."""
    own = [one for one in new if one.tag == TC_PR]
    before, after = ([one for one in node if one.tag != TC_PR] for node in (old, new))
    new[:] = [*own, *merge(items(before, pen.split), items(after, pen.split), pen)]


def _fits(old: Item, new: Item) -> bool:
    if old.is_table and new.is_table:
        return True
    return old.kind == new.kind and (old.is_paragraph or old.spelled == new.spelled)


def _paragraph_ends(sequence: Sequence[Item]) -> bool:
    """The last paragraph of a cell, a note, a document has an end that cannot go."""
    return bool(sequence) and sequence[-1].is_paragraph


def _movable(found: Matching, old: Sequence[Item], new: Sequence[Item]) -> Matching:
    """A table that moves is one that goes and one that comes."""
    moved = [(i, j) for i, j in found.moved if old[i].is_paragraph and new[j].is_paragraph]
    return Matching(found.stay, moved)


def _apart(nodes: Iterator[Any], pen: Pen) -> Iterator[Any]:
    """Word makes one table of two that touch."""
    before = None
    for node in nodes:
        if before is not None and before.tag == node.tag == TBL:
            yield paragraph.void(pen)
        yield node
        before = node


@dataclass(slots=True)
class _Merging:
    old: Sequence[Item]
    new: Sequence[Item]
    found: Matching
    pen: Pen
    starts: dict[tuple[str, int], Any] = field(default_factory=dict)
    ends: dict[tuple[str, int], Any] = field(default_factory=dict)

    def all(self) -> Iterator[Any]:
        self._move()
        away, here = {i for i, _ in self.found.moved}, {j for _, j in self.found.moved}
        i = j = 0
        for a, b in [*self.found.stay, (len(self.old), len(self.new))]:
            for place in range(i, a):
                yield from self._placed("moveFrom", place, place in away)
            for place in range(j, b):
                yield from self._placed("moveTo", place, place in here)
            if a < len(self.old):
                yield from pair(self.old[a], self.new[b], self.pen)
            i, j = a + 1, b + 1

    def _placed(self, side: str, place: int, moves: bool) -> Iterator[Any]:
        """An element of one side only: moved, or gone, or come."""
        sequence, kind = (self.old, "del") if side == "moveFrom" else (self.new, "ins")
        if not moves:
            yield from single(sequence[place], kind, self.pen)
            return
        if start := self.starts.get((side, place)):
            yield from start
        yield sequence[place].node
        if end := self.ends.get((side, place)):
            yield from end

    def _move(self) -> None:
        for number, piece in enumerate(_pieces(self.found.moved), 1):
            for i, j in piece:
                paragraph.move(self.old[i].node, self.new[j].node, self.pen)
            self._range("moveFrom", piece[0][0], piece[-1][0], number)
            self._range("moveTo", piece[0][1], piece[-1][1], number)

    def _range(self, side: str, first: int, last: int, number: int) -> None:
        start = self.pen.mark(f"{side}RangeStart")
        start.set(NAME, f"move{start.get('number') or number}")
        end = self.pen.range_mark(f"{side}RangeEnd")
        end.attrib.update({key: start.get(key) for key in list(end.attrib)})
        self.starts[side, first] = (start,)
        self.ends[side, last] = (end,)


def _pieces(moved: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that move together: neighbours before and after."""
    pieces: list[list[Pair]] = []
    for i, j in moved:
        if pieces and pieces[-1][-1] == (i - 1, j - 1):
            pieces[-1].append((i, j))
        else:
            pieces.append([(i, j)])
    return pieces


def pair(old: Item, new: Item, pen: Pen) -> Iterator[Any]:
    """An element that stays."""
    if new.is_table:
        yield from table.merge(old, new, pen, merge_content)
        return
    if new.is_paragraph and old.spelled != new.spelled:
        paragraph.change(old.node, new.node, pen)
    yield new.node


def single(item: Item, kind: str, pen: Pen) -> Iterator[Any]:
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
