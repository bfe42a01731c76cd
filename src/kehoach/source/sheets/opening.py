"""A file of figures as a page, by its ending."""

from __future__ import annotations

from kehoach.source.letters import UNPRINTABLE
from kehoach.source.sheets.cell import Page
from kehoach.source.sheets.csv_file import read_csv
from kehoach.source.sheets.size import MOST_CELLS, TOO_MANY, SheetError, letters_of, prove_readable


def read_page(name: str, data: bytes, sheet: str = "") -> Page:
    """One sheet of an .xlsx, .xlsm, .ods or .csv file.

    Args:
        name: of the file; its ending tells which of them it is.
        data: its bytes.
        sheet: the sheet of a workbook; "" is the first that is not hidden.

    Raises:
        SheetError: the file is none of them, cannot be read, is too large, or has letters that no
            one sees.
    """
    return _proved(_page(name, data, sheet))


def _page(name: str, data: bytes, sheet: str) -> Page:
    ending = name.lower().rpartition(".")[2]
    match ending:
        case "csv":
            return read_csv(name, data)
        case "xlsx" | "xlsm":
            from kehoach.source.sheets.xlsx import read_xlsx

            return read_xlsx(name, data, sheet, formulas=prove_readable(data))
        case "ods":
            from kehoach.source.sheets.ods import read_ods

            prove_readable(data)
            return read_ods(name, data, sheet)
        case "xls" | "xlsb":
            raise SheetError(f"không đọc được kiểu .{ending}; mở trong Excel, lưu thành .xlsx")
    raise SheetError("chỉ đọc được tệp .csv, .xlsx, .xlsm và .ods")


def _proved(page: Page) -> Page:
    cells = 0
    for line in page.lines:
        cells += len(line.cells)
        if cells > MOST_CELLS:
            raise SheetError(TOO_MANY)
        if found := UNPRINTABLE.search("".join(line.texts)):
            column = next(i for i, one in enumerate(line.texts, 1) if found[0] in one)
            letter = f"ký tự điều khiển không nhìn thấy (U+{ord(found[0]):04X})"
            raise SheetError(f"ô {letters_of(column)}{line.number} có {letter}")
    return page
