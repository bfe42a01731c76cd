"""Mistakes in cells that a stated total or a formula contradicts, and in formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.plan import Sheet, work_out
from kehoach.plan.sheet import SheetLine
from kehoach.source import Mark, Route
from mutations.figures import digits
from mutations.operators import operator
from mutations.subject import Mutation, Spot, Subject, replaced

_SWAP = str.maketrans(".,", ",.")
_PIECE = re.compile(r"[^|\n\"']+")


def sheets(subject: Subject) -> Iterator[tuple[Route, Sheet]]:
    """The tables of a plan, worked out, with their paths."""
    for i, appendix in enumerate(subject.plan.appendices):
        for j, table in enumerate(appendix.tables):
            yield ("appendices", i, "tables", j), work_out(table)


def written(subject: Subject, path: Route, line: SheetLine) -> Spot | None:
    """Where a line's cells are written out; nothing where an expression makes them."""
    wanted = {(*path, *line.path), (*path, *line.path[:-1])}
    spots = [one for one in subject.spots if one.path in wanted and "{{" not in one.value]
    return next((one for one in spots if "|" in one.value), None)


def cells(
    subject: Subject, kinds: set[str], *, computed: bool
) -> Iterator[tuple[Spot, tuple[Mark, ...]]]:
    """Written numbers of lines of some kinds, with the places that contradict them.

    `computed` asks for cells of formula columns, else for those that a stated total adds up.
    """
    for path, sheet in sheets(subject):
        sums = [one for one in sheet.lines if one.kind in {"total", "subtotal"}]
        for line in (one for one in sheet.lines if one.kind in kinds):
            spot = written(subject, path, line)
            for index, piece in _pieces(subject, spot, line, sheet) if spot else ():
                marks = tuple(
                    at.mark
                    for one in sums
                    if one.cells[index].written and (at := written(subject, path, one))
                )
                if bool(sheet.columns[index].formula) == computed and (computed or marks):
                    yield piece, (spot.mark, *marks)  # type: ignore[union-attr]


def _pieces(
    subject: Subject, spot: Spot, line: SheetLine, sheet: Sheet
) -> Iterator[tuple[int, Spot]]:
    """The written numbers of a line, each with the index of its column."""
    whole = line.written.whole
    columns = [i for i, one in enumerate(sheet.columns) if whole or one.kind == "number"]
    found = _PIECE.finditer(subject.raw(spot.mark))
    for index, piece in zip(columns, found, strict=False):
        if sheet.columns[index].kind == "number" and piece[0].strip(" -"):
            start = spot.mark.start + piece.start()
            mark = spot.mark._replace(start=start, end=start + len(piece[0]))
            yield index, Spot(spot.path, piece[0], mark)


@operator
def cell_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of a table cell that a stated total adds up."""
    for piece, marks in cells(subject, {"row"}, computed=False):
        yield from digits(subject, piece, *marks)


@operator
def computed_cell_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of a written cell in a column that has a formula."""
    for piece, _ in cells(subject, {"row"}, computed=True):
        yield from digits(subject, piece)


@operator
def table_total_digit(subject: Subject) -> Iterator[Mutation]:
    """A digit of the stated total, or subtotal, of a table."""
    for computed in (False, True):
        for piece, _ in cells(subject, {"total", "subtotal"}, computed=computed):
            yield from digits(subject, piece)


@operator
def cell_separators_swapped(subject: Subject) -> Iterator[Mutation]:
    """Point for comma or comma for point in a table cell that something contradicts."""
    for computed in (False, True):
        for piece, marks in cells(subject, {"row", "total"}, computed=computed):
            if piece.value.translate(_SWAP) != piece.value:
                yield replaced(piece.mark, piece.value.translate(_SWAP), *marks)


@operator
def cells_exchanged(subject: Subject) -> Iterator[Mutation]:
    """Two neighbouring numbers of a row in each other's place; where the table has formulas."""
    for _, sheet in sheets(subject):
        if any(column.formula for column in sheet.columns):
            pieces = list(cells(subject, {"row"}, computed=False))
            for (one, marks), (other, _) in pairwise(pieces):
                if one.path == other.path and one.value.strip() != other.value.strip():
                    edits = (replaced(one.mark, other.value), replaced(other.mark, one.value))
                    yield Mutation(tuple(edit for pair in edits for edit in pair.edits), marks)


@operator
def cell_too_many(subject: Subject) -> Iterator[Mutation]:
    """One cell more than the table has columns; in every table whose rows are written."""
    for path, sheet in sheets(subject):
        for line in sheet.of_kind("row"):
            spot = written(subject, path, line)
            if spot and len(line.cells) == spot.value.count("|") + 1:
                for found in subject.found(re.compile(r"\d(?=[\"']?\Z)"), [spot]):
                    yield found.mutation(f"{found.match[0]} | 7")


@operator
def formula_name(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the name of a column in a formula."""
    for found in subject.found(re.compile(r"\b[a-z]\w{3,}"), subject.keyed("formula")):
        yield found.mutation(found.match[0][:-1])


@operator
def label_formula(subject: Subject) -> Iterator[Mutation]:
    """Another column number in a label such as `5=2-4`; where the formula is stated too."""
    for found in subject.found(re.compile(r"(?<==)\d(?=[-+/])"), subject.keyed("label")):
        formula = [
            one.mark for one in subject.keyed("formula") if one.path[:-1] == found.spot.path[:-1]
        ]
        if formula:
            yield found.mutation(str(int(found.match[0]) % 9 + 4), 0, *formula)
