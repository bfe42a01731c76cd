"""A .csv read strictly: what does not fit its own rules is told with its line."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from kehoach.source.sheets.cell import BLANK, Cell, Line, Page
from kehoach.source.sheets.size import MOST_CELLS, TOO_MANY, SheetError

_STATED = re.compile(r"sep=(.)(?:\n|$)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "mở trong Excel, chọn Save As (Lưu thành), kiểu CSV UTF-8"


def read_csv(name: str, data: bytes) -> Page:
    """The lines of a .csv; each has as many cells as are written.

    Raises:
        SheetError: it is no UTF-8, or a quote in it is opened and not closed.
    """
    text = _text(data)
    stated = _STATED.match(text)
    first = text.split("\n", 1)[0]
    mark = stated[1] if stated else max((";", "\t", ",", "|"), key=first.count)
    body = text[stated.end() :] if stated else text
    skipped = 1 if stated else 0
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=mark, strict=True)
    lines: list[Line] = []
    start, count = 1, 0
    try:
        for cells in reader:
            count += len(cells)
            if count > MOST_CELLS:
                raise SheetError(TOO_MANY)
            if any(cells):
                lines.append(Line(start + skipped, tuple(_cell(one) for one in cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        raise SheetError(
            f"dòng {start + skipped} có ô quá dài, hoặc dấu nháy kép mở mà không đóng, đóng mà"
            " còn chữ theo sau"
        ) from error
    return Page(name, "", tuple(lines))


def _text(data: bytes) -> str:
    if data.startswith(_UTF16) or 5 * data[1:200:2].count(0) > len(data[1:200:2]) > 0:
        raise SheetError(f"mã UTF-16 (Unicode Text), không phải UTF-8; {_SAVE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SheetError(
            f"không phải mã UTF-8 (từ dòng {line}; có lẽ là Windows-1258 hay TCVN3); {_SAVE}"
        ) from None
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _cell(text: str) -> Cell:
    words = " ".join(text.split())
    return Cell("text", words) if words else BLANK
