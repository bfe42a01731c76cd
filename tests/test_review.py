"""Differences between two plans: none exactly when equal, enough to make the new one."""

import copy
import datetime as dt
import json
import subprocess
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from applied import apply, read_changes
from conftest import PLANS
from kehoach import api
from kehoach.cli import kehoach
from kehoach.reviewing.comparison import compare
from kehoach.reviewing.review.changes import changes, plain
from kehoach.source import Map, Mark, Seq

TODAY = dt.date(2026, 11, 22)
BAC_KAN = PLANS / "bac-kan-2018.yaml"


def tree(value):
    """A plain value as the reader gives it."""
    mark = Mark("x.yaml", 1, 1)
    if isinstance(value, dict):
        made = Map(mark)
        for key, one in value.items():
            made.put(key, tree(one), mark, mark)
        return made
    if isinstance(value, list):
        made = Seq(mark)
        for one in value:
            made.add(tree(one), mark)
        return made
    return value


TEXTS = st.text("abcđ |", max_size=6)
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)


def items(children):
    return IDS.flatmap(
        lambda ids: st.tuples(
            *(children.map(lambda one, key=key: {"id": key, "of": one}) for key in ids)
        ).map(list)
    )


VALUES = st.recursive(
    TEXTS | st.none(),
    lambda children: (
        st.dictionaries(st.sampled_from(["k", "l", "m"]), children, max_size=3)
        | st.lists(TEXTS, max_size=4)
        | items(children)
    ),
    max_leaves=12,
)
PLAN_TREES = st.dictionaries(st.sampled_from(["p", "q", "r"]), VALUES, max_size=3)


@given(PLAN_TREES, PLAN_TREES)
def test_changes_make_the_new_plan_of_the_old(old, new):
    found = changes(tree(old), tree(new))
    assert apply(old, found) == new
    assert bool(found) == (old != new)


def edited(draw, value):
    """A plan's value with some of it changed, dropped, doubled or moved."""
    if isinstance(value, dict):
        return {key: edited(draw, one) for key, one in value.items() if draw(0.99)}
    if isinstance(value, list):
        kept = [edited(draw, one) for one in value if draw(0.97)]
        if len(kept) > 1 and not draw(0.9):
            kept.insert(0, kept.pop())
        return kept
    return value if draw(0.97) or not isinstance(value, str) else value + " thêm"


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("path", sorted(PLANS.glob("*.yaml")), ids=lambda path: path.stem)
def test_edits_of_a_plan_come_back(path, seed):
    random = Random(seed)
    old = plain(api.read_plan(path).root)
    new = edited(lambda share: random.random() < share, copy.deepcopy(old))
    found = changes(tree(old), tree(new))
    assert apply(old, found) == new
    assert bool(found) == (old != new)


@pytest.fixture
def pair(tmp_path):
    """Bắc Kạn 2018, and the same with one amount, one target and one word changed."""
    text = BAC_KAN.read_text(encoding="utf-8")
    new = text.replace("34,359 tỷ đồng", "34,159 tỷ đồng").replace("5.000 người", "5.500 người")
    new = new.replace("Nâng cao chất lượng dạy nghề", "Nâng cao hiệu quả dạy nghề")
    (tmp_path / "new.yaml").write_text(new, encoding="utf-8")
    return BAC_KAN, tmp_path / "new.yaml"


def compared(pair):
    return compare(*(api.open_plan(path, TODAY) for path in pair), TODAY)


def test_a_figure_is_told_with_its_movement_and_what_follows(pair):
    told = {entry.place: entry for entry in compared(pair).entries}
    money = told["Dự án 2 (Chương trình 135): vốn sự nghiệp"]
    assert money.text == "34,359 -> 34,159 tỷ đồng (-0,2; -0,6%)"
    assert any("[-34,359-]{+34,159+}" in one for one in money.knock_on)
    target = told["Số lao động được giải quyết việc làm mới: mức phải đạt"]
    assert target.text == "5.000 -> 5.500 người (+500; +10,0%)"


def test_findings_that_come_and_go_are_told(pair):
    gone = compared(pair).disappeared
    assert [one.name for one in gone] == ["budget-total"]


def diff(*arguments):
    return CliRunner().invoke(kehoach, ["diff", *map(str, arguments)])


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_format_tells_every_change(pair, form):
    done = diff(*pair, "--format", form)
    assert done.exit_code == 1
    assert all(word in done.stdout for word in ("34,159", "5.500", "hiệu"))


def test_json_applied_to_the_old_plan_gives_the_new_one(pair):
    text = diff(*pair, "--format", "json").stdout
    old, new = (plain(api.read_plan(path).root) for path in pair)
    assert apply(old, read_changes(text)) == new
    assert not json.loads(text)["equal"]


def test_equal_plans_exit_zero():
    done = diff(BAC_KAN, BAC_KAN)
    assert (done.exit_code, done.stdout.endswith("không có thay đổi\n")) == (0, True)


def test_a_plan_that_cannot_be_read_exits_two(tmp_path):
    (tmp_path / "bad.yaml").write_text("a: [", encoding="utf-8")
    assert diff(BAC_KAN, tmp_path / "bad.yaml").exit_code == 2


def test_versions_of_git(pair, tmp_path, monkeypatch):
    old, new = pair
    monkeypatch.chdir(tmp_path)
    plan = Path("plan.yaml")
    for version in (old, new):
        plan.write_bytes(version.read_bytes())
        for command in ("init -q", "add .", "-c user.name=a -c user.email=a@b commit -qm x"):
            subprocess.run(["git", *command.split()], check=True)
    assert "34,159" in diff("plan.yaml", "--rev", "HEAD~1..HEAD").stdout
    assert "34,159" in diff("HEAD~1:plan.yaml", "plan.yaml").stdout
    assert diff("nothing:plan.yaml", "plan.yaml").exit_code == 2


PAIRS = sorted((Path(__file__).parent / "review" / "pairs").iterdir())


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_pair_is_told_as_before(folder, golden, monkeypatch):
    monkeypatch.chdir(folder)
    for form, ending in (("text", "txt"), ("json", "json")):
        golden(
            f"diff/{folder.name}.{ending}", diff("old.yaml", "new.yaml", "--format", form).stdout
        )


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_pair_by_its_json_makes_the_new_plan(folder, golden):
    text = (Path(__file__).parent / "golden" / "diff" / f"{folder.name}.json").read_text("utf-8")
    old, new = (plain(api.read_plan(folder / name).root) for name in ("old.yaml", "new.yaml"))
    assert apply(old, read_changes(text)) == new
