"""The neutral table, under the name that the drawing modules use."""

from kehoach.word.blocks import Align, CellSpec, ColumnSpec, HeaderCell, RowKind, RowSpec, TableSpec

__all__ = [
    "Align",
    "CellSpec",
    "ColumnSpec",
    "HeaderCell",
    "RowKind",
    "RowSpec",
    "TableSpec",
]
