"""The tables that come with kehoach, read from the package when first asked for."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from typing import TypeVar

from kehoach.registers.cells import plain_rows
from kehoach.registers.kinds import PLACES, Kind
from kehoach.registers.places import Place
from kehoach.registers.register import Record
from kehoach.registers.row import Row
from kehoach.source import Mark

T = TypeVar("T", bound=Record)
_PLACE_TABLES = ("provinces", "districts", "communes")


def shipped(kind: Kind[T]) -> Callable[[], Iterator[T]]:
    """The records of a register, to be read later."""
    return lambda: _records(kind, kind.name)


def shipped_places() -> Iterator[Place]:
    """Units from provinces down to communes, so that names are found in that order."""
    for name in _PLACE_TABLES:
        yield from _records(PLACES, name)


def table(name: str) -> bytes:
    """The bytes of one shipped table; pkgutil reads it out of a zip as well."""
    data = pkgutil.get_data("kehoach", f"data/registers/{name}.tsv")
    assert data is not None  # the file is part of the package
    return data


def _records(kind: Kind[T], name: str) -> Iterator[T]:
    rows = plain_rows(table(name).decode("utf-8"))
    columns, at = next(rows), Mark(f"{name}.tsv", 1, 1)
    for cells in rows:
        yield kind.read(Row(dict(zip(columns, cells, strict=True)), {}, at))
