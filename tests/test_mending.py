"""`kehoach check --fix`: one right answer is written where it belongs, all else stays."""

import datetime as dt
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kehoach.api import open_plan
from kehoach.cli import kehoach
from kehoach.diagnostics import Finding
from kehoach.drafting.mending import mend

TODAY = dt.date(2026, 11, 22)
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


def offered(plan, *mends, needle="Theo bảng kèm theo."):
    """What comes of mends that some check offers for the beginning of the sentence."""
    found = open_plan(plan, TODAY)
    at = found.layers.root["outline"][0].values_at["text"]
    mark = at._replace(end=at.start + len(needle))
    own = [Finding(name="x", message=one, mark=mark, needle=needle, mend=one) for one in mends]
    return mend(replace(found, diagnostics=(*found.diagnostics, *own)), TODAY, totals=False)


def test_of_two_mends_at_one_place_none_is_made_where_they_disagree(plan):
    (left,) = offered(plan, "Theo sổ", "Theo bảng", needle="Theo bản")
    assert left.before == left.after
    assert {why for _, why in left.refused} == {"có hai cách sửa khác nhau"}
    (once,) = offered(plan, "Tại bảng", "Tại bảng", needle="Theo bảng")
    assert "text: Tại bảng kèm theo." in once.after


@pytest.mark.parametrize(
    "mend_to", ["Theo  bảng kèm theo.", "Theo (bảng kèm theo.", "Theo các các bảng kèm theo."]
)
def test_a_mend_that_raises_a_finding_is_not_made_and_told(plan, mend_to):
    (left,) = offered(plan, mend_to)
    assert left.after == left.before
    ((told, why),) = left.refused
    assert (told.mend, left.findings) == (mend_to, ())
    assert why.startswith("sửa xong thì lại có chỗ sai: ")


def test_a_mend_that_only_moves_a_finding_is_not_made(plan):
    plan.write_text(PLAN.replace("bảng kèm", "bảng  kèm"), encoding="utf-8")
    found = open_plan(plan, TODAY)
    (own,) = (one for one in found.diagnostics if one.name == "space-before-mark")
    moving = replace(own, mend="bảng kèm , theo", needle="bảng  kèm theo")
    moving = replace(moving, mark=own.mark._replace(end=own.mark.start + len(moving.needle)))
    others = (one for one in found.diagnostics if one is not own)
    (left,) = mend(replace(found, diagnostics=(*others, moving)), TODAY, totals=False)
    assert left.after == left.before
    assert [one.name for one, _ in left.refused] == ["space-before-mark"]


def test_one_bad_mend_does_not_keep_the_good_ones_back(plan):
    plan.write_text(PLAN.replace("title: Dự án", "title: Dự án , mục"), encoding="utf-8")
    (made,) = offered(plan, "Theo  bảng kèm theo.")
    assert "title: Dự án, mục" in made.after
    assert ([one.name for one in made.findings], len(made.refused)) == (["space-before-mark"], 1)


def test_mends_that_meet_are_made_one_after_the_other(plan):
    text = "Theo bảng của các xã , phường , thị trấn ( nếu có ) và phường , xã ."
    plan.write_text(PLAN.replace("Theo bảng kèm theo.", text), encoding="utf-8")
    check(plan, "--fix")
    once = plan.read_text(encoding="utf-8")
    assert "text: Theo bảng của các xã, phường, thị trấn (nếu có) và phường, xã." in once
    check(plan, "--fix")
    assert plan.read_text(encoding="utf-8") == once


def test_more_slips_than_are_told_at_once_are_all_mended(plan):
    text = "Theo bảng " + " , ".join(f"mục {number} nêu trên" for number in range(50)) + "."
    plan.write_text(PLAN.replace("Theo bảng kèm theo.", f"'{text}'"), encoding="utf-8")
    check(plan, "--fix")
    assert f"'{text.replace(' ,', ',')}'" in plan.read_text(encoding="utf-8")


def test_plans_over_one_base_are_mended_once(tmp_path):
    (tmp_path / "chung").mkdir()
    (tmp_path / "chung" / "a.yaml").write_text(
        PLAN.replace("title: Bảng", "title: Bảng , biểu"), "utf-8"
    )
    for name in ("b", "c"):
        (tmp_path / f"{name}.yaml").write_text(
            f"extends: chung/a.yaml\nsubject: thử {name} , thử\n", encoding="utf-8"
        )
    done = CliRunner().invoke(
        kehoach, ["check", "--fix", *(str(tmp_path / f"{name}.yaml") for name in ("b", "c"))]
    )
    assert done.stderr.count("Đã sửa 1 chỗ") == 3
    assert "title: Bảng, biểu" in (tmp_path / "chung" / "a.yaml").read_text("utf-8")
    assert "subject: thử c, thử" in (tmp_path / "c.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "told",
    [
        *(
            "Phân đấu giảm nghèo.",
            "Các hyện báo cáo.",
            "Kinh tế- xã hội.",
            "Làm điểm tại xã Phủ Lý.",
        ),
        *("Của Tỉnh Thái Nguyên.", "Đạt 4, 97% hộ.", "Có 1,234 hộ nghèo.", "Giúp các các thôn."),
        *("Tỷ lệ nam:nữ.", "Hỗ trợ khoảng  hộ.", "Bộ bảo hiểm Xã Hội.", "hoà giải, hòa bình, hòa"),
    ],
)
def test_what_lists_counts_and_likeness_say_is_never_written(plan, told):
    text = PLAN.replace("Theo bảng kèm theo.", f"'{told}'")
    plan.write_text(text, encoding="utf-8")
    check(plan, "--fix")
    assert plan.read_text(encoding="utf-8") == text


def test_a_mend_that_yaml_could_not_hold_as_it_is_gets_quotes(plan):
    (made,) = offered(plan, "- bảng: 'b' #c")
    assert "    text: '- bảng: ''b'' #c'\n" in made.after


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
