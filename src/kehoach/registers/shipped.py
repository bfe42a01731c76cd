"""The tables that come with kehoach, read from the package when first asked for."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from typing import TypeVar

from kehoach.registers.cells import plain_rows
from kehoach.registers.kinds import Kind, share_of
from kehoach.registers.places import Place, Share
from kehoach.registers.register import Record
from kehoach.registers.row import LIST_MARK, Row, day_of
from kehoach.registers.validity import Validity
from kehoach.source import Mark, Memory

T = TypeVar("T", bound=Record)
PLACE_TABLES = ("provinces", "districts", "communes")
_SHORT = ("code", "name", "type", "parent", "start", "end", "successors", "resolution", "note")


def shipped(kind: Kind[T]) -> Callable[[], Iterator[T]]:
    """The records of a register, to be read later."""
    return lambda: _records(kind)


def shipped_places() -> Iterator[Place]:
    """Units from provinces down to communes, so that names are found in that order.

    What `kinds.place_of` makes of the rows: fourteen thousand of them call for a short way.
    """
    memory = Memory()  # many rows share few days and successors
    for one in PLACE_TABLES:
        rows = plain_rows(table(one).decode("utf-8"))
        columns = next(rows)
        places = (_column(columns, column) for column in _SHORT)
        code, name, kind, parent, start, end, successors, resolution, note = places
        for cells in rows:
            cells.append("")  # what a column that the table leaves out holds
            yield Place(
                cells[0],
                cells[code] or cells[0],
                cells[name],
                cells[kind],
                cells[parent],
                memory.once(_days, cells[start], cells[end]),
                memory.once(_shares, cells[successors]),
                cells[resolution],
                cells[note],
            )


def _column(columns: list[str], name: str) -> int:
    return columns.index(name) if name in columns else len(columns)


def _shares(text: str) -> tuple[tuple[str, Share], ...]:
    return tuple(map(share_of, text.split(LIST_MARK))) if text else ()


def _days(start: str, end: str) -> Validity:
    return Validity(day_of(start), day_of(end))


def table(name: str) -> bytes:
    """The bytes of one shipped table; pkgutil reads it out of a zip as well."""
    data = pkgutil.get_data("kehoach", f"data/registers/{name}.tsv")
    assert data is not None  # the file is part of the package
    return data


def _records(kind: Kind[T]) -> Iterator[T]:
    rows = plain_rows(table(kind.name).decode("utf-8"))
    columns, at = next(rows), Mark(f"{kind.name}.tsv", 1, 1)
    for cells in rows:
        yield kind.read(Row(dict(zip(columns, cells, strict=True)), {}, at))
