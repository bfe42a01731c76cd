"""The rows of a table, their cells one under another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.plan import Table
from kehoach.plan.cells import cells_of
from kehoach.plan.schema import model_at
from kehoach.source import Map, Route, Seq, Value, walk

_NUMBER = re.compile(r"[-−]?[\d.,]+%?|[-–—]|")
_BAR = " | "


def aligned_rows(root: Map) -> dict[Route, str]:
    """Every row of every table in a file, by path, its cells padded to the columns' widths.

    Group rows and totals hold figures only, no text columns, so they stand in no column.
    """
    rows: dict[Route, str] = {}
    for path, table in _tables(root):
        listed = list(_rows(table.get("rows"), (*path, "rows")))
        total = table.get("total")
        loose = [(p, text) for p, text, ranked in listed if not ranked]
        if isinstance(total, Map) and isinstance(cells := total.get("cells"), str):
            loose.append(((*path, "total", "cells"), cells))
        rows |= {p: _BAR.join(cells_of(text)).strip() for p, text in loose}
        ranked = {p: text for p, text, ranked in listed if ranked}
        rows |= dict(zip(ranked, _aligned([cells_of(one) for one in ranked.values()]), strict=True))
    return {path: text for path, text in rows.items() if "\n" not in text}


def _tables(root: Value) -> Iterator[tuple[Route, Map]]:
    for path, value in walk(root):
        if isinstance(value, Map) and model_at(path) is Table:
            yield path, value


def _rows(value: Value, path: Route) -> Iterator[tuple[Route, str, bool]]:
    """The rows below a path: where their cells stand, the cells, whether they stand in columns."""
    for index, row in enumerate(value if isinstance(value, Seq) else ()):
        here = (*path, index)
        if isinstance(row, str):
            yield here, row, True
        elif isinstance(row, Map):
            cells = row.get("cells")
            if isinstance(cells, str):
                yield (*here, "cells"), cells, not ("title" in row or "rows" in row)
            yield from _rows(row.get("rows"), (*here, "rows"))


def _aligned(rows: Sequence[list[str]]) -> Iterator[str]:
    breadth = max(map(len, rows), default=0)
    columns = [[row[i] for row in rows if i < len(row)] for i in range(breadth)]
    widths = [max(map(len, cells)) for cells in columns]
    right = [_is_numeric(cells) for cells in columns]
    for row in rows:
        padded = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, right, strict=False)
        ]
        yield _BAR.join(padded).rstrip()


def _is_numeric(cells: Sequence[str]) -> bool:
    """Whether a column holds figures only, written or worked out."""
    written = [cell for cell in cells if not cell.startswith("{{")]
    return any(written) and all(_NUMBER.fullmatch(cell) for cell in written)
