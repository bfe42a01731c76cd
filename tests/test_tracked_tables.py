"""Tables that come, go and change in width in a document with tracked changes."""

from __future__ import annotations

from lxml import etree

from kehoach.reviewing.review.words import words as split
from kehoach.reviewing.tracked import Pen
from kehoach.reviewing.tracked.items import Matchable, items
from kehoach.reviewing.tracked.sequence import merge
from kehoach.word.package import read_package
from tracked.accept import URI, w
from tracked.pairs import MAIN, left, pair


def body(*tables: str) -> list[Matchable]:
    """A paragraph after these tables of one cell."""
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    parts = "".join(cell.format(text) for text in tables)
    return items(list(etree.fromstring(f'<w:body xmlns:w="{URI}">{parts}<w:p/></w:body>')), split)


def test_a_table_that_comes_beside_another_is_kept_apart() -> None:
    """Word makes one table of two that touch."""
    pen = Pen("a", "2020-01-01T00:00:00Z", split)
    made = merge(body("kinh phí"), body("nhân lực của xã", "kinh phí"), pen)
    assert [etree.QName(one).localname for one in made] == ["tbl", "p", "tbl", "p"]
    untouched = merge(body("kinh phí", "xã"), body("kinh phí", "thôn"), pen)
    assert [etree.QName(one).localname for one in untouched] == ["tbl", "tbl", "p"]


def test_a_row_that_goes_is_as_wide_as_the_new_table() -> None:
    (one,) = pair("table-row-removed").tracked
    assert left(one) == ("widths",)
    table = list(etree.fromstring(read_package(one.data)[MAIN]).iter(w("tbl")))[-1]
    grid = [column.get(w("w")) for column in table.iter(w("gridCol"))]
    rows = [[cell.get(w("w")) for cell in row.iter(w("tcW"))] for row in table.iter(w("tr"))]
    assert len(rows) == 5
    assert all(row == grid for row in rows)
