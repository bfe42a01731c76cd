"""`kehoach check --fix`: one right answer is written where it belongs, all else stays."""

import datetime as dt
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kehoach.api import open_plan, read_plan
from kehoach.cli import kehoach
from kehoach.diagnostics import Finding
from kehoach.drafting.mending import mend

PLAN = """\
# bảng nhỏ
issuer: Ủy ban nhân dân xã A
symbol: KH-UBND
place: A
subject: thử
number: "1"
issued_on: 2020-02-19
outline:
  - title: Nội dung  # giữ
    text: Theo bảng kèm theo.
projects:
  - id: da_1
    title: Dự án
    budget: {total: 3 tỷ đồng, investment: 1 tỷ đồng, recurrent: 1 tỷ đồng}
appendices:
  - id: pl
    title: Bảng
    tables:
      - id: b
        columns:
          - {id: xa, title: Xã, kind: text}
          - {id: ho, title: Hộ}
          - {id: ngheo, title: Nghèo}
          - {id: con, title: Còn, formula: ho - ngheo}
        rows:
          - Thôn 7 | 17 | 7 | 7
          - Thôn 8 | 8 | 0 | 8
        total: {title: Tổng 24, cells: 24 | 7 | 18}
"""
RIGHT = (
    PLAN.replace("total: 3 tỷ đồng", "total: 2 tỷ đồng")
    .replace("17 | 7 | 7", "17 | 7 | 10")
    .replace("24 | 7 | 18", "25 | 7 | 18")
)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def check(path, *options):
    return CliRunner().invoke(kehoach, ["check", str(path), *options])


def test_figures_are_mended_only_when_asked_for(plan):
    assert check(plan, "--fix").exit_code == 1
    assert plan.read_text(encoding="utf-8") == PLAN


def test_the_meant_cell_is_mended_and_nothing_else(plan):
    done = check(plan, "--fix-totals")
    assert plan.read_text(encoding="utf-8") == RIGHT
    assert done.exit_code == 0, done.output
    assert "+          - Thôn 7 | 17 | 7 | 10" in done.stderr


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Theo số 51/KH – UBND.", "Theo số 51/KH-UBND."),
        ("'Theo: số 51/KH – UBND # ''x''.'", "'Theo: số 51/KH-UBND # ''x''.'"),
        ('"Theo \\"số 51/KH – UBND\\"."', '"Theo \\"số 51/KH-UBND\\"."'),
        (">\n      Theo số\n      51/KH – UBND.", ">\n      Theo số\n      51/KH-UBND."),
        ("|-\n      Theo số 51/KH – UBND.\n", "|-\n      Theo số 51/KH-UBND.\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_the_mark_in_front_and_the_style_stay(plan, before, after, end, mark):
    old, new = (PLAN.replace("Theo bảng kèm theo.", one) for one in (before, after))
    plan.write_bytes(mark + old.rstrip("\n").replace("\n", end).encode())
    done = check(plan, "--fix")
    assert plan.read_bytes() == mark + new.rstrip("\n").replace("\n", end).encode(), done.output


def test_of_two_mends_at_one_place_none_is_made_where_they_disagree(plan):
    root = read_plan(plan)
    found = open_plan(plan, dt.date(2026, 11, 22))
    at = root.root["outline"][0].values_at["text"]
    two = [
        Finding(
            name="x", message="", mark=at._replace(end=at.start + 8), needle="Theo bản", mend=one
        )
        for one in ("Theo sổ", "Theo bảng")
    ]
    assert mend(replace(found, diagnostics=tuple(two)), totals=True) == []
    (once,) = mend(replace(found, diagnostics=(two[0], two[0])), totals=True)
    assert "text: Theo sổg kèm theo." in once.after


def test_a_mend_that_yaml_could_not_hold_as_it_is_gets_quotes(plan):
    found = open_plan(plan, dt.date(2026, 11, 22))
    at = found.layers.root["outline"][0].values_at["text"]
    one = Finding(name="x", message="", mark=at, needle="Theo bảng kèm theo.", mend="- a: 'b' #c")
    (made,) = mend(replace(found, diagnostics=(one,)), totals=True)
    assert "    text: '- a: ''b'' #c'\n" in made.after


def test_what_is_allowed_is_left_alone(plan):
    allow = "allow:\n  - {name: budget-total, reason: như bản ban hành}\n"
    plan.write_text(PLAN + allow, encoding="utf-8")
    check(plan, "--fix-totals")
    assert "total: 3 tỷ đồng" in plan.read_text(encoding="utf-8")


def test_spaces_and_dashes_are_mended_without_asking(plan):
    text = PLAN.replace("Theo bảng kèm theo.", "Theo Kế hoạch số 51/KH – UBND và bảng kèm theo.")
    plan.write_text(text, encoding="utf-8")
    check(plan, "--fix")
    assert "số 51/KH-UBND và" in plan.read_text(encoding="utf-8")
