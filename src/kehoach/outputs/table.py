"""A table value into a `w:tbl` that fits its page: fixed grid, repeated header, whole rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from kehoach.outputs.fit import MARGIN, PlacedCell, column_widths, placed_headers
from kehoach.outputs.inline import runs
from kehoach.word.blocks import CellSpec, RowSpec, TableSpec

if TYPE_CHECKING:
    from kehoach.outputs.footnotes import Footnotes

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLE_ALIGN = {"TableHeader": "center", "TableText": "left", "TableNumber": "right"}
_BOLD = "<w:b/>"


def table_xml(
    spec: TableSpec, width_twips: int, *, size_pt: int = 12, footnotes: Footnotes | None = None
) -> Markup:
    """The table, `width_twips` wide; `size_pt` is the size its paragraph styles have.

    The template's styles say how text looks: TableHeader, TableText, TableNumber, TableTotal.

    Raises:
        ValueError: a row's cells do not add up to the columns.
    """
    for number, row in enumerate(spec.rows, 1):
        _refuse_misfit(row, len(spec.columns), number)
    widths = column_widths(spec, width_twips, size_pt)
    parts = [_properties(width_twips), _grid(widths)]
    parts += (_header_row(cells, widths, footnotes) for cells in placed_headers(spec))
    if spec.labels is not None:
        parts.append(_header_row(_labels(spec.labels, len(widths)), widths, footnotes))
    plain_cell = [_cell_properties(width, 1) for width in widths]
    parts += (_row(row, spec, widths, plain_cell, footnotes) for row in spec.rows)
    return Markup("<w:tbl>" + "".join(parts) + "</w:tbl>")  # noqa: S704 - every text is escaped


def _properties(width: int) -> str:
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _grid(widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _labels(labels: Sequence[str], columns: int) -> list[PlacedCell]:
    if len(labels) != columns:
        raise ValueError(f"Hàng ký hiệu cột có {len(labels)} ô, bảng có {columns} cột")
    return [PlacedCell(index, label, 1, "") for index, label in enumerate(labels)]


def _header_row(
    cells: Sequence[PlacedCell], widths: Sequence[int], footnotes: Footnotes | None
) -> str:
    drawn = "".join(_header_cell(cell, widths, footnotes) for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{drawn}</w:tr>"


def _header_cell(cell: PlacedCell, widths: Sequence[int], footnotes: Footnotes | None) -> str:
    width = sum(widths[cell.column : cell.column + cell.colspan])
    properties = _cell_properties(width, cell.colspan, cell.merge)
    return f"<w:tc>{properties}{_paragraph(cell.text, 'TableHeader', '', '', footnotes)}</w:tc>"


def _cell_properties(width: int, span: int, merge: str = "") -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    tall = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    measure = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f'<w:tcPr>{measure}{wide}{tall}<w:vAlign w:val="center"/></w:tcPr>'


def _refuse_misfit(row: RowSpec, columns: int, number: int) -> None:
    found = sum(cell.colspan for cell in row.cells)
    if found != columns:
        raise ValueError(f"Hàng {number} của bảng có {found} cột, bảng có {columns} cột")


def _row(
    row: RowSpec,
    spec: TableSpec,
    widths: Sequence[int],
    plain_cell: Sequence[str],
    footnotes: Footnotes | None,
) -> str:
    drawn = []
    for index, cell in _with_columns(row):
        span = cell.colspan
        properties = (
            plain_cell[index]
            if span == 1
            else _cell_properties(sum(widths[index : index + span]), span)
        )
        style, align = _look(row, cell, spec.columns[index].number)
        base = _base(row, cell)
        paragraph = _paragraph(cell.text, style, align, base, footnotes)
        drawn.append(f"<w:tc>{properties}{paragraph}</w:tc>")
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(drawn)}</w:tr>"


def _with_columns(row: RowSpec) -> Iterator[tuple[int, CellSpec]]:
    index = 0
    for cell in row.cells:
        yield index, cell
        index += cell.colspan


def _look(row: RowSpec, cell: CellSpec, number: bool) -> tuple[str, str]:
    """The paragraph style, and the alignment where it is not the style's own."""
    align = cell.align or ("right" if number else "left")
    if row.kind in ("subtotal", "total"):
        return "TableTotal", "" if align == "left" else align
    style = "TableNumber" if number else "TableText"
    return style, "" if align == _STYLE_ALIGN[style] else align


def _base(row: RowSpec, cell: CellSpec) -> str:
    bold = cell.bold or row.kind == "group"
    if not bold and not cell.italic:
        return ""
    return (_BOLD if bold else "") + ("<w:i/>" if cell.italic else "")


def _paragraph(text: str, style: str, align: str, base: str, footnotes: Footnotes | None) -> str:
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{aligned}</w:pPr>'
    return f"<w:p>{look}{runs(text, footnotes, base)}</w:p>"
