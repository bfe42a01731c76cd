"""The rows of a .csv or .xlsx file as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kehoach.source.letters import UNPRINTABLE
from kehoach.source.workbook import MOST_CELLS, TOO_MANY, SheetError, letters_of, prove_readable

_DIGITS = ".15g"  # what Excel itself shows of the binary number it stores


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its number there, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


def read_lines(name: str, data: bytes, sheet: str = "") -> list[Line]:
    """The rows of a .csv or .xlsx file that are not empty, numbers in Vietnamese writing.

    Args:
        name: of the file; its ending tells which of the two it is.
        data: its bytes.
        sheet: the sheet of a workbook; "" is the first.

    Raises:
        SheetError: the file is neither, cannot be read, is too large, or has letters that no one
            sees.
    """
    if name.lower().endswith(".csv"):
        return list(_proved(_csv(data)))
    if name.lower().endswith((".xlsx", ".xlsm")):
        prove_readable(data)
        return list(_proved(_xlsx(data, sheet)))
    raise SheetError("chỉ đọc được tệp .csv và .xlsx")


def _proved(lines: Iterable[Line]) -> Iterator[Line]:
    cells = 0
    for line in lines:
        cells += len(line.cells)
        if cells > MOST_CELLS:
            raise SheetError(TOO_MANY)
        text = "".join(line.cells)
        if found := UNPRINTABLE.search(text):
            column = next(i for i, one in enumerate(line.cells, 1) if found[0] in one)
            letter = f"ký tự điều khiển không nhìn thấy (U+{ord(found[0]):04X})"
            raise SheetError(f"ô {letters_of(column)}{line.number} có {letter}")
        if text:
            yield line


def _csv(data: bytes) -> Iterator[Line]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SheetError("không phải mã UTF-8; trong Excel chọn lưu kiểu CSV UTF-8") from None
    first = text.split("\n", 1)[0]
    mark = max((";", "\t", ",", "|"), key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        for cells in reader:
            yield Line(reader.line_num, tuple(" ".join(cell.split()) for cell in cells))
    except csv.Error as error:
        message = f"dòng {reader.line_num + 1} có ô quá dài, hoặc dấu nháy mở mà không đóng"
        raise SheetError(message) from error


def _xlsx(data: bytes, sheet: str) -> Iterator[Line]:
    names, rows = _cells(data, sheet)
    if rows is None:
        raise SheetError(f"không có trang '{sheet}'; các trang: {', '.join(names)}")
    for number, cells in enumerate(rows, 1):
        if any(cell != "" for cell in cells):
            yield Line(number, tuple(_text(cell) for cell in cells))


def _cells(data: bytes, sheet: str) -> tuple[list[str], Sequence[Sequence[object]] | None]:
    """The names of the sheets, and the cells of one; None where there is no such sheet."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = list(book.sheet_names)
        name = sheet or next(iter(names), "")
        if name not in names:
            return names, None
        return names, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise SheetError("không phải tệp Excel đọc được") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own fault, by its Rust name
            raise
        raise SheetError("không phải tệp Excel đọc được") from error


def _text(value: object) -> str:
    """A cell as it is written in Vietnamese: 1.234,5."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split())
    return vietnamese(Decimal(format(value, _DIGITS)))


def vietnamese(number: Decimal) -> str:
    """A number with `.` between thousands and `,` before decimals.

    >>> vietnamese(Decimal("1234.50"))
    '1.234,5'
    """
    whole, _, rest = f"{number:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
