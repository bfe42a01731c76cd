"""Rows of tables in their three forms, and what becomes of them: paper, fmt, diff, merge."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from flow import opened, shown
from kehoach.cli import kehoach
from kehoach.documents.tables import table_spec
from kehoach.drafting.formatting.order import in_order
from kehoach.plan import Sheet, work_out
from kehoach.plan.kinds import TextKind
from kehoach.plan.row_numbers import levels_of
from kehoach.plan.schema import field_at, kind_at, plan_schema
from kehoach.plan.tables import Table

PLAN = """\
issuer: Ủy ban nhân dân xã A
symbol: KH-UBND
place: A
subject: thử
outline: ["{{ tables.b.rows.y.ho }} và {{ tables.b.total.con }}"]
appendices:
  - id: pl
    title: Bảng
    tables:
      - id: b
        columns:
          - {id: stt, title: STT, kind: ordinal}
          - {id: thon, title: Thôn, kind: text}
          - {id: ho, title: Số hộ}
          - {id: ngheo, title: Hộ nghèo}
          - {id: con, title: Còn, formula: ho - ngheo}
        rows:
          - Thôn A | 10 | 3
          - ["Thôn B, cũ", 12, "4"]
          - {thon: Thôn C, ho: 7, ngheo: 1}
          - {id: d, title: Khu D, ngheo: 2, rows: [[x, 3, 2], {id: y, thon: y, ho: 5}]}
        total: {title: Tổng, ho: "37"}
"""
TABLE = ("appendices", 0, "tables", 0)


def run(*words: object) -> str:
    done = CliRunner().invoke(kehoach, [str(one) for one in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.output


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_the_three_forms_say_the_same() -> None:
    columns = [{"id": "t", "title": "T", "kind": "text"}, {"id": "a", "title": "A"}]
    forms = [
        "x | 5",
        ["x", "5"],
        {"t": "x", "a": "5"},
        {"title": "x", "a": "5"},
        {"cells": ["x", "5"]},
    ]
    shown = {tuple(cell.text for cell in sheet(columns, [one]).lines[0].cells) for one in forms}
    assert shown == {("x", "5")}


def sheet(columns: list[object], rows: list[object], **others: object) -> Sheet:
    return work_out(Table.model_validate({"id": "b", "columns": columns, "rows": rows} | others))


def test_sentences_show_figures_of_rows_in_any_form(tmp_path: Path) -> None:
    dossier = opened(PLAN, tmp_path)
    assert [one.message for one in dossier.diagnostics if one.severity == "error"] == []
    assert dossier.plan is not None
    assert dossier.plan.outline[0].text == "5 và 27"


def test_fmt_keeps_the_form_of_each_row(tmp_path: Path) -> None:
    untidy = PLAN.replace("Thôn A | 10", "Thôn A|10").replace(
        "title: Khu D, ngheo: 2, rows", "ngheo: 2, title: Khu D, rows"
    )
    file = write(tmp_path, "a.yaml", untidy)
    run("fmt", file)
    text = file.read_text(encoding="utf-8")
    assert "- Thôn A | 10 | 3\n" in text
    assert '- ["Thôn B, cũ", 12, "4"]\n' in text
    assert "- {thon: Thôn C, ho: 7, ngheo: 1}\n" in text
    run("fmt", file)
    assert file.read_text(encoding="utf-8") == text


def test_cells_by_column_stand_where_cells_do() -> None:
    keys = in_order((*TABLE, "rows", 0), ["von", "rows", "title", "id"])
    assert keys == ["id", "von", "title", "rows"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Thôn A | 10 | 3", "Thôn A | 10 | 4", "Thôn A; 3 -> 4"),
        ('["Thôn B, cũ", 12, "4"]', '["Thôn B, cũ", 12, "5"]', "Thôn B, cũ; 4 -> 5"),
        ("{thon: Thôn C, ho: 7", "{thon: Thôn C, ho: 8", "Thôn C: ho: 7 -> 8"),
        ("ngheo: 2, rows", "ngheo: 3, rows", "Khu D: ngheo: 2 -> 3"),
    ],
)
def test_diff_tells_the_cell(tmp_path: Path, old: str, new: str, told: str) -> None:
    one = write(tmp_path, "a.yaml", PLAN)
    two = write(tmp_path, "b.yaml", PLAN.replace(old, new))
    assert told in run("diff", one, two)


def test_two_edits_of_one_row_are_merged(tmp_path: Path) -> None:
    base = write(tmp_path, "base.yaml", PLAN)
    ours = PLAN.replace("A | 10", "A | 11").replace("ho: 7", "ho: 8").replace('"4"]', '"5"]')
    theirs = (
        PLAN.replace("| 3\n", "| 4\n").replace("ngheo: 1}", "ngheo: 2}").replace(" 12,", " 13,")
    )
    mine, yours = write(tmp_path, "a.yaml", ours), write(tmp_path, "b.yaml", theirs)
    run("merge-file", base, mine, yours)
    dossier = opened(mine.read_text(encoding="utf-8"), tmp_path)
    assert dossier.plan is not None
    lines = [[cell.text for cell in one.cells] for one in work_out(dossier.plan.tables[0]).lines]
    assert lines[:3] == [
        ["Thôn A", "11", "4", "7"],
        ["Thôn B, cũ", "13", "5", "8"],
        ["Thôn C", "8", "2", "6"],
    ]


def test_a_fault_is_told_on_its_own_cell(tmp_path: Path) -> None:
    text = PLAN.replace('"4"]', '"4.5"]').replace("ngheo: 1}", "ngheo: 1.5, vay: 2}")
    found = [one for one in opened(text, tmp_path).diagnostics if one.name == "table-cell"]
    lines = text.splitlines()
    told = [
        lines[one.mark.line - 1][one.mark.column - 1 :].partition("}")[0]
        for one in found
        if one.mark
    ]
    assert told == ['4.5"]', "1.5, vay: 2", "2"] or told == ['"4.5"]', "1.5, vay: 2", "2"]


@pytest.mark.parametrize(
    "route",
    [
        ("rows", 0),
        ("rows", 0, 1),
        ("rows", 0, "von"),
        ("rows", 0, "cells", "von"),
        ("total", "von"),
    ],
)
def test_every_form_is_known_to_hold_cells(route: tuple[str | int, ...]) -> None:
    assert kind_at((*TABLE, *route)) is TextKind.CELL


def test_a_key_of_the_file_has_no_field() -> None:
    assert field_at((*TABLE, "rows", 0, "von")) is None
    assert field_at((*TABLE, "rows", 0, "cells")) is not None


def test_the_schema_takes_the_three_forms_and_no_others() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = plan_schema()
    rows = {"$ref": "#/$defs/Row", "$defs": schema["$defs"]}
    check = jsonschema.Draft202012Validator(rows).is_valid
    for one in ("x | 1", ["x", 1, None], {"t": "x", "von": 1}, {"title": "x", "cells": {"von": 1}}):
        assert check(one), one
    for one in ({"von": {"a": 1}}, {"von": ["1"]}, {"t": "x", "kind": "sum"}):
        assert not check(one), one


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        ("", ["I", "1", "a", "2", "II", "1"]),
        ("A / I / 1", ["A", "I", "1", "II", "B", "I"]),
        ("I / 1 / 1.1", ["I", "1", "1.1", "2", "II", "1"]),
        ("1 / -", ["1", "-", "-", "-", "2", "-"]),
        ("1 / 1.1 / 1.1.1", ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]),
        ("none", [""] * 6),
    ],
)
def test_rows_are_numbered_level_by_level(numbering: str, numbers: list[str]) -> None:
    columns: list[object] = [{"title": "TT", "kind": "ordinal"}, {"title": "T", "kind": "text"}]
    rows = [
        {"title": "a", "rows": [{"title": "b", "rows": ["c"]}, "d"]},
        {"title": "e", "rows": ["f"]},
    ]
    lines = sheet(columns, rows, numbering=numbering).lines
    assert [one.number for one in lines] == numbers


def test_a_number_of_its_own_and_rows_that_are_none() -> None:
    columns: list[object] = [{"title": "TT", "kind": "ordinal"}, {"title": "T", "kind": "text"}]
    rows = ["a", {"cells": "b", "number": "1a"}, {"cells": "c", "kind": "of-which"}, "d"]
    assert [one.number for one in sheet(columns, rows).lines] == ["1", "1a", "", "3"]


@pytest.mark.parametrize(
    ("numbers", "levels"),
    [
        ("I 1 2 II 1 - - 2", [0, 1, 1, 0, 1, 2, 2, 1]),
        ("A I 1 a b 2 II B I", [0, 1, 2, 3, 3, 2, 1, 0, 1]),
        ("1 1.1 1.1.1 1.2 2 2.1", [0, 1, 2, 1, 0, 1]),
        ("1 - - 2 -", [0, 1, 1, 0, 1]),
        ("A B C D", [0, 0, 0, 0]),
        ("1. 2. 4.", [0, 0, 0]),
        ("I 1) a) b) 2) II", [0, 1, 2, 2, 1, 0]),
    ],
)
def test_typed_numbers_tell_the_level(numbers: str, levels: list[int]) -> None:
    assert levels_of(numbers.split()) == levels


def test_an_unknown_form_of_numbers_is_told(tmp_path: Path) -> None:
    text = PLAN.replace("        columns:", "        numbering: I / x\n        columns:")
    (found,) = [one for one in opened(text, tmp_path).diagnostics if one.severity == "error"]
    assert "không có kiểu số 'x'" in found.message


def test_totals_stand_where_they_are_put() -> None:
    columns: list[object] = [{"title": "T", "kind": "text"}, {"title": "A"}]
    below = [{"id": "x1", "cells": "x1 | 1"}]
    rows = [{"id": "x", "title": "x", "rows": below}, {"id": "y", "cells": "y | 2"}, "z | 4"]
    totals = [{"title": "Hai dòng đầu", "of": ["x", "x1", "y"]}]
    made = sheet(columns, rows, total={"title": "Cộng", "place": "both"}, totals=totals)
    shown = [(one.name, one.cells[1].text) for one in made.lines]
    head, tail = ("Cộng", "7"), [("Hai dòng đầu", "3"), ("Cộng", "7")]
    assert shown == [head, ("x", ""), ("x1", "1"), ("y", "2"), ("z", "4"), *tail]


def test_a_group_without_figures_spans_and_one_with_figures_does_not() -> None:
    columns: list[object] = [
        {"title": "TT", "kind": "ordinal"},
        {"title": "T", "kind": "text"},
        {"title": "A"},
        {"title": "B"},
    ]
    rows = [
        {"title": "N", "rows": ["x | 1 | 2", {"kind": "note", "cells": "Chú ý"}]},
        {"title": "M", "subtotal": "true", "rows": ["y | 1 | 2"]},
    ]
    spans = [[cell.colspan for cell in row.cells] for row in table_spec(sheet(columns, rows)).rows]
    assert spans == [[1, 3], [1, 1, 1, 1], [1, 3], [1, 1, 1, 1], [1, 1, 1, 1]]


def test_a_total_of_rows_that_are_not_there_is_told(tmp_path: Path) -> None:
    text = PLAN.replace(
        "        total:", "        totals: [{title: Cộng, of: [zz]}]\n        total:"
    )
    found = [one.message for one in opened(text, tmp_path).diagnostics]
    assert any("'zz'" in one for one in found)


def test_a_column_named_as_a_key_of_rows_is_told(tmp_path: Path) -> None:
    text = PLAN.replace("id: ngheo,", "id: number,").replace("ngheo", "number")
    found = [one.message for one in opened(text, tmp_path).diagnostics]
    assert any("mã cột 'number'" in one for one in found)


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("Biểu 1.1", "Biểu 1.1"),
        ("Biểu 02/KH", "Biểu 02/KH"),
        ("Phụ lục IV", "Phụ lục IV"),
        ("Phụ lục", "Phụ lục I"),
        ("Phụ biểu", "Phụ biểu I"),
    ],
)
def test_an_appendix_with_a_number_in_its_label_gets_no_other(
    tmp_path: Path, label: str, first: str
) -> None:
    text = f"{PLAN}  - {{id: hai, title: Hai, text: Hai.}}\n".replace(
        "  - id: pl\n", f"  - id: pl\n    label: {label}\n"
    )
    texts = shown(opened(text, tmp_path))
    assert first in texts
    assert f"{first} I" not in texts
