"""Rows of a table read from a .csv or .xlsx file that stands beside the plan."""

from __future__ import annotations

import csv
import io
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kehoach.source.layers import Files, Layers
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.problems import Problem

_DIGITS = ".15g"  # what Excel itself shows of the binary number it stores


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its number there, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


class SheetError(ValueError):
    """A file that cannot be read as rows; the text says why, in Vietnamese."""


def fill_tables(layers: Layers, files: Files) -> None:
    """Give each table with `source:` the rows of that file; what is wrong becomes a problem."""
    for path, table in list(_tables(layers.root, ())):
        if isinstance(table["source"], str):
            _fill(table, path, layers, files)


def _tables(value: Value, path: Route) -> Iterator[tuple[Route, Map]]:
    appendices = value.get("appendices") if isinstance(value, Map) else None
    for i, appendix in enumerate(appendices if isinstance(appendices, Seq) else ()):
        tables = appendix.get("tables") if isinstance(appendix, Map) else None
        for j, table in enumerate(tables if isinstance(tables, Seq) else ()):
            if isinstance(table, Map) and table.get("source"):
                yield (*path, "appendices", i, "tables", j), table


def _fill(table: Map, path: Route, layers: Layers, files: Files) -> None:
    name, at = str(table["source"]), table.values_at["source"]
    full = posixpath.normpath(posixpath.join(posixpath.dirname(at.file), name.replace("\\", "/")))
    sheet = table.get("sheet")
    try:
        lines = read_lines(full, files.read(full), sheet if isinstance(sheet, str) else "")
        totals = str(table.get("subtotals") or "")
        rows = _rows(lines, _columns(table.get("columns")), full, totals)
    except OSError:
        message = f"không tìm thấy hoặc không đọc được tệp '{name}'"
        hint = "Đường dẫn tính từ thư mục của tệp kế hoạch; tệp đang mở trong Excel thì đóng lại."
        layers.problems.append(Problem("table-file", message, hint, at, path=(*path, "source")))
    except SheetError as error:
        hint = "Tệp .csv (mã UTF-8) hoặc .xlsx; dòng đầu là mã hoặc tiêu đề của mọi cột."
        problem = Problem("table-file", f"tệp '{name}': {error}", hint, at, path=(*path, "source"))
        layers.problems.append(problem)
    else:
        table.put("rows", rows, at, at)


class _Column(NamedTuple):
    """A column that a row fills: what the file may call it, and whether it works itself out."""

    id: str
    title: str
    computed: bool


def _columns(value: Value) -> list[_Column]:
    """The columns that a row fills, from left to right."""
    found: list[_Column] = []
    for column in value if isinstance(value, Seq) else ():
        if isinstance(column, Map):
            inner = column.get("columns")
            if inner:
                found += _columns(inner)
            elif column.get("kind") != "ordinal":
                key, title = (str(column.get(name) or "") for name in ("id", "title"))
                found.append(_Column(key, title, bool(column.get("formula"))))
    return found


def _rows(lines: Sequence[Line], columns: list[_Column], file: str, subtotals: str) -> Seq:
    filled = [line for line in lines if not line.empty]
    if not filled:
        raise SheetError("không có dòng nào")
    places = _places(filled[0], columns)
    rows = Seq(Mark(file, filled[0].number, 1))
    for line in filled[1:]:
        cells = [_cell(line, place) for place in places]
        mark = Mark(file, line.number, 1)
        if cells[0] and not any(cells[1:]):
            rows.add(_group(cells[0], mark, subtotals), mark)
        else:
            _inside(rows).add(" | ".join(cells), mark)
    return rows


def _cell(line: Line, place: int | None) -> str:
    return line.cells[place] if place is not None and place < len(line.cells) else ""


def _group(title: str, mark: Mark, subtotals: str) -> Map:
    """A group of rows: a line of the file with nothing but a name."""
    group = Map(mark)
    group.put("title", title, mark, mark)
    group.put("rows", Seq(mark), mark, mark)
    if subtotals:
        group.put("subtotal", subtotals, mark, mark)
    return group


def _inside(rows: Seq) -> Seq:
    """Where a row belongs: in the group that is open, if any."""
    group = rows[-1] if rows else None
    inner = group.get("rows") if isinstance(group, Map) else None
    return inner if isinstance(inner, Seq) else rows


def _places(head: Line, columns: list[_Column]) -> list[int | None]:
    """Where each column stands in the file; one with a formula may be left out."""
    names = [_folded(cell) for cell in head.cells]
    places: list[int | None] = []
    for column in columns:
        called = [_folded(one) for one in (column.id, column.title)]
        found = next((names.index(one) for one in called if one in names), None)
        if found is None and not column.computed:
            raise SheetError(f"dòng {head.number} không có cột '{column.title or column.id}'")
        places.append(found)
    return places


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def read_lines(name: str, data: bytes, sheet: str = "") -> list[Line]:
    """The rows of a .csv or .xlsx file as text, numbers in Vietnamese writing.

    Raises:
        SheetError: the file is neither, or cannot be read.
    """
    if name.lower().endswith(".csv"):
        return list(_csv(data))
    if name.lower().endswith((".xlsx", ".xlsm")):
        return list(_xlsx(data, sheet))
    raise SheetError("chỉ đọc được tệp .csv và .xlsx")


def _csv(data: bytes) -> Iterator[Line]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SheetError("không phải mã UTF-8; trong Excel chọn lưu kiểu CSV UTF-8") from None
    first = text.split("\n", 1)[0]
    mark = max((";", "\t", ",", "|"), key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    for cells in reader:
        yield Line(reader.line_num, tuple(" ".join(cell.split()) for cell in cells))


def _xlsx(data: bytes, sheet: str) -> Iterator[Line]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, OSError) as error:
        raise SheetError("không phải tệp Excel đọc được") from error
    if sheet and sheet not in book.sheet_names:
        raise SheetError(f"không có trang '{sheet}'; các trang: {', '.join(book.sheet_names)}")
    chosen = book.get_sheet_by_name(sheet or book.sheet_names[0])
    for number, cells in enumerate(chosen.to_python(skip_empty_area=False), 1):
        yield Line(number, tuple(_text(cell) for cell in cells))


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
