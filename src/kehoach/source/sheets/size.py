"""An Excel file looked at before it is read: how large it unpacks, how far its cells reach."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

MOST_UNPACKED = 64 * 1024 * 1024
MOST_CELLS = 200_000
"""Cells with something in them, in all sheets of a file; more than a plan's appendix can show."""
TOO_MANY = f"có hơn {MOST_CELLS:,} ô có dữ liệu".replace(",", ".")
MOST_AREA = 2_000_000
"""Cells from A1 to the last of a sheet: the library that reads it keeps room for each of them."""

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_CHUNK = 1 << 16


class SheetError(ValueError):
    """A file that cannot be read as rows; the text says why, in Vietnamese."""


def prove_readable(data: bytes) -> bool:
    """Look through a workbook without keeping it; whether it has formulas.

    Raises:
        SheetError: it is no workbook, or larger than one may be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(one.file_size for one in parts.infolist()) > MOST_UNPACKED:
                raise SheetError(f"khi mở ra lớn hơn {MOST_UNPACKED >> 20} MB")
            used, formulas = 0, False
            for one in parts.infolist():
                with parts.open(one) as part:
                    reach = _Reach()
                    used += reach.through(part, xml=one.filename.endswith(".xml"))
                formulas = formulas or reach.formulas
                if used > MOST_CELLS:
                    raise SheetError(TOO_MANY)
            return formulas
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise SheetError("không phải tệp Excel đọc được (hỏng, hoặc đặt mật khẩu)") from error


class _Reach:
    """How many cells of one sheet have something in them, and the farthest of them."""

    def __init__(self) -> None:
        self.used = self.row = self.column = 0
        self.last = (0, 0)
        self.formulas = False

    def through(self, part: IO[bytes], *, xml: bool) -> int:
        """The number of used cells of a part, 0 where it is no sheet; all of it is read."""
        if not xml:
            for _ in _chunks(part):
                pass
            return 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            for chunk in _chunks(part):
                parser.Parse(chunk)
                if self.used > MOST_CELLS:
                    break
        except expat.ExpatError as error:
            raise SheetError("có phần bị hỏng bên trong") from error
        return self.used

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a row, a cell, or what a cell holds."""
        match name.rpartition(":")[2]:
            case "row":
                at = attributes.get("r", "")
                self.row, self.column = int(at) if at.isdecimal() else self.row + 1, 0
            case "c":
                self.column += 1
                if found := _PLACE.fullmatch(attributes.get("r", "")):
                    self.row, self.column = int(found[2]), _number(found[1])
            case "v" | "is" if self.row and self.column:
                self.use()
            case "f":
                self.formulas = True

    def use(self) -> None:
        """Count the cell that is open."""
        self.used += 1
        rows, columns = max(self.last[0], self.row), max(self.last[1], self.column)
        self.last = rows, columns
        if rows * columns > MOST_AREA:
            place = f"{letters_of(self.column)}{self.row}"
            raise SheetError(
                f"ô {place} có dữ liệu ở quá xa bảng; xóa ô ấy (hoặc chép bảng sang tệp mới)"
            )


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


def _refuse_doctype(*_: object) -> None:
    raise SheetError("có khai báo DOCTYPE, mà Excel không bao giờ ghi")


def _number(letters: str) -> int:
    """The number of a column, A as 1."""
    number = 0
    for one in letters:
        number = 26 * number + ord(one) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """The letters of a column, 1 as A.

    >>> letters_of(27), _number("XFD")
    ('AA', 16384)
    """
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
