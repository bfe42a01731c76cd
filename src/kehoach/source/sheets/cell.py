"""What every kind of file is read into: a page of lines of cells that know their kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kehoach.source.sheets.size import letters_of

Kind = Literal["blank", "text", "number", "share", "date", "bool", "error", "unstored"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        kind: what the file says it is; `unstored` is a formula whose result is not in the file.
        text: what the sheet shows, in Vietnamese writing.
        number: the value of a number; of a share its hundredfold, 15.5 for 15,5%.
        day: the day of a date.
    """

    kind: Kind = "blank"
    text: str = ""
    number: Decimal | None = None
    day: dt.date | None = None


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file that has something in it: its number there, from 1, and its cells."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def at(self, column: int | None) -> Cell:
        """The cell of a column, from 0; blank where the line is shorter."""
        known = column is not None and column < len(self.cells)
        return self.cells[column] if known and column is not None else BLANK

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as the sheet shows them."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a file.

    Attributes:
        file: its name as the plan's folder has it.
        sheet: the name of the sheet; "" in a .csv.
        lines: those that have something in them.
        merged: where a covered cell (row from 1, column from 0) has its value.
    """

    file: str
    sheet: str
    lines: tuple[Line, ...]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def place(self, row: int, column: int | None = None) -> str:
        """A cell, or a row, as a user looks it up: `so.xlsx [Biểu 1]!C7`, `so.csv dòng 7`."""
        name = self.file.rpartition("/")[2] + (f" [{self.sheet}]" if self.sheet else "")
        return f"{name} dòng {row}" if column is None else f"{name}!{letters_of(column + 1)}{row}"
