"""Rollover: each rule by pairs of texts (tests/rollover), the example plans, what stays untouched.

A pair is one document of such a file: `# title`, last year's text, a line `# ===>`, next year's.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from conftest import PLANS, ROOT
from kehoach.api import open_plan, read_plan, registers_of
from kehoach.cli import kehoach
from kehoach.drafting.rollover import Folders, Rolled, in_base, roll
from kehoach.language.letters import fold
from kehoach.plan import Plan, resolve, type_plan

CASES = ROOT / "tests" / "rollover"
BASE = CASES / "base.yaml"
TODAY = dt.date(2026, 11, 22)
OLD, NEW = 2024, 2027
ARROW = "# ===>\n"
EXAMPLES = sorted(PLANS.glob("*.yaml"))
REGISTERS, _ = registers_of(None)


class Pair(NamedTuple):
    file: str
    title: str
    before: str
    after: str


def pairs(file: Path) -> Iterator[Pair]:
    for document in re.split(r"^---\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        title, _, rest = document.partition("\n")
        before, _, after = rest.partition(ARROW)
        yield Pair(file.stem, title.removeprefix("# "), before, after)


EVERY = [one for file in sorted(CASES.glob("*.yaml")) if file != BASE for one in pairs(file)]


def typed(file: Path) -> Plan:
    root = read_plan(file).root
    assert root is not None
    plan, found = type_plan(root)
    assert plan is not None, [one.message for one in found]
    return resolve(plan)[0]


def rolled(folder: Path, text: str) -> Rolled:
    (folder / "base.yaml").write_bytes(BASE.read_bytes())
    (folder / "plan.yaml").write_text(text, encoding="utf-8", newline="")
    return roll(text, typed(folder / "plan.yaml"), REGISTERS, NEW)


def headed(year: int, text: str) -> str:
    return f"extends: base.yaml\nyear: {year}\n{text}"


@pytest.mark.parametrize("pair", EVERY, ids=lambda one: f"{one.file}::{one.title}")
def test_pair(pair: Pair, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = rolled(tmp_path, headed(OLD, pair.before)).text
    if request.config.getoption("--update-golden"):
        update(pair, found.removeprefix(headed(NEW, "")))
        return
    assert found == headed(NEW, pair.after)


def update(pair: Pair, after: str) -> None:
    """Write a pair's second text anew: the registers have changed."""
    file = CASES / f"{pair.file}.yaml"
    old = f"# {pair.title}\n{pair.before}{ARROW}{pair.after}"
    new = f"# {pair.title}\n{pair.before}{ARROW}{after}"
    text = file.read_text(encoding="utf-8").replace(old, new)
    file.write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("pair", EVERY, ids=lambda one: f"{one.file}::{one.title}")
def test_result_is_a_plan_but_for_what_is_left_open(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_bytes(BASE.read_bytes())
    file = tmp_path / "plan.yaml"
    file.write_text(headed(NEW, pair.after), encoding="utf-8")
    layers = read_plan(file)
    assert layers.root is not None, [one.message for one in layers.problems]
    _, found = type_plan(layers.root)
    assert {one.name for one in found} <= {"todo"}


def test_pairs_differ() -> None:
    titles = [(one.file, one.title) for one in EVERY]
    assert len(titles) == len(set(titles))


class Example(NamedTuple):
    before: str
    rolled: Rolled
    file: Path


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda one: one.stem)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """An example plan, its draft for 2028 in another folder of the office, and the file of that."""
    office = tmp_path_factory.mktemp("office")
    (office / "kehoach.toml").touch()
    shutil.copytree(PLANS, office / "plans")
    file: Path = office / "plans" / request.param.name
    target = office / "next" / "next.yaml"
    target.parent.mkdir()
    text = read_plan(file).texts[file.as_posix()]
    folders = Folders(file.parent.as_posix(), target.parent.as_posix(), office.as_posix())
    found = roll(text, typed(file), REGISTERS, 2028, folders)
    target.write_text(found.text, encoding="utf-8", newline="")
    return Example(text, found, target)


def test_example_leaves_only_what_is_to_be_filled_in(example: Example) -> None:
    found = open_plan(example.file, TODAY).diagnostics
    assert {one.name for one in found} == {"todo"}


def test_every_decision_left_is_found_by_check_on_its_line(example: Example) -> None:
    """Of more than a hundred alike, check lists the first and counts the others."""
    found = open_plan(example.file, TODAY).diagnostics
    lines = {one.mark.line for one in found if one.mark and one.mark.file.endswith("next.yaml")}
    end = max(lines) if any("chỗ nữa như vậy" in one.message for one in found) else math.inf
    left = {one.line for one in example.rolled.done if one.action == "todo" and one.line <= end}
    text = example.rolled.text.splitlines()
    aliases = {line for line in lines if re.search(r": \*\w+$", text[line - 1])}
    assert left == lines - aliases


def comments(text: str) -> Counter[str]:
    """Comment lines and comments behind values."""
    return Counter(one.strip() for one in re.findall(r"(?:^|\s)#.*", text))


def test_comments_stay(example: Example) -> None:
    assert comments(example.before) - comments(example.rolled.text) == Counter()


ADDED = re.compile(r"\s*(?:#|baseline: |note: |year: )")
"""What may stand on a line that last year's text does not have."""


def test_lines_without_a_change_stay_as_they_are(example: Example) -> None:
    """Line by line: no line goes, and each that differs is told, a remark, or a key put in."""
    before = example.before.splitlines(keepends=True)
    after = example.rolled.text.splitlines(keepends=True)
    told = {one.line for one in example.rolled.done}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        assert tag != "delete"
        if tag == "equal":
            continue
        for number, line in enumerate(after[start:end], start + 1):
            assert number in told or ADDED.match(line), (number, line)


ENDED = {
    fold(one.name): one
    for one in REGISTERS.agencies
    if one.validity.end and not REGISTERS.agencies.find(one.name, dt.date(2028, 1, 1))
}


def names(text: str) -> set[str]:
    """Ended agencies that a value names outside its marks and citations."""
    text = re.sub(r"\[TODO:.*?\]|cán bộ", " ", text)
    text = re.sub(r"(?:\d{4}|/[^\W\d_][\w-]*)\s+của\s+[^.,;]*", " ", text)
    folded = f" {fold(text)} "
    return {name for name in ENDED if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)}


def test_every_agency_that_ended_is_replaced_or_marked(example: Example) -> None:
    layers = read_plan(example.file)
    assert layers.root is not None
    own = roll_values(layers.root, example.file.as_posix())
    for text, place in own:
        left = {name for name in names(text) if fold(ENDED[name].name) not in fold(marks(text))}
        assert left == set(), (place, text)


def marks(text: str) -> str:
    return " ".join(re.findall(r"\[TODO:.*?\]", text))


def roll_values(root: object, file: str) -> Iterator[tuple[str, str]]:
    """Texts of the new file itself, but for citations and allowances."""
    from kehoach.editing.scalars import scalars
    from kehoach.plan.kinds import OWN
    from kehoach.plan.schema import kind_at
    from kehoach.source import read

    text = Path(file).read_bytes()
    own, _ = read(file, text)
    for one in scalars(own, text.decode("utf-8")):
        if kind_at(one.path) in OWN:
            yield one.value, str(one.path)


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(kehoach, [str(one) for one in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_command_writes_the_draft_and_tells_what_is_left(tmp_path: Path) -> None:
    target = tmp_path / "next.yaml"
    code, output = run("rollover", PLANS / "bac-kan-2018.yaml", "--to", "2027", "-o", target)
    text = target.read_text(encoding="utf-8")
    assert code == 0
    assert "\nissuer: Ủy ban nhân dân tỉnh Thái Nguyên\n" in text
    assert "\nplace: Thái Nguyên\n" in text
    assert "\nyear: 2027\n" in text
    assert "tỉnh Bắc Kạn → tỉnh Thái Nguyên" in output
    assert "Còn phải quyết định (TODO)" in output
    line = text.splitlines().index(
        '      total: "TODO: kinh phí năm 2027" # bản năm 2018: 135 tỷ đồng'
    )
    assert f"dòng {line + 1}: kinh phí năm 2027" in output


def test_command_never_overwrites_unless_told(tmp_path: Path) -> None:
    plan, target = tmp_path / "a-2026.yaml", tmp_path / "a-2027.yaml"
    plan.write_bytes((ROOT / "tests" / "plans" / "minimal.yaml").read_bytes())
    assert run("rollover", plan, "--to", "2027")[0] == 0
    before = target.read_bytes()
    target.write_text("của tôi", encoding="utf-8")
    code, output = run("rollover", plan, "--to", "2027")
    assert (code, target.read_text(encoding="utf-8")) == (1, "của tôi")
    assert "--force" in output
    assert run("rollover", plan, "--to", "2027", "--force")[0] == 0
    assert target.read_bytes() == before
    assert run("rollover", plan, "--to", "2027", "-o", plan, "--force")[0] == 1


@pytest.mark.parametrize("year", ["2026", "2025"])
def test_command_wants_a_later_year(year: str, tmp_path: Path) -> None:
    plan = tmp_path / "a.yaml"
    plan.write_bytes((ROOT / "tests" / "plans" / "minimal.yaml").read_bytes())
    code, output = run("rollover", plan, "--to", year)
    assert code == 1
    assert "2026" in output
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


def test_command_tells_what_is_wrong_with_a_plan_that_cannot_be_typed(tmp_path: Path) -> None:
    plan = tmp_path / "a.yaml"
    plan.write_text("year: 2026\n", encoding="utf-8")
    code, output = run("rollover", plan, "--to", "2027")
    assert code == 1
    assert "issuer" in output


def test_year_of_a_base_is_said_in_the_plan(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE.read_text(encoding="utf-8") + "year: 2024\n", "utf-8")
    plan = tmp_path / "plan.yaml"
    text = "# đầu tệp\nextends: base.yaml\n"
    plan.write_text(text, encoding="utf-8")
    found = roll(text, typed(plan), REGISTERS, NEW)
    assert found.text == "# đầu tệp\nyear: 2027\nextends: base.yaml\n"


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    text = headed(OLD, 'number: "12"\r\npolicies:\r\n  - {id: a, title: A, budget: 1 tỷ đồng}\r\n')
    found = rolled(tmp_path, text).text
    assert found.count("\r\n") == 4
    assert "\r" not in found.replace("\r\n", "")


def test_what_a_base_holds_is_told_and_not_edited() -> None:
    plan = typed(PLANS / "thai-nguyen-2021-2025.yaml")
    base = (PLANS / "bases" / "giam-ngheo-2021-2025.yaml").read_text(encoding="utf-8")
    told = [one.told for one in in_base(base, plan, REGISTERS, 2027)]
    assert any("90/QĐ-TTg" in one and "417/QĐ-BNNMT" in one for one in told)


@pytest.mark.parametrize(
    ("settings", "reached"), [("kehoach.toml", True), ("sub/kehoach.toml", False), ("", False)]
)
@pytest.mark.parametrize(
    "name", ["thai-nguyen-2027", "xa-ba-be-2027", "so-khcn-chuyen-doi-so-2027"]
)
def test_a_file_that_the_draft_uses_is_reached_or_told(
    tmp_path: Path, name: str, settings: str, *, reached: bool
) -> None:
    """`so-khcn-...` has a sheet and no base; the two others have both."""
    shutil.copytree(PLANS, tmp_path / "plans")
    target = tmp_path / "sub" / "next.yaml"
    target.parent.mkdir()
    if settings:
        (tmp_path / settings).touch()
    code, output = run(
        "rollover", tmp_path / "plans" / f"{name}.yaml", "--to", "2028", "-o", target
    )
    assert code == 0
    found = {one.name for one in open_plan(target, TODAY).diagnostics}
    assert (not found & {"file-unreadable", "table-file"}) == reached
    assert "file-missing" not in found
    assert ("đặt kehoach.toml" in output) != reached
