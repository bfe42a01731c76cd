"""One row of a register file: cells by column, read into values, faults gathered on the way."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from kehoach.formats.values.day import parse_day
from kehoach.registers import faults
from kehoach.registers.cells import Cell
from kehoach.registers.validity import Validity
from kehoach.source import Finding, Mark

_ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:@[a-z0-9][a-z0-9-]*)?")
LIST_MARK = "|"


class Row:
    """Cells by column name; a cell that is missing or empty reads as the empty text.

    `marks` is empty for shipped rows, whose faults are the machine's and found by tests.
    """

    def __init__(self, cells: dict[str, str], marks: dict[str, Mark], at: Mark) -> None:
        self._cells = cells
        self.marks = marks
        self.at = at
        self.problems: list[Finding] = []

    @classmethod
    def of_cells(cls, columns: Sequence[str], cells: Sequence[Cell]) -> Row:
        """A row of an office's file, under the columns of its heading."""
        pairs = list(zip(columns, cells, strict=False))
        marks = {name: cell.mark for name, cell in pairs}
        return cls({name: cell.text for name, cell in pairs}, marks, cells[0].mark)

    def mark(self, column: str) -> Mark:
        """The place of a column's cell, or of the row where it has none."""
        return self.marks.get(column, self.at)

    def text(self, column: str) -> str:
        """The text of a cell."""
        return self._cells.get(column, "")

    def needed(self, column: str) -> str:
        """The text of a cell that may not be empty."""
        text = self.text(column)
        if not text:
            self.problems.append(faults.empty_cell(self.mark(column), column))
        return text

    def id(self, example: str) -> str:
        """The row's id."""
        text = self.needed("id")
        if text and not _ID.fullmatch(text):
            self.problems.append(faults.bad_id(self.mark("id"), text, example))
        return text

    def choice(self, column: str, known: Sequence[str], default: str = "") -> str:
        """A word out of a known set."""
        text = self.text(column) or default
        if text and text not in known:
            self.problems.append(faults.bad_choice(self.mark(column), text, known))
        return text

    def choices(self, column: str, known: Sequence[str]) -> tuple[str, ...]:
        """Words out of a known set."""
        words = self.words(column)
        wrong = (word for word in words if word not in known)
        self.problems += [faults.bad_choice(self.mark(column), word, known) for word in wrong]
        return words

    def day(self, column: str) -> dt.date | None:
        """A day, None where the cell is empty."""
        text = self.text(column)
        try:
            return day_of(text)
        except ValueError as error:
            self.problems.append(faults.bad_day(self.mark(column), str(error)))
            return None

    def validity(self, start: str = "start", end: str = "end") -> Validity:
        """The days between two cells."""
        first, last = self.day(start), self.day(end)
        if first and last and last < first:
            texts = self.text(end), self.text(start)
            self.problems.append(faults.days_crossed(self.mark(end), *texts))
            return Validity(first)
        return Validity(first, last)

    def words(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between `LIST_MARK`s."""
        text = self.text(column)
        return tuple(word.strip() for word in text.split(LIST_MARK)) if text else ()


def day_of(text: str) -> dt.date | None:
    """A day as a user or a shipped table writes it."""
    return parse_day(text) if text else None
