"""Dòng của bảng: rows, groups of rows and totals, as written."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from kehoach.plan.base import Shorthand
from kehoach.plan.cells import cells_of
from kehoach.plan.values import Code, Flag, Id, Name, RowCells

_CELLS = "Ghi trên một dòng cách nhau bằng dấu |, thành danh sách, hoặc theo mã cột (von: 120)"


class _Celled(Shorthand):
    """What both rows and totals have: cells."""

    free: ClassVar[str] = "cells"

    cells: RowCells = Field("", title="Các ô", description=f"{_CELLS}; trống thì tự tính.")

    @property
    def values(self) -> tuple[str, ...]:
        """The cells as written in their order, without the blanks around them."""
        if isinstance(self.cells, str):
            return tuple(cells_of(self.cells)) if self.cells else ()
        return tuple(self.cells.values() if isinstance(self.cells, dict) else self.cells)


class Row(_Celled):
    """Một dòng, hoặc một nhóm dòng: dòng có rows."""

    shorthand: ClassVar[str] = "cells"

    id: Id | None = Field(
        None,
        title="Mã dòng",
        description="Tên để câu chữ nhắc tới dòng này: tables.bang.rows.dong.cot.",
    )
    cells: RowCells = Field(
        "",
        title="Các ô",
        description=f"{_CELLS}, không kể cột số thứ tự; ô trống thì tự tính. Dòng có title thì"
        " danh sách ô chỉ gồm các cột số.",
    )
    title: Name = Field("", title="Tên dòng", description="Tên của dòng hoặc nhóm dòng.")
    number: Code = Field("", title="Số thứ tự", description="Thay số tự đánh: IV, 2a.")
    kind: Literal["row", "of-which", "total", "note"] = Field(
        "row",
        title="Loại dòng",
        description="of-which: dòng Trong đó, không cộng vào tổng; total: dòng cộng các dòng cùng"
        " bậc với nó; note: dòng chú thích.",
    )
    rows: tuple[Row, ...] = Field((), title="Các dòng", description="Các dòng của nhóm.")
    subtotal: Flag = Field(
        default=False, title="Có dòng cộng", description="true: dòng nhóm mang số cộng của nhóm."
    )

    @property
    def key(self) -> str:
        """What names the row in an expression when it has no id: its first cell, or its title."""
        return self.title or next(iter(self.values), "")


class Total(_Celled):
    """Dòng tổng cộng."""

    shorthand: ClassVar[str] = "title"

    title: Name = Field("Tổng cộng", title="Tên dòng", description="Tổng cộng, Tổng cộng I + II.")
    cells: RowCells = Field(
        "",
        title="Các ô",
        description="Các số đã nêu, cách nhau bằng dấu | theo thứ tự cột số, hoặc theo mã cột"
        " (von: 120); trống thì tự cộng.",
    )
    number: Code = Field("", title="Số thứ tự", description="Chữ ở cột số thứ tự: III.")
    of: tuple[Id, ...] = Field(
        (), title="Cộng các dòng", description="Mã các dòng, nhóm được cộng; trống: mọi dòng."
    )
    place: Literal["last", "first", "both"] = Field(
        "last", title="Vị trí", description="last: cuối bảng; first: đầu bảng; both: cả hai."
    )
