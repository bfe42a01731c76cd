"""Tables: the grid fits the page, headers merge and repeat, numbers and words stay whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kehoach.outputs.fit import column_widths
from kehoach.outputs.footnotes import Footnotes
from kehoach.outputs.marks import plain
from kehoach.outputs.table import table_xml
from kehoach.outputs.template import Template
from kehoach.word.blocks import CellSpec, ColumnSpec, HeaderCell, RowSpec, TableSpec
from kehoach.word.metrics import line_width
from outputs import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDTH = 9355  # A4 between margins of 30 and 15 mm

SPEC = TableSpec(
    columns=[ColumnSpec(), ColumnSpec(), ColumnSpec(number=True), ColumnSpec(number=True)],
    header=[
        [HeaderCell("TT", rowspan=2), HeaderCell("Nội dung **chính**", rowspan=2),
         HeaderCell("Kinh phí (triệu đồng)", colspan=2)],
        [HeaderCell("Trung ương"), HeaderCell("Địa phương")],
    ],
    labels=["A", "B", "1", "2=1x3"],
    rows=[
        RowSpec([CellSpec("I", "center"), CellSpec("Nhóm một", colspan=3)], "group"),
        RowSpec([CellSpec("1", "center"), CellSpec("Hỗ trợ < 5% & nhà ở[^a] cho hộ nghèo " * 3),
                 CellSpec("1.234.567"), CellSpec("-8,5")]),
        RowSpec([CellSpec(""), CellSpec("Cộng"), CellSpec("9"), CellSpec("8")], "subtotal"),
        RowSpec([CellSpec(""), CellSpec("Tổng cộng", italic=True), CellSpec("3.138.000.000"),
                 CellSpec("10")], "total"),
    ],
)  # fmt: skip


def parsed(spec: TableSpec, width: int = WIDTH) -> Any:
    return etree.fromstring(
        str(table_xml(spec, width)).replace("<w:tbl>", f"<w:tbl {NAMESPACE}>", 1)
    )


def rows_of(table: Any) -> list[list[tuple[str, str, str, str]]]:
    """Text, style, span and merge of each cell."""

    def value(cell: Any, path: str) -> str:
        found = cell.find(path.replace("w:", W))
        return "" if found is None else found.get(f"{W}val", "")

    return [
        [
            (
                "".join(cell.itertext()),
                value(cell, "w:p/w:pPr/w:pStyle"),
                value(cell, "w:tcPr/w:gridSpan"),
                value(cell, "w:tcPr/w:vMerge"),
            )
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]


def test_header_cells_merge() -> None:
    rows = rows_of(parsed(SPEC))
    assert rows[:3] == [
        [
            ("TT", "TableHeader", "", "restart"),
            ("Nội dung chính", "TableHeader", "", "restart"),
            ("Kinh phí (triệu đồng)", "TableHeader", "2", ""),
        ],
        [
            ("", "TableHeader", "", "continue"),
            ("", "TableHeader", "", "continue"),
            ("Trung ương", "TableHeader", "", ""),
            ("Địa phương", "TableHeader", "", ""),
        ],
        [(label, "TableHeader", "", "") for label in ("A", "B", "1", "2=1x3")],
    ]


def test_rows_take_their_styles() -> None:
    rows = rows_of(parsed(SPEC))
    styles = [[style for _, style, _, _ in row] for row in rows[3:]]
    assert styles == [
        ["TableText", "TableText"],
        ["TableText", "TableText", "TableNumber", "TableNumber"],
        ["TableTotal"] * 4,
        ["TableTotal"] * 4,
    ]


def test_header_repeats_and_rows_stay_whole() -> None:
    rows = list(parsed(SPEC).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 3 + [
        False
    ] * 4
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_cells_add_up_to_the_grid() -> None:
    table = parsed(SPEC)
    grid = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
    assert sum(grid) == WIDTH
    for row in table.iter(f"{W}tr"):
        assert sum(int(one.get(f"{W}w")) for one in row.iter(f"{W}tcW")) == WIDTH


def test_numbers_and_words_fit_their_columns() -> None:
    widths = column_widths(SPEC, WIDTH, 12)
    assert widths[2] >= line_width("3.138.000.000", 24, bold=True) + 160
    assert widths[3] >= line_width("phương", 24, bold=True) + 160
    assert widths[1] == max(widths)


def test_a_table_too_narrow_keeps_its_numbers() -> None:
    widths = column_widths(SPEC, 3700, 12)
    assert sum(widths) == 3700
    assert widths[2] >= line_width("3.138.000.000", 24, bold=True) + 160


def test_fixed_width_is_kept() -> None:
    columns = [ColumnSpec(width=700), ColumnSpec(), ColumnSpec(width=1500, number=True)]
    rows = [RowSpec([CellSpec("1"), CellSpec("a"), CellSpec("2")])]
    assert column_widths(TableSpec(columns, [], rows), 9000, 12) == [700, 6800, 1500]


WORDS = st.text(alphabet="aăbm 0,", max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6), st.integers(900, 20_000))
def test_widths_always_add_up(rows: list[tuple[str, ...]], width: int) -> None:
    spec = TableSpec(
        [ColumnSpec(), ColumnSpec(), ColumnSpec(number=True)],
        [],
        [RowSpec([CellSpec(text) for text in row]) for row in rows],
    )
    widths = column_widths(spec, width, 13)
    assert sum(widths) == width
    assert min(widths) > 0
    need = [max((line_width(plain(row[2]), 26) for row in rows), default=0)]
    if (
        sum(line_width(word, 26) for row in rows for text in row for word in text.split())
        < width // 2
    ):
        assert widths[2] >= need[0]


@pytest.mark.parametrize(
    ("header", "cells", "labels"),
    [
        ([[HeaderCell("a")]], 2, None),
        ([[HeaderCell("a"), HeaderCell("b"), HeaderCell("c")]], 2, None),
        ([[HeaderCell("a", colspan=2), HeaderCell("b")]], 2, None),
        ([], 1, None),
        ([], 3, None),
        ([], 2, ["A"]),
    ],
)
def test_misfits_are_refused(
    header: list[list[HeaderCell]], cells: int, labels: list[str] | None
) -> None:
    rows = [RowSpec([CellSpec("x")] * cells)]
    spec = TableSpec([ColumnSpec(), ColumnSpec()], header, rows, labels)
    with pytest.raises(ValueError, match="cột"):
        table_xml(spec, 5000)


def test_table_in_a_document_is_valid_and_has_its_footnotes(tmp_path: Path) -> None:
    template = Template(words.paragraphs("Biểu 1", "{{p t|table(9355) }}", "Hết"), "t")
    notes = Footnotes({"a": "Kể cả nhà tạm"})
    made = template.render({"t": SPEC}, footnotes=notes)
    assert notes.used == ("a",)
    assert words.valid(made, tmp_path) == []
