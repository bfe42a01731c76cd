"""Workbooks as offices keep them: a few lines each, made with openpyxl, or a .csv or .ods of them.

A cell is text, a number, a date, `None`, or `("15.5", "0.0%")`: a number with its format.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape

from openpyxl import Workbook

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = ["Thôn", "Số hộ", "Kinh phí"]
DAY = dt.date(2026, 5, 1)


def workbook(rows, *, merged=(), hidden=(), sheet="Biểu 1", before=()) -> bytes:
    """An .xlsx with one sheet of rows; sheets named in `before` stand hidden before it."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for name in before:
        book.create_sheet(name, 0).sheet_state = "hidden"
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            if value is None:
                continue
            number, form = value if isinstance(value, tuple) else (value, None)
            cell = page.cell(r, c, float(number) if form else number)
            if form:
                cell.number_format = form
    for one in merged:
        page.merge_cells(one)
    for one in hidden:
        page.row_dimensions[one].hidden = True
    book.active = len(before)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def ods(rows) -> bytes:
    """An .ods of one sheet; a number is a float, a text beginning with # an error of a formula."""

    def cell(value) -> str:
        if value is None:
            return "<table:table-cell/>"
        kind = "string"
        attribute = ""
        if isinstance(value, int | float):
            kind, attribute = "float", f'office:value="{value}"'
        if isinstance(value, tuple):
            kind, attribute, value = "percentage", f'office:value="{value[0]}"', value[1]
        if isinstance(value, dt.date):
            kind, attribute = "date", f'office:date-value="{value}"'
        formula = 'table:formula="of:=1/0"' if str(value).startswith("#") else ""
        words = f"<text:p>{escape(str(value))}</text:p>"
        return (
            f'<table:table-cell office:value-type="{kind}" {attribute} {formula}>{words}'
            "</table:table-cell>"
        )

    lines = "".join(
        f"<table:table-row>{''.join(map(cell, row))}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    names = " ".join(f'xmlns:{one}="{OFFICE}{one}:1.0"' for one in ("office", "table", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet><table:table table:name"
        f'="Biểu 1">{lines}<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", content)
    return made.getvalue()
