"""Rows of a table read from a sheet that stands beside the plan."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.source.faults import REFUSED
from kehoach.source.files import Files, RefusedError, beside
from kehoach.source.finding import Finding
from kehoach.source.layers import Layers
from kehoach.source.marks import Map, Mark, Route, Value
from kehoach.source.sheets.cell import Page
from kehoach.source.sheets.header import find_header
from kehoach.source.sheets.opening import read_page
from kehoach.source.sheets.records import SheetRecord, records_of
from kehoach.source.sheets.rows import Rows
from kehoach.source.sheets.size import MOST_CELLS, TOO_MANY, SheetError
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.units import compare_units
from kehoach.source.sheets.wanted import Wanted, wanted_of
from kehoach.source.tree import below, get, within


def fill_tables(layers: Layers, files: Files) -> None:
    """Give each table with `source:` the rows of that file; what is wrong becomes a problem."""
    filling = _Filling(files)
    for route, table in list(_tables(layers.root)):
        if isinstance(table["source"], str):
            layers.problems += filling.fill(table, (*route, "source"))


def _tables(root: Value) -> Iterator[tuple[Route, Map]]:
    for i, appendix in within(get(root, ("appendices",))):
        for j, table in within(below(appendix, "tables")):
            if isinstance(table, Map) and table.get("source"):
                yield ("appendices", i, "tables", j), table


class _Filling:
    """The sheets of one plan, each read once; all its tables together have a limit."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.read: dict[tuple[str, str], Page] = {}
        self.cells = 0

    def fill(self, table: Map, path: Route) -> list[Finding]:
        """Put a file's rows into a table; all that is wrong, the rows only where nothing is."""
        name, at = str(table["source"]), table.values_at["source"]
        try:
            page = self.page(beside(at.file, name), str(table.get("sheet") or ""))
            told = Told(page, at, path)
            _fill(table, page, wanted_of(table), told)
            return told.close()
        except RefusedError as error:
            message, hint = f"không đọc được tệp '{name}': {error}", REFUSED
        except OSError:
            message, hint = f"không tìm thấy hoặc không đọc được tệp '{name}'", _MISSING
        except SheetError as error:
            message, hint = f"tệp '{name}': {error}", _FORM
        return [Finding(name="table-file", message=message, hint=hint, mark=at, path=path)]

    def page(self, file: str, sheet: str) -> Page:
        """The sheet of a file."""
        if (file, sheet) not in self.read:
            self.read[file, sheet] = read_page(file, self.files.read(file), sheet)
        found = self.read[file, sheet]
        self.cells += sum(len(one.cells) for one in found.lines)
        if self.cells > MOST_CELLS:
            raise SheetError(f"{TOO_MANY} (tính cả các bảng trước)")
        return found


_MISSING = "Đường dẫn tính từ thư mục của tệp kế hoạch; tệp đang mở trong Excel thì đóng lại."
_FORM = "Tệp .csv (mã UTF-8), .xlsx, .xlsm hoặc .ods, có dòng tiêu đề của mọi cột."


def _fill(table: Map, page: Page, wanted: Wanted, told: Told) -> None:
    if not page.lines:
        raise SheetError("không có dòng nào")
    header = find_header(page, wanted, told) if wanted.columns else None
    if header is None or told.errors:
        return
    compare_units(page, header, wanted, told)
    records = records_of(page, header, wanted, told)
    making = Rows(page, wanted, told)
    rows = making.build(records)
    if not told.errors:
        at = table.values_at["source"]
        table.put("rows", rows, at, at)
        if making.total:
            _state_total(table, making.total, page, wanted)


def _state_total(table: Map, record: SheetRecord, page: Page, wanted: Wanted) -> None:
    """Put the sheet's total beside the one that the plan works out, which is compared with it."""
    mark = Mark(page.file, record.row, 1)
    written = table.get("total")
    if isinstance(written, Map) and written.get("cells"):
        return
    total = Map(mark)
    if isinstance(written, Map):
        for key, value in written.items():
            total.put(key, value, written.keys_at[key], written.values_at[key])
    else:
        at = table.values_at["total"] if written else mark
        total.put("title", written or record.name, at, at)
    values = record.values(wanted)
    if any(values):
        total.put("cells", " | ".join(values), mark, mark)
    table.put("total", total, mark, mark)
