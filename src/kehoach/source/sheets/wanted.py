"""What the plan's table asks of a sheet: its columns, and the keys that say where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.source.marks import Map, Seq, Value
from kehoach.source.sheets.size import SheetError

_LINES = re.compile(r"(\d{1,7})(?:\s*-\s*(\d{1,7}))?")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.IGNORECASE)


ORDINALS = {"stt", "tt", "số tt", "số thứ tự"}
"""What the column of the rows' own numbers is called."""


@dataclass(frozen=True, slots=True)
class WantedColumn:
    """A column of the plan's table, as far as a sheet must know it.

    Attributes:
        titles: of the groups of columns it stands in, from the outermost, and its own.
        computed: whether the plan works it out, so that the sheet may leave it out.
        decimals: how many its numbers are rounded to; None: as they are.
    """

    id: str
    titles: tuple[str, ...]
    kind: str
    computed: bool
    unit: str
    decimals: int | None
    added: bool

    @property
    def title(self) -> str:
        """Its own title, or its id where it has none."""
        return self.titles[-1] or self.id

    @property
    def number(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind == "number"

    @property
    def share(self) -> bool:
        """Whether its numbers are percentages."""
        return "%" in self.unit or "%" in self.title


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table's columns and keys; rows and columns of the sheet are counted from 1."""

    columns: tuple[WantedColumn, ...]
    ordinals: tuple[str, ...]
    unit: str
    header: tuple[int, int] | None
    rows: tuple[int, int]
    width: tuple[int, int]
    until: str
    subtotals: str
    groups: str
    typed: bool


def wanted_of(table: Map) -> Wanted:
    """Read the keys of a table.

    Raises:
        SheetError: one of them is not written as it must be.
    """
    all_columns = list(_columns(table.get("columns"), ()))
    first, top, last, bottom = _range(_text(table, "range"))
    return Wanted(
        tuple(one for one in all_columns if one.kind != "ordinal"),
        tuple(one.titles[-1] for one in all_columns if one.kind == "ordinal"),
        _text(table, "unit"),
        _header(_text(table, "header")),
        (top, bottom),
        (first, last),
        _text(table, "until"),
        _text(table, "subtotals"),
        _text(table, "groups"),
        _typed(table, all_columns),
    )


def _typed(table: Map, columns: Sequence[WantedColumn]) -> bool:
    """Whether the numbers of rows are cells of the plan, which then puts rows below one another."""
    first = next(iter(columns), None)
    named = first is not None and first.kind == "text" and first.title.casefold() in ORDINALS
    return named or _text(table, "numbering") == "typed"


def _text(table: Map, key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _columns(value: Value, above: tuple[str, ...]) -> Iterator[WantedColumn]:
    for column in value if isinstance(value, Seq) else ():
        if not isinstance(column, Map):
            continue
        titles = (*above, _text(column, "title"))
        if column.get("columns"):
            yield from _columns(column["columns"], titles)
            continue
        places = _text(column, "decimals")
        yield WantedColumn(
            _text(column, "id"),
            titles,
            _text(column, "kind") or "number",
            bool(column.get("formula")),
            _text(column, "unit"),
            int(places) if places in set("0123456") else None,
            _text(column, "sum") != "false" and not column.get("formula"),
        )


def _header(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    found = _LINES.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last:
        raise SheetError(f"header: '{text}' không phải dòng tiêu đề; ví dụ: 4 hoặc 4-5")
    return first, last


def _range(text: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row."""
    if not text:
        return 1, 1, 1 << 14, 1 << 20
    found = _RANGE.fullmatch(text.strip())
    first, last = (_number(found[1]), _number(found[3])) if found else (0, 0)
    top, bottom = (int(found[2]), int(found[4])) if found else (0, 0)
    if not (0 < first <= last and 0 < top <= bottom):
        raise SheetError(f"range: '{text}' không phải vùng ô; ví dụ: B4:H60")
    return first, top, last, bottom


def _number(letters: str) -> int:
    number = 0
    for one in letters.upper():
        number = 26 * number + ord(one) - 64
    return number
