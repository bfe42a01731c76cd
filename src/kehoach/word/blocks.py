"""Tables as neutral values: documents fill them, outputs draw them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["", "left", "center", "right", "both"]
RowKind = Literal["row", "group", "subtotal", "total"]


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: `number` cells never wrap, stand right; `width` in twips fixes it (0: fit)."""

    number: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One header cell and the columns and header rows it covers."""

    text: str
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class CellSpec:
    """One cell; `text` in the inline Markdown subset; `align` "" leaves it to the column."""

    text: str
    align: Align = ""
    bold: bool = False
    italic: bool = False
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class RowSpec:
    """One row; the spans of its cells add up to the number of columns."""

    cells: list[CellSpec]
    kind: RowKind = "row"


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A whole table.

    `header` lists rows of cells as HTML does (a cell covered from above is not repeated), `labels`
    is the row "A, B, 1, 2, 3, 4=3/1" under it. `unit` and `note` are for the template's own
    paragraphs above and below: the table itself does not draw them.
    """

    columns: list[ColumnSpec]
    header: list[list[HeaderCell]]
    rows: list[RowSpec]
    labels: list[str] | None = None
    unit: str = ""
    note: str = ""
