"""Sheets beside a plan (.xlsx, .xlsm, .ods, .csv), read as an accountant reads them."""

from kehoach.source.sheets.cell import Cell, Line, Page
from kehoach.source.sheets.filling import fill_tables
from kehoach.source.sheets.opening import read_page
from kehoach.source.sheets.size import SheetError

__all__ = ["Cell", "Line", "Page", "SheetError", "fill_tables", "read_page"]
