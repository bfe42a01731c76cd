"""An .xlsx or .xlsm by openpyxl: values, formats, merged cells, hidden rows, formulas' results."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import warnings
from itertools import groupby
from typing import Any

from kehoach.source.sheets.cell import BLANK, Cell, Line, Page
from kehoach.source.sheets.numbers import exact, shown
from kehoach.source.sheets.size import SheetError
from kehoach.source.sheets.styles import without_looks

_UNREADABLE = "không phải tệp Excel đọc được (hỏng, hoặc đặt mật khẩu)"


def read_xlsx(name: str, data: bytes, sheet: str, *, formulas: bool) -> Page:
    """One sheet of a workbook; macros are never run.

    Args:
        name: of the file.
        data: its bytes.
        sheet: the name of the sheet; "" is the first that is not hidden.
        formulas: whether the workbook has any, so that those without a result are looked for.
    """
    lean = without_looks(data)
    book = _opened(lean, results=True)
    page = _chosen(book, sheet)
    unstored = _unstored(lean, page) if formulas else set()
    cells = [
        (place, made)
        for place, one in sorted(page._cells.items())  # noqa: SLF001 - the public ways make cells
        if (made := _cell(one, unstored=place in unstored)) is not BLANK
    ]
    lines = []
    for row, group in groupby(cells, key=lambda one: one[0][0]):
        found = {column - 1: cell for (_, column), cell in group}
        line = tuple(found.get(column, BLANK) for column in range(max(found) + 1))
        hidden = row in page.row_dimensions and bool(page.row_dimensions[row].hidden)
        lines.append(Line(row, line, hidden))
    return Page(name, page.title, tuple(lines), _merged(page))


def _opened(data: bytes, *, results: bool) -> Any:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that a reader of cells can do without
            return openpyxl.load_workbook(io.BytesIO(data), data_only=results)
    except Exception as error:  # what a broken part makes the library raise is not foreseen
        raise SheetError(_UNREADABLE) from error


def _chosen(book: Any, sheet: str) -> Any:
    pages = book.worksheets
    if sheet:
        found = next((one for one in pages if one.title == sheet), None)
        if found is None:
            names = ", ".join(one.title for one in pages)
            raise SheetError(f"không có trang '{sheet}'; các trang: {names}")
        return found
    first = next((one for one in pages if one.sheet_state == "visible"), None)
    if first is None:
        raise SheetError("không có trang nào không ẩn; ghi sheet: tên trang")
    return first


def _unstored(data: bytes, page: Any) -> set[tuple[int, int]]:
    """Places of formulas whose result the file does not hold."""
    written = _opened(data, results=False)[page.title]._cells  # noqa: SLF001 - as above
    return {
        place
        for place, one in written.items()
        if one.data_type == "f"
        and page._cells[place].value is None  # noqa: SLF001
        and page._cells[place].data_type == "n"  # noqa: SLF001 - an empty text is a result
    }


def _merged(page: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Each covered cell with the one that holds its value; ranges over whole columns are cut."""
    last = page.max_row
    return {
        (row, column - 1): (one.min_row, one.min_col - 1)
        for one in page.merged_cells.ranges
        for row in range(one.min_row, min(one.max_row, last) + 1)
        for column in range(one.min_col, min(one.max_col, page.max_column) + 1)
        if (row, column) != (one.min_row, one.min_col)
    }


def _cell(one: Any, *, unstored: bool) -> Cell:
    value = one.value
    if unstored:
        return Cell("unstored", "?")
    if value is None:
        return BLANK
    if one.data_type == "e":
        return Cell("error", str(value))
    if isinstance(value, bool):
        return Cell("bool", "TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        number = exact(value)
        if not number.is_finite():
            return Cell("error", "#NUM!")
        if "%" in one.number_format:
            return Cell("share", shown(number, one.number_format), number * 100)
        return Cell("number", shown(number, one.number_format), number)
    return of_time(value) if isinstance(value, dt.date | dt.time | dt.timedelta) else text(value)


def text(value: object) -> Cell:
    """A cell of words."""
    words = " ".join(unicodedata.normalize("NFC", str(value)).split())
    return Cell("text", words) if words else BLANK


def of_time(value: dt.date | dt.time | dt.timedelta) -> Cell:
    """A day as 05/03/2026, with its hour where it has one; an hour as 08:30."""
    if isinstance(value, dt.datetime):
        clock = f" {value:%H:%M}" if value.time() != dt.time() else ""
        return Cell("date", f"{value:%d/%m/%Y}{clock}", day=value.date())
    if isinstance(value, dt.date):
        return Cell("date", f"{value:%d/%m/%Y}", day=value)
    if isinstance(value, dt.time):
        return Cell("date", f"{value:%H:%M}")
    minutes = int(value.total_seconds() // 60)
    return Cell("date", f"{minutes // 60:02}:{minutes % 60:02}")
