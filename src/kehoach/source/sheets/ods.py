"""An .ods of LibreOffice: its cells say their kind and how they are shown."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from kehoach.source.sheets.cell import BLANK, Cell, Line, Page
from kehoach.source.sheets.numbers import shown, vietnamese
from kehoach.source.sheets.size import MOST_CELLS, TOO_MANY, SheetError
from kehoach.source.sheets.xlsx import of_time, text

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_ROWS = 1 << 20


def read_ods(name: str, data: bytes, sheet: str) -> Page:
    """One sheet of an .ods; "" is the first.

    Raises:
        SheetError: it cannot be read, has no such sheet, or too many cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(parts.read("content.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError) as error:
        raise SheetError("không phải tệp .ods đọc được (hỏng, hoặc đặt mật khẩu)") from error
    tables = list(root.iter(f"{_TABLE}table"))
    names = [one.get(f"{_TABLE}name", "") for one in tables]
    wanted = sheet or next(iter(names), "")
    if wanted not in names:
        raise SheetError(f"không có trang '{sheet}'; các trang: {', '.join(names)}")
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    lines = tuple(_lines(tables[names.index(wanted)], merged))
    return Page(name, wanted, lines, merged)


def _lines(table: etree._Element, merged: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Line]:
    number = used = 0
    for row in table.iter(f"{_TABLE}table-row"):
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        cells = _cells(row, number + 1, merged)
        hidden = row.get(f"{_TABLE}visibility", "visible") != "visible"
        for again in range(times if cells else 0):
            used += len(cells)
            if used > MOST_CELLS:
                raise SheetError(TOO_MANY)
            yield Line(number + again + 1, cells, hidden)
        number = min(number + times, _MOST_ROWS)


def _cells(
    row: etree._Element, number: int, merged: dict[tuple[int, int], tuple[int, int]]
) -> tuple[Cell, ...]:
    """The cells up to the last that has something in it."""
    found: list[Cell] = []
    blanks = 0
    for one in row:
        times = int(one.get(f"{_TABLE}number-columns-repeated", "1"))
        cell = _cell(one) if one.tag == f"{_TABLE}table-cell" else BLANK
        if cell is BLANK:
            blanks += times
            continue
        if len(found) + blanks + times > MOST_CELLS:
            raise SheetError(TOO_MANY)
        found += [BLANK] * blanks
        _spread(one, (number, len(found)), merged)
        found += [cell] * times
        blanks = 0
    return tuple(found)


def _spread(
    one: etree._Element,
    at: tuple[int, int],
    merged: dict[tuple[int, int], tuple[int, int]],
) -> None:
    rows = int(one.get(f"{_TABLE}number-rows-spanned", "1"))
    columns = int(one.get(f"{_TABLE}number-columns-spanned", "1"))
    if rows * columns > MOST_CELLS:
        raise SheetError(TOO_MANY)
    for row in range(rows):
        for column in range(columns):
            if row or column:
                merged[at[0] + row, at[1] + column] = at


def _cell(one: etree._Element) -> Cell:
    words = [" ".join("".join(part.itertext()).split()) for part in one.iter(f"{_TEXT}p")]
    seen = unicodedata.normalize("NFC", " ".join(words).strip())
    kind = one.get(f"{_OFFICE}value-type")
    if seen.startswith(("#", "Err:")) and one.get(f"{_TABLE}formula"):
        return Cell("error", seen)
    match kind:
        case "float" | "currency" | "percentage":
            return _number(one.get(f"{_OFFICE}value", ""), seen, share=kind == "percentage")
        case "boolean":
            return Cell("bool", one.get(f"{_OFFICE}boolean-value", "").upper())
        case "date":
            value = one.get(f"{_OFFICE}date-value", "")
            try:
                return of_time(dt.datetime.fromisoformat(value))
            except ValueError:
                return Cell("error", seen or value)
        case "time":
            return Cell("date", seen)
    if kind is None and one.get(f"{_TABLE}formula"):
        return Cell("unstored", "?")
    return text(seen)


def _number(value: str, seen: str, *, share: bool) -> Cell:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return Cell("error", seen or value)
    if share:
        places = len(seen.replace(",", ".").rstrip("% ").partition(".")[2])
        form = f"0.{'0' * places}%" if places else "0%"
        return Cell("share", shown(number, form), number * 100)
    zeros = seen.isdecimal() and len(seen) > len(str(number))
    return Cell("number", seen if zeros else vietnamese(number, grouped=False), number)
