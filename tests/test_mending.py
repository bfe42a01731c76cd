"""`kehoach check --fix`: one right answer is written where it belongs, all else stays."""

import pytest
from click.testing import CliRunner

from kehoach.cli import kehoach

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
