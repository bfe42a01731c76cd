"""What a line of a table writes, whichever way: a text under each column, and its own number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.plan.rows import Row, Total
from kehoach.plan.tables import Table
from kehoach.source import Route


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A line's texts under the columns that rows fill.

    Attributes:
        texts: one a column; "" where nothing is written.
        steps: from the line's cells to each text; () where the line holds all on one line.
        number: the number that the line states; "" where it states none.
        surplus: how many cells are written beyond the columns.
        strangers: keys that are ids of no column.
        whole: whether cells follow each other under all columns, not only under those of numbers.
        listed: how many cells are written, in order; None where each names its column.
    """

    texts: tuple[str, ...]
    steps: tuple[Route, ...]
    number: str = ""
    surplus: int = 0
    strangers: tuple[str, ...] = ()
    whole: bool = True
    listed: int | None = None


def written(line: Row | Total, table: Table) -> WrittenRow:
    """A row, group or total as written."""
    made = _by_id(line, table) if isinstance(line.cells, dict) else _in_order(line, table)
    texts = _entitled(made.texts, line.title, table) if line.title else made.texts
    return replace(made, texts=texts, number=getattr(line, "number", "") or made.number)


def _by_id(line: Row | Total, table: Table) -> WrittenRow:
    cells = line.cells
    assert isinstance(cells, dict)
    typed = (table.typed.id if table.typed else "") or ""
    known = {typed, *(one.id for one in table.filled)}
    return WrittenRow(
        tuple(cells.get(one.id or "", "") for one in table.filled),
        tuple((one.id,) if one.id else () for one in table.filled),
        cells.get(typed, ""),
        strangers=tuple(key for key in cells if key not in known),
    )


def _in_order(line: Row | Total, table: Table) -> WrittenRow:
    whole, columns = not line.title, table.filled
    values = list(enumerate(line.values))
    place = _typed_place(table) if whole else None
    number = values.pop(place)[1] if place is not None and place < len(values) else ""
    places = [i for i, one in enumerate(columns) if whole or one.kind == "number"]
    texts, steps = [""] * len(columns), list[Route]([()] * len(columns))
    listed = isinstance(line.cells, tuple)
    for index, (at, text) in zip(places, values, strict=False):
        texts[index] = text
        steps[index] = (at,) if listed else ()
    surplus = max(0, len(values) - len(places))
    return WrittenRow(tuple(texts), tuple(steps), number, surplus, (), whole, len(values))


def _typed_place(table: Table) -> int | None:
    """Which cell of a row is its number."""
    typed = table.typed
    written = [one for one in table.leaves if one.kind != "ordinal" or one is typed]
    return next((index for index, one in enumerate(written) if one is typed), None)


def _entitled(texts: Sequence[str], title: str, table: Table) -> tuple[str, ...]:
    """The texts with a title under the first column of texts, unless something stands there."""
    made = list(texts)
    index = next((i for i, one in enumerate(table.filled) if one.kind != "number"), None)
    if index is not None:
        made[index] = made[index] or title
    return tuple(made)
