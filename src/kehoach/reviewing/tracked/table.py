"""Tables: rows come and gone, cells changed word by word; other columns make another table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kehoach.reviewing.tracked import paragraph
from kehoach.reviewing.tracked.items import Matchable, row_items
from kehoach.reviewing.tracked.match import match
from kehoach.reviewing.tracked.pen import Pen
from kehoach.reviewing.tracked.wordml import first_child, is_header, row_shape, spelled, without
from kehoach.word.names import TC, TC_PR, TR, TR_PR, WIDTH, P, child, number, w
from kehoach.word.walk import cells

MergeContent = Callable[[Any, Any, Pen], None]
_TABLE_PR, _GRID, _COLUMN = w("tblPr"), w("tblGrid"), w("gridCol")
_TABLE_WIDTH = w("tblW")


def merge(old: Matchable, new: Matchable, pen: Pen, merge_content: MergeContent) -> Iterator[Any]:
    """The new table with its revisions; where its columns are others, both tables."""
    if old.spelled == new.spelled:
        yield new.node
    elif _frame(old.node) != _frame(new.node):
        revise(old.node, "del", pen)
        yield old.node
        yield paragraph.void(pen)
        revise(new.node, "ins", pen)
        yield new.node
    else:
        _merge_rows(old, new, pen, merge_content)
        yield new.node


def _frame(table: Any) -> tuple[object, ...]:
    """What two tables must share to be one: properties, columns, the cells of the header."""
    grid = child(table, "tblGrid")
    headers = [row_shape(row) for row in table.iterchildren(TR) if is_header(row)]
    properties = without(child(table, "tblPr"), _TABLE_WIDTH)
    return properties, 0 if grid is None else len(grid), headers


def _merge_rows(old: Matchable, new: Matchable, pen: Pen, merge_content: MergeContent) -> None:
    widths = _widths(new.node)
    if _all_widths(old.node) != _all_widths(new.node):
        pen.leave("widths")
        for row in old.node.iterchildren(TR):
            _fit(row, widths)
    before, after = row_items(old), row_items(new)
    place = list(new.node).index(after[0].node) if after else len(new.node)
    new.node[place:] = list(_rows(before, after, pen, merge_content))


def _rows(
    old: Sequence[Matchable], new: Sequence[Matchable], pen: Pen, merge_content: MergeContent
) -> Iterator[Any]:
    found = match(old, new, _same_shape, last=len(old) == len(new) == 1)
    i = j = 0
    for a, b in [*found.stay, (len(old), len(new))]:
        for kind, gone in (("del", old[i:a]), ("ins", new[j:b])):
            for one in gone:
                _revise_row(one.node, kind, pen)
                yield one.node
        if a < len(old):
            _merge_cells(old[a], new[b], pen, merge_content)
            yield new[b].node
        i, j = a + 1, b + 1


def _same_shape(old: Matchable, new: Matchable) -> bool:
    return old.style == new.style


def _merge_cells(old: Matchable, new: Matchable, pen: Pen, merge_content: MergeContent) -> None:
    if old.spelled == new.spelled:
        return
    for before, after in zip(cells(old.node), cells(new.node), strict=True):
        if spelled(_width(before)) != spelled(_width(after)):
            pen.leave("widths")
        if without(before, TC_PR) != without(after, TC_PR):
            merge_content(before, after, pen)


def _width(cell: Any) -> Any:
    return child(cell, "tcPr", "tcW")


def revise(table: Any, kind: str, pen: Pen) -> None:
    """Make a whole table a revision: each of its rows comes or goes."""
    for row in table.iterchildren(TR):
        _revise_row(row, kind, pen)


def is_revised(table: Any) -> bool:
    """Whether a table comes or goes as a whole (its first row does)."""
    properties = child(table, "tr", "trPr")
    return properties is not None and any(one.tag in (w("ins"), w("del")) for one in properties)


def _revise_row(row: Any, kind: str, pen: Pen) -> None:
    _row_properties(row).append(pen.mark(kind))
    revise_paragraphs(row, kind, pen)


def revise_paragraphs(holder: Any, kind: str, pen: Pen) -> None:
    """Make the paragraphs of a row or a note a revision."""
    for one in list(holder.iter(P)):
        if next(one.iterancestors(P), None) is None:  # text in a drawing goes with its drawing
            paragraph.revise(one, kind, pen)


def _row_properties(row: Any) -> Any:
    """A row's properties, made after the exceptions to the table's where it has none."""
    found = row.find(TR_PR)
    if found is not None:
        return found
    made = first_child(row, TR_PR)
    exceptions = row.find(w("tblPrEx"))
    if exceptions is not None:
        exceptions.addnext(made)
    return made


def _widths(table: Any) -> list[int]:
    grid = child(table, "tblGrid")
    return [] if grid is None else [number(one, "w") or 0 for one in grid.iterchildren(_COLUMN)]


def _all_widths(table: Any) -> list[str]:
    """The widths of a table and its columns (its cells' follow from them)."""
    return [spelled(child(table, "tblPr", "tblW")), spelled(child(table, "tblGrid"))]


def _fit(row: Any, widths: Sequence[int]) -> None:
    """Give the cells of a row the widths of the new table's columns."""
    column = 0
    for cell in row.iterchildren(TC):
        end = column + (number(child(cell, "tcPr", "gridSpan")) or 1)
        width = _width(cell)
        if width is not None and end <= len(widths):
            width.set(WIDTH, str(sum(widths[column:end])))
        column = end
