"""A table worked out: every cell's number, what it should be, and what the page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kehoach.formats.values.number import EXACT
from kehoach.plan.tables import Column, Table
from kehoach.plan.totals import How
from kehoach.plan.written import WrittenRow
from kehoach.source import Route

_MOST_PLACES = 6
Kind = Literal["row", "group", "subtotal", "total", "of-which", "note"]
"""A row; a group without figures; a group with sums; a sum; a part not added; a remark."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text shown, its number, and the number that formula or sum give."""

    text: str
    value: Decimal | None = None
    expected: Decimal | None = None
    written: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: cells stand under the columns that a row fills (all but the ordinal ones).

    Attributes:
        path: from the table to the cells as written.
        written: what the line writes.
        level: how deep it stands below the rows of the table, from 0.
        lost: whether it stands among rows of several levels, and no number tells on which.
    """

    kind: Kind
    number: str
    cells: tuple[Cell, ...]
    path: Route
    written: WrittenRow
    level: int = 0
    lost: bool = False

    @property
    def name(self) -> str:
        """What a reader calls the line: its first text."""
        return self.cells[0].text

    @property
    def adds(self) -> bool:
        """Whether it is a line of sums."""
        return self.kind in {"total", "subtotal"}

    def place(self, index: int) -> Route:
        """From the table to the cell of a column."""
        return (*self.path, *self.written.steps[index])

    def nth(self, index: int) -> int:
        """How often the text of a written cell stands in what is written before it."""
        if self.written.steps[index]:
            return 0  # a place of its own
        cells = [one for one in self.cells[:index] if self.written.whole or one.value is not None]
        number = self.written.number if self.written.whole else ""
        before = " | ".join((number, *(cell.written for cell in cells)))
        return before.count(self.cells[index].written)

    def by_id(self, columns: Sequence[Column]) -> dict[str, Decimal | None]:
        """The numbers by column id."""
        pairs = zip(columns, self.cells, strict=True)
        return {column.id: cell.value for column, cell in pairs if column.id}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with all its lines."""

    table: Table
    columns: tuple[Column, ...]
    hows: tuple[How, ...]
    lines: tuple[SheetLine, ...]

    def of_kind(self, kind: Kind) -> list[SheetLine]:
        """The lines of one kind."""
        return [line for line in self.lines if line.kind == kind]


def own_places(value: Decimal) -> int:
    """How many decimals a computed value has; two where a division leaves no end of them.

    >>> own_places(Decimal("12.500")), own_places(Decimal("1.333333333"))
    (1, 2)
    """
    exponent = value.normalize(EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent) if -exponent <= _MOST_PLACES else 2
