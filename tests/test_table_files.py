"""Tables read from .csv and .xlsx files, and figures of a published plan that move together."""

import datetime as dt
import re

import pytest

from conftest import PLANS
from flow import shown
from kehoach import api
from kehoach.plan import work_out
from kehoach.source import Layers, Map, Mark, put

TODAY = dt.date(2026, 11, 22)
PLAN = """\
issuer: Ủy ban nhân dân xã A
symbol: KH-UBND
place: A
subject: thử
outline: [Theo bảng kèm theo.]
appendices:
  - id: pl
    title: Bảng
    tables:
      - id: b
        source: b.csv
        subtotals: true
        columns:
          - {id: stt, title: STT, kind: ordinal}
          - {id: thon, title: Thôn, kind: text}
          - {id: ho, title: Số hộ}
          - {id: ngheo, title: Hộ nghèo}
          - {id: con, title: Còn, formula: ho - ngheo}
        total: Tổng
"""


def opened(tmp_path, rows, *, name="b.csv", plan=PLAN):
    if isinstance(rows, str):
        (tmp_path / name).write_text(rows, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(plan, encoding="utf-8")
    return api.open_plan(tmp_path / "a.yaml", TODAY)


def lines(dossier):
    (table,) = dossier.plan.tables
    return [[cell.text for cell in line.cells] for line in work_out(table).lines]


def test_groups_sums_and_formulas_of_a_file(tmp_path):
    rows = "Hộ nghèo;Thôn;Số hộ\n;Khu Nam;\n7;Một;1.017\n3;Hai;20\n;Khu Bắc;\n1;Ba;5\n"
    dossier = opened(tmp_path, rows)
    assert lines(dossier) == [
        ["Khu Nam", "1.037", "10", "1.027"],
        ["Một", "1.017", "7", "1.010"],
        ["Hai", "20", "3", "17"],
        ["Khu Bắc", "5", "1", "4"],
        ["Ba", "5", "1", "4"],
        ["Tổng", "1.042", "11", "1.031"],
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Thôn;Số hộ\nMột;1\n", "dòng 1 không có cột 'Hộ nghèo'"),
        ("", "không có dòng nào"),
        (None, "không đọc được tệp 'b.csv'"),
    ],
)
def test_a_file_that_does_not_fit_is_told(tmp_path, rows, message):
    (found,) = [one for one in opened(tmp_path, rows).diagnostics if one.severity == "error"]
    assert (found.name, message in found.message) == ("table-file", True)
    assert found.mark[1:3] == (11, 17)


def test_a_bad_cell_is_told_in_the_file(tmp_path):
    dossier = opened(tmp_path, "Thôn;Số hộ;Hộ nghèo\nMột;8x0;1\n")
    (found,) = [one for one in dossier.diagnostics if one.severity == "error"]
    assert (found.name, found.mark.file[-5:], found.mark.line) == ("table-cell", "b.csv", 2)


def test_excel_numbers_are_read_as_excel_shows_them():
    dossier = api.open_plan(PLANS / "so-khcn-chuyen-doi-so-2027.yaml", TODAY)
    cells = {line[0]: line[1:] for line in lines(dossier)}
    row = next(value for name, value in cells.items() if "trực tuyến toàn trình" in name)
    assert row == ["88", "91,5", "95"]


BAC_SON = PLANS / "bac-son-2024.yaml"
MONEY = re.compile(r"[\d.,]+ triệu đồng")


def amounts(value, path=()):
    """The paths of all amounts below a part of the plan's tree."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from amounts(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from amounts(one, (*path, index))
    elif isinstance(value, str) and MONEY.fullmatch(value):
        yield path


ROOT = api.read_plan(BAC_SON).root
BUDGETS = [("projects", *path) for path in amounts(ROOT["projects"]) if "budget" in path]


@pytest.mark.parametrize("path", BUDGETS, ids=lambda path: ".".join(map(str, path)))
def test_a_budget_of_bac_son_moves_its_sentence_or_a_total_objects(path):
    before = api.open_plan(BAC_SON, TODAY)
    root = put(before.layers.root, path, "98.765 triệu đồng", Mark(BAC_SON.as_posix(), 1, 1))
    assert isinstance(root, Map)
    layers = Layers(root, [], before.layers.texts, before.layers.bases)
    after = api.examine(layers, BAC_SON, TODAY, before.office)
    assert any("98.765" in line for line in shown(after))
    told = {(one.name, one.message) for one in before.diagnostics}
    new = {one.name for one in after.diagnostics if (one.name, one.message) not in told}
    assert new & {"budget-total", "plan-total", "project-total", "unit-scale"}
