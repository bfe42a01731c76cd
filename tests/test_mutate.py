"""`make mutate`: mistakes stand where they are said to, and the table tells what came of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from mutations import OPERATORS, Mutation, Subject, run
from mutations.subject import Edit

FEWEST = 30
PLAN = """\
extends: minimal.yaml
projects:
  - id: da_1
    title: Sinh kế
    budget:
      total: 3 tỷ đồng
      investment: 1 tỷ đồng
      recurrent: 2 tỷ đồng
"""
INVESTMENT, RECURRENT, TOTAL = 7, 8, 6


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    minimal = ROOT / "tests" / "plans" / "minimal.yaml"
    (tmp_path / "minimal.yaml").write_bytes(minimal.read_bytes())
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return Subject.open(tmp_path / "plan.yaml")


def test_plan_is_clean(subject: Subject) -> None:
    assert subject.clean


def test_changed_part_is_found_at_the_total(subject: Subject) -> None:
    done = [run(subject, one) for one in OPERATORS["part-digit"](subject)]
    assert [{line for _, line in one.lines} for one in done] == [
        {INVESTMENT, TOTAL},
        {RECURRENT, TOTAL},
    ]
    assert [(one.names, one.placed, one.void) for one in done] == [
        (("budget-total",), True, False)
    ] * 2


def test_what_is_no_mistake_is_not_found(subject: Subject) -> None:
    start = PLAN.index("Sinh kế")
    edit = Edit(subject.path.as_posix(), start, start + len("Sinh kế"), "Việc làm")
    done = run(subject, Mutation((edit,)))
    assert (done.names, done.placed, done.void) == ((), False, False)


def test_line_is_told_after_lines_were_put_in(subject: Subject) -> None:
    start = PLAN.index("    budget:")
    file = subject.path.as_posix()
    first, second = (
        Edit(file, start, start, "    # một\n    # hai\n"),
        Edit(file, len(PLAN), len(PLAN), ""),
    )
    done = run(subject, Mutation((first, second)))
    assert {line for _, line in done.lines} == {5, 6, len(PLAN.splitlines()) + 3}


def test_mending_is_no_trial(tmp_path: Path) -> None:
    minimal = ROOT / "tests" / "plans" / "minimal.yaml"
    (tmp_path / "minimal.yaml").write_bytes(minimal.read_bytes())
    (tmp_path / "plan.yaml").write_text(PLAN.replace("3 tỷ", "4 tỷ"), encoding="utf-8")
    wrong = Subject.open(tmp_path / "plan.yaml")
    start = PLAN.index("3 tỷ")
    assert not wrong.clean
    assert run(wrong, Mutation((Edit(wrong.path.as_posix(), start, start + 1, "3"),))).void


def test_operators_are_many_and_tell_their_mistake() -> None:
    assert len(OPERATORS) >= FEWEST
    assert [name for name, one in OPERATORS.items() if not (one.__doc__ or "").strip()] == []


def test_every_operator_has_room_in_some_plan() -> None:
    files = [*sorted((ROOT / "plans").glob("*.yaml")), ROOT / "tests" / "plans" / "full.yaml"]
    subjects = [Subject.open(one) for one in files]
    idle = [
        name
        for name, one in OPERATORS.items()
        if not any(next(one(each), None) for each in subjects)
    ]
    assert idle == []


def test_table_is_printed() -> None:
    command = [sys.executable, str(ROOT / "tools" / "mutate.py"), "--per-operator", "2"]
    command += ["--plan", "full", "--operator", "cell-digit", "--operator", "todo-left"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "cell-digit" in done.stdout
    assert "all kinds" in done.stdout
