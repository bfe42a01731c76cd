"""A body, header or note walked from its first paragraph to its last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from kehoach.layout.drawn import DrawnLine, lines_of
from kehoach.layout.measured import CellPlace, DrawnRule, MeasuredRow, MeasuredTable, Paragraph
from kehoach.layout.runs import runs_of
from kehoach.layout.styles import NamedStyle, Styles
from kehoach.word.names import TBL, TC, Element, child, number, switched, value
from kehoach.word.walk import blocks, cell_paragraphs, cells, rows

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NOT_DRAWN = frozenset({None, "none", "nil"})
_CELL_MARGIN = 108  # Word's own, left and right, where nothing else is said
_HALF_A_LINE = 160
_KEYS = frozenset(one.name for one in fields(Paragraph))


class Walk:
    """Collects paragraphs, tables and drawn rules in the order of the text."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._section = 0
        self.paragraphs: list[Paragraph] = []
        self.tables: list[MeasuredTable] = []
        self.rules: list[DrawnRule] = []

    def over(self, container: Element) -> Walk:
        """Everything in a container."""
        for one in blocks(container):
            if one.tag == TBL:
                self._table(one)
            else:
                self._paragraph(one, (), None)
        return self

    def _paragraph(
        self, element: Element, around: Sequence[NamedStyle], cell: CellPlace | None
    ) -> None:
        own = child(element, "pPr")
        identity = value(child(own, "pStyle")) or self._styles.default_id()
        style = self._styles.named(identity)
        properties = self._styles.paragraph((*around, style), own)
        index = len(self.paragraphs)
        mark = self._styles.run((*around, style), child(own, "rPr"))
        lines = list(lines_of(element))
        paragraph = Paragraph(
            index=index,
            section=self._section,
            runs=runs_of(element, (*around, style), self._styles),
            style=style.name,
            style_id=identity,
            mark=mark.get("half_points", 20),
            cell=cell,
            rules=tuple(one.length for one in lines),
            **{key: one for key, one in properties.items() if key in _KEYS},
        )
        self.paragraphs.append(paragraph)
        self.rules += (DrawnRule(one.length, index, self._above(paragraph, one)) for one in lines)
        if child(own, "sectPr") is not None:
            self._section += 1

    def _above(self, paragraph: Paragraph, line: DrawnLine) -> int | None:
        """The text over a line: its own paragraph's, unless it stands at that one's top."""
        over = self.paragraphs[:-1] if line.drop < _HALF_A_LINE else self.paragraphs
        for one in reversed(over):
            if _place(one.cell) != _place(paragraph.cell):
                break
            if one.words:
                return one.index
        return paragraph.index if paragraph.words else None

    def _table(self, element: Element) -> None:
        number_of_table, start = len(self.tables), len(self.paragraphs)
        style = self._styles.named(value(child(element, "tblPr", "tblStyle")), "table")
        margins = _margins(child(element, "tblPr", "tblCellMar"))
        made = []
        for index, row in enumerate(rows(element)):
            own = list(cells(row))
            widths = tuple(number(child(one, "tcPr", "tcW"), "w") or 0 for one in own)
            for column, (one, width) in enumerate(zip(own, widths, strict=True)):
                place = CellPlace(number_of_table, index, column, max(width - margins, 0))
                for paragraph in cell_paragraphs(one):
                    self._paragraph(paragraph, (style,), place)
            made.append(_row(row, widths))
        end = len(self.paragraphs)
        self.tables.append(MeasuredTable(_bordered(element), tuple(made), start, end))


def _place(cell: CellPlace | None) -> tuple[int, int, int] | None:
    return (cell.table, cell.row, cell.column) if cell else None


def _margins(element: Element | None) -> int:
    sides = (("left", "start"), ("right", "end"))
    widths = [
        next(
            (number(one, "w") for name in names if (one := child(element, name)) is not None), None
        )
        for names in sides
    ]
    return sum(_CELL_MARGIN if width is None else width for width in widths)


def _row(element: Element, widths: tuple[int, ...]) -> MeasuredRow:
    own = child(element, "trPr")
    header, whole = (child(own, name) for name in ("tblHeader", "cantSplit"))
    return MeasuredRow(
        header is not None and switched(header), whole is not None and switched(whole), widths
    )


def _bordered(table: Element) -> bool:
    """Whether lines are drawn: by the table, by a style called grid, or by most of its cells."""
    own = child(table, "tblPr")
    if (borders := child(own, "tblBorders")) is not None:
        return any(value(child(borders, side)) not in _NOT_DRAWN for side in _SIDES)
    cells = [child(one, "tcPr", "tcBorders") for one in table.iter(TC)]
    drawn = [one for one in cells if value(child(one, "bottom")) not in _NOT_DRAWN]
    return "grid" in (value(child(own, "tblStyle")) or "").lower() or len(drawn) * 2 > len(cells)
