"""A cell as the kind of its column asks, or a word on why it cannot be read so."""

from __future__ import annotations

from kehoach.source.sheets.cell import Cell
from kehoach.source.sheets.numbers import rounded, vietnamese, written
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.wanted import WantedColumn

_DASHES = {"-", "–", "—"}
_MOST_PLACES = 6
_COMPUTE = "Mở tệp bằng Excel rồi lưu lại để công thức có kết quả."
_REPAIR = "Sửa ô trong tệp."


def read_cell(cell: Cell, column: WantedColumn, row: int, place: int, told: Told) -> str:
    """The text of a cell for the plan; "" where it is blank, or cannot be read, which is told."""
    message, hint = _refused(cell, column)
    if message:
        told.cell(row, place, message, hint)
        return ""
    if not column.number or cell.number is None:
        return cell.text.rstrip("% ") if column.number and column.share else cell.text
    number = cell.number
    if column.decimals is not None:
        number = rounded(number, column.decimals)
    return vietnamese(number)


def _refused(cell: Cell, column: WantedColumn) -> tuple[str, str]:
    """Why a cell cannot be read, and what to do."""
    match cell.kind:
        case "blank":
            return "", ""
        case "error":
            return f"có lỗi {cell.text}", _REPAIR
        case "unstored":
            return "là công thức chưa có kết quả trong tệp", _COMPUTE
        case "bool":
            return f"là {cell.text}", "Ghi chữ muốn in: có, không, x."
    if "|" in cell.text and "{{" not in cell.text:
        return "có dấu |, là dấu ngăn các ô trong kế hoạch", "Thay bằng dấu / hoặc dấu phẩy."
    return _refused_number(cell, column) if column.number else ("", "")


def _refused_number(cell: Cell, column: WantedColumn) -> tuple[str, str]:
    number = f"mà cột '{column.title}' là cột số"
    if cell.kind == "date":
        return f"là ngày, giờ ({cell.text}) {number}", "Cột ngày thì ghi kind: text."
    if cell.kind == "share" and not column.share:
        hint = "Ghi unit: '%' ở cột, hoặc đổi định dạng ô trong tệp."
        return f"là tỷ lệ phần trăm ({cell.text}) {number} không có đơn vị %", hint
    if cell.number is not None:
        places = -int(cell.number.normalize().as_tuple().exponent)
        if places > _MOST_PLACES and column.decimals is None:
            return f"là {vietnamese(cell.number)}", "Ghi decimals: 2 ở cột để làm tròn số chia lẻ."
        return "", ""
    text = cell.text.rstrip("% ") if column.share else cell.text
    if text in _DASHES or "{{" in text or written(text) is not None:
        return "", ""
    hint = "Số ghi kiểu Việt Nam: 1.234,5; cột có chữ thì ghi kind: text."
    return f"là chữ '{cell.text[:40]}' {number}", hint
