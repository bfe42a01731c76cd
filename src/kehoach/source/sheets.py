"""Rows of a table read from a .csv or .xlsx file that stands beside the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.source.faults import REFUSED
from kehoach.source.files import Files, RefusedError, beside
from kehoach.source.finding import Finding
from kehoach.source.layers import Layers
from kehoach.source.lines import Line, read_lines
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.tree import below, get, within
from kehoach.source.workbook import MOST_CELLS, TOO_MANY, SheetError


def fill_tables(layers: Layers, files: Files) -> None:
    """Give each table with `source:` the rows of that file; what is wrong becomes a problem."""
    filling = _Filling(files)
    for route, table in list(_tables(layers.root)):
        if isinstance(table["source"], str) and (wrong := filling.fill(table)):
            message, hint = wrong
            at = table.values_at["source"]
            problem = Finding(
                name="table-file", message=message, hint=hint, mark=at, path=(*route, "source")
            )
            layers.problems.append(problem)


def _tables(root: Value) -> Iterator[tuple[Route, Map]]:
    for i, appendix in within(get(root, ("appendices",))):
        for j, table in within(below(appendix, "tables")):
            if isinstance(table, Map) and table.get("source"):
                yield ("appendices", i, "tables", j), table


class _Filling:
    """The sheets of one plan, each read once; all its tables together have a limit."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.read: dict[tuple[str, str], list[Line]] = {}
        self.cells = 0

    def fill(self, table: Map) -> tuple[str, str] | None:
        """Put a file's rows into a table; message and hint where that cannot be done."""
        name, at = str(table["source"]), table.values_at["source"]
        try:
            file = beside(at.file, name)
            lines = self.lines(file, str(table.get("sheet") or ""))
            totals = str(table.get("subtotals") or "")
            rows = _rows(lines, _columns(table.get("columns")), file, totals)
        except RefusedError as error:
            return f"không đọc được tệp '{name}': {error}", REFUSED
        except OSError:
            return f"không tìm thấy hoặc không đọc được tệp '{name}'", _MISSING
        except SheetError as error:
            return f"tệp '{name}': {error}", _FORM
        table.put("rows", rows, at, at)
        return None

    def lines(self, file: str, sheet: str) -> list[Line]:
        """The rows of a file that are not empty."""
        if (file, sheet) not in self.read:
            self.read[file, sheet] = read_lines(file, self.files.read(file), sheet)
        found = self.read[file, sheet]
        self.cells += sum(len(one.cells) for one in found)
        if self.cells > MOST_CELLS:
            raise SheetError(f"{TOO_MANY} (tính cả các bảng trước)")
        return found


_MISSING = "Đường dẫn tính từ thư mục của tệp kế hoạch; tệp đang mở trong Excel thì đóng lại."
_FORM = "Tệp .csv (mã UTF-8) hoặc .xlsx; dòng đầu là mã hoặc tiêu đề của mọi cột."


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
    if not lines:
        raise SheetError("không có dòng nào")
    places = _places(lines[0], columns)
    rows = Seq(Mark(file, lines[0].number, 1))
    for line in lines[1:]:
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
