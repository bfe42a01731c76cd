"""Widths for a table's columns: numbers whole, words whole, the rest shared by need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import isqrt

from kehoach.outputs.marks import plain
from kehoach.word.blocks import TableSpec
from kehoach.word.metrics import line_width

MARGIN = 80  # twips left and right of the text of a cell
_AROUND = 2 * MARGIN + 20  # and the line beside it
_BREAK = re.compile(r"[\n\t]|(?<=[-–—])(?=\w)")


@dataclass(slots=True)
class _Need:
    """What a column asks for, in twips: `least` keeps words whole, `most` never wraps."""

    least: int
    most: int
    fixed: bool = False

    def take(self, least: int, most: int) -> None:
        self.least = max(self.least, least)
        self.most = max(self.most, most, least)


def column_widths(spec: TableSpec, width: int, size_pt: int) -> list[int]:
    """The width of each column in twips; they add up to `width` exactly.

    Widths that the table asks for give way where they would cut words or numbers of the other
    columns. When not even the words fit, columns of text give way and those of numbers keep theirs.
    """
    texts = list(_texts(spec))
    wished = _needs(spec, texts, size_pt, wishes=True)
    if sum(need.least for need in wished) <= width:
        return _shared(wished, [True] * len(wished), width)
    needs = _needs(spec, texts, size_pt, wishes=False)
    return _shared(needs, [column.number for column in spec.columns], width)


def _needs(spec: TableSpec, texts: list[_Texts], size_pt: int, *, wishes: bool) -> list[_Need]:
    """What each column asks for; with `wishes`, the widths that the table states."""
    needs = [_Need(_AROUND, _AROUND) for _ in spec.columns]
    for need, column, found in zip(needs, spec.columns, texts, strict=True):
        need.take(found.longest_word(size_pt) + _AROUND, found.longest(size_pt) + _AROUND)
        if wishes and column.width:
            need.least = need.most = column.width
            need.fixed = True
    _spread_headers(spec, needs, size_pt)
    return needs


@dataclass(slots=True)
class _Texts:
    """The different texts of one column, plain and bold, and the words that must stay whole.

    Words repeat, so each is measured once.
    """

    number: bool
    whole: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    words: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    def add(self, text: str, bold: bool) -> None:
        self.whole[bold].add(text)
        if not self.number:
            self.words[bold].update(text.split(" "))

    def longest(self, size_pt: int) -> int:
        return _widest(self.whole, size_pt)

    def longest_word(self, size_pt: int) -> int:
        return _widest(self.whole, size_pt) if self.number else _widest(self.words, size_pt, _BREAK)


def _widest(
    texts: tuple[set[str], set[str]], size_pt: int, cut: re.Pattern[str] | None = None
) -> int:
    return max(
        (
            line_width(piece, 2 * size_pt, bold=bold)
            for bold, several in zip((False, True), texts, strict=True)
            for text in several
            for piece in (cut.split(text) if cut else (text,))
        ),
        default=0,
    )


def _texts(spec: TableSpec) -> list[_Texts]:
    """What stands in each column, cells over several columns and headers left out."""
    columns = [_Texts(column.number) for column in spec.columns]
    for column, label in zip(columns, spec.labels or (), strict=False):
        column.add(label, bold=True)
    for row in spec.rows:
        index = 0
        for cell in row.cells:
            if cell.colspan == 1:
                columns[index].add(plain(cell.text), cell.bold or row.kind != "row")
            index += cell.colspan
    return columns


def _longest(text: str, size_pt: int, bold: bool) -> int:
    words = (piece for word in text.split(" ") for piece in _BREAK.split(word))
    return max(line_width(word, 2 * size_pt, bold=bold) for word in words)


def _spread_headers(spec: TableSpec, needs: list[_Need], size_pt: int) -> None:
    """Headers ask only that their words stay whole; a wide one asks all it covers alike."""
    for cells in placed_headers(spec):
        for cell in cells:
            covered = needs[cell.column : cell.column + cell.colspan]
            least = _longest(plain(cell.text), size_pt, bold=True) + _AROUND
            missing = least - sum(need.least for need in covered)
            if missing > 0:
                for need in covered:
                    need.take(need.least + -(-missing // len(covered)), 0)


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A header cell at its column; `merge` tells a cell that covers rows from those it covers."""

    column: int
    text: str
    colspan: int
    merge: str  # "", "restart" or "continue"


def placed_headers(spec: TableSpec) -> list[list[PlacedCell]]:
    """The header rows with every cell in its column and the covered places filled.

    Raises:
        ValueError: the cells overlap, or leave a hole.
    """
    covered: list[tuple[int, int, int]] = []  # column, colspan, rows still to cover
    placed = []
    for number, cells in enumerate(spec.header, 1):
        row = [PlacedCell(column, "", span, "continue") for column, span, _ in covered]
        free = _free(len(spec.columns), row)
        left = [(column, span, rows - 1) for column, span, rows in covered if rows > 1]
        for cell in cells:
            column = next(free, len(spec.columns))
            for _ in range(cell.colspan - 1):
                next(free, None)
            merge = "restart" if cell.rowspan > 1 else ""
            row.append(PlacedCell(column, cell.text, cell.colspan, merge))
            if cell.rowspan > 1:
                left.append((column, cell.colspan, cell.rowspan - 1))
        covered = left
        placed.append(_whole(row, len(spec.columns), number))
    return placed


def _free(columns: int, row: Iterable[PlacedCell]) -> Iterator[int]:
    taken = {cell.column + step for cell in row for step in range(cell.colspan)}
    return (column for column in range(columns) if column not in taken)


def _whole(row: list[PlacedCell], columns: int, number: int) -> list[PlacedCell]:
    row.sort(key=lambda cell: cell.column)
    reached = 0
    for cell in row:
        if cell.column != reached:
            break
        reached += cell.colspan
    if reached != columns:
        raise ValueError(f"Hàng tiêu đề {number} của bảng không phủ đúng {columns} cột")
    return row


def _shared(needs: list[_Need], firm: list[bool], width: int) -> list[int]:
    least = [need.least for need in needs]
    if sum(least) > width:
        return _squeezed(least, firm, width)
    wants = [need.most - need.least for need in needs]
    spare = width - sum(least)
    extra = wants if sum(wants) <= spare else _by_root(wants, spare)
    grown = [low + more for low, more in zip(least, extra, strict=True)]
    open_weights = [0 if need.fixed else size for need, size in zip(needs, grown, strict=True)]
    weights = open_weights if any(open_weights) else grown
    return _plus(grown, _divided(weights, width - sum(grown)))


def _by_root(wants: list[int], spare: int) -> list[int]:
    """Shares that keep the rows low: lines go as want / width, so width goes as the root of want.

    What a column cannot use is shared again among the others.
    """
    given = [0] * len(wants)
    while spare > 0:
        weights = [isqrt(w * 100) if w > g else 0 for w, g in zip(wants, given, strict=True)]
        if not any(weights):
            break
        offer = _plus(given, _divided(weights, spare))
        given = [min(want, offered) for want, offered in zip(wants, offer, strict=True)]
        spare = spare - (sum(given) - (sum(offer) - spare))
    return given


def _squeezed(least: list[int], firm: list[bool], width: int) -> list[int]:
    kept = [size if hard else 0 for size, hard in zip(least, firm, strict=True)]
    loose = [0 if hard else size for size, hard in zip(least, firm, strict=True)]
    rest = width - sum(kept)
    if not any(loose) or rest < sum(loose) // 2:
        return _divided(least, width)
    return _plus(kept, _divided(loose, rest))


def _divided(weights: list[int], amount: int) -> list[int]:
    """Whole parts of `amount` as the weights stand to one another, adding up exactly."""
    total, given, seen, parts = sum(weights), 0, 0, []
    for weight in weights:
        seen += weight
        parts.append(amount * seen // total - given)
        given += parts[-1]
    return parts


def _plus(first: list[int], second: list[int]) -> list[int]:
    return [one + two for one, two in zip(first, second, strict=True)]
