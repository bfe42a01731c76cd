"""`kehoach new`: what it writes is a plan but for what it marks, and nothing is written over."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import PLANS
from kehoach.api import open_plan
from kehoach.cli import kehoach
from kehoach.office import OfficeFile, read_office
from kehoach.plan import Plan
from kehoach.source import read

TODAY = dt.date(2026, 11, 22)
PROVINCE = ["--province", "Thái Nguyên", "--year", "2027"]
ATTACHED = [*PROVINCE, "--kind", "attached"]
COMMUNE = ["--issuer", "Ủy ban nhân dân xã Ba Bể", "--year", "2027"]
DEPARTMENT = ["--issuer", "Sở Y tế", *PROVINCE]
UNKNOWN = ["--issuer", 'Hội "Bạn Nhà Nông": xã', "--year", "2027"]
BASES = [[*PROVINCE, "--base", one.name] for one in sorted((PLANS / "bases").glob("*.yaml"))]
WAYS = [PROVINCE, ATTACHED, COMMUNE, DEPARTMENT, UNKNOWN, *BASES]

every_way = pytest.mark.parametrize("way", WAYS, ids=lambda one: " ".join(one)[-60:])


def run(*arguments: str | Path, answers: str | None = None) -> Result:
    done = CliRunner().invoke(kehoach, ["new", *map(str, arguments)], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def written(folder: Path, way: list[str]) -> Path:
    file = folder / "plan.yaml"
    if "--base" in way:
        shutil.copytree(PLANS / "bases", folder, dirs_exist_ok=True)
        way = [*way[:-1], str(folder / way[-1])]
    done = run(file, *way)
    assert done.exit_code == 0, done.output
    return file


@every_way
def test_what_is_left_is_marked(way: list[str], tmp_path: Path) -> None:
    found = open_plan(written(tmp_path, way), TODAY).diagnostics
    assert {one.name for one in found} == {"todo"}, [one.message for one in found]


@every_way
def test_every_mark_in_the_text_is_found(way: list[str], tmp_path: Path) -> None:
    file = written(tmp_path, way)
    lines = file.read_text(encoding="utf-8").splitlines()
    marked = {n for n, line in enumerate(lines, 1) if "TODO" in line and not line.startswith("#")}
    found = open_plan(file, TODAY).diagnostics
    assert {one.mark.line for one in found if one.mark} == marked


def filled(text: str) -> str:
    """The text as a user fills it in."""
    text = re.sub(r'(quantity|baseline): "TODO[^"]*"', r"\1: 5%", text)
    return re.sub(r'"TODO: (?:[^"\\]|\\.)*"', "Nội dung đã điền", text)


@every_way
def test_filled_in_it_has_nothing_to_mend(way: list[str], tmp_path: Path) -> None:
    file = written(tmp_path, way)
    file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
    found = open_plan(file, TODAY).diagnostics
    own = [one for one in found if one.mark and Path(one.mark.file) == file]
    graver = [f"{one.name}: {one.message}" for one in own if one.severity != "info"]
    assert graver == []


@every_way
def test_every_key_stands_there_once_with_its_title(way: list[str], tmp_path: Path) -> None:
    text = written(tmp_path, way).read_text(encoding="utf-8")
    for key, field in Plan.model_fields.items():
        if key != "kind":
            title = re.escape(field.title or "")
            assert len(re.findall(rf"^# {title} \({key}\b", text, re.MULTILINE)) == 1
            assert len(re.findall(rf"^(?:# )?{key}:", text, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (PROVINCE, "issuer: Ủy ban nhân dân tỉnh Thái Nguyên"),
        (PROVINCE, "place: Thái Nguyên"),
        (PROVINCE, "symbol: KH-UBND"),
        (PROVINCE, "year: 2027"),
        (ATTACHED, "symbol: QĐ-UBND"),
        (ATTACHED, "decision:"),
        (COMMUNE, "place: Ba Bể"),
        (DEPARTMENT, "  parent: [Ủy ban nhân dân, tỉnh Thái Nguyên]"),
        (DEPARTMENT, "symbol: KH-SYT"),
        (UNKNOWN, 'symbol: "TODO: ký hiệu, như KH-UBND"'),
    ],
)
def test_head_follows_from_the_answers(way: list[str], expected: str, tmp_path: Path) -> None:
    assert expected in written(tmp_path, way).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "name", ['Hội "A": B # C', "Hội A\nyear: 1", "- A", "*A", "A \\", "Hội\tA", "[A]", "{{ 1 }}"]
)
def test_any_name_of_an_issuer_is_said_as_it_is(name: str, tmp_path: Path) -> None:
    file = written(tmp_path, ["--issuer", name, "--year", "2027"])
    root, problems = read("a.yaml", file.read_bytes())
    assert root is not None, problems
    assert (root["issuer"], root["year"]) == (name, "2027")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("của tôi", encoding="utf-8")
    done = run(file, *PROVINCE)
    assert done.exit_code == 1
    assert "không ghi đè" in done.output
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [
        ("plan.yaml", "của tôi")
    ]


def test_office_file_changes_nothing_and_names_every_key(tmp_path: Path) -> None:
    written(tmp_path, PROVINCE)
    office = tmp_path / "kehoach.toml"
    text = office.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    assert read_office(office).settings == OfficeFile()
    assert all(f"({key})" in text for key in OfficeFile.model_fields)


def test_office_file_is_not_written_below_another(tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text("", encoding="utf-8")
    folder = tmp_path / "plans"
    folder.mkdir()
    written(folder, PROVINCE)
    assert [one.name for one in folder.iterdir()] == ["plan.yaml"]
    assert (tmp_path / "kehoach.toml").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("given", [[], ["--year", "2027"], ["--issuer", "Sở Y tế"]])
def test_without_anyone_to_ask_it_says_what_is_missing(given: list[str], tmp_path: Path) -> None:
    done = run(tmp_path / "plan.yaml", *given)
    assert done.exit_code == 2
    assert "--issuer" in done.output
    assert list(tmp_path.iterdir()) == []


def test_it_asks_for_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The package's attribute of that name is the command, which hides its module.
    monkeypatch.setattr(import_module("kehoach.cli.drafting.new"), "_at_keyboard", lambda: True)
    file = tmp_path / "plan.yaml"
    done = run(file, answers="Ủy ban nhân dân xã Ba Bể\nhai nghìn\n2027\ny\n")
    text = file.read_text(encoding="utf-8")
    assert done.exit_code == 0
    assert "Cơ quan ban hành" in done.output
    assert "\nissuer: Ủy ban nhân dân xã Ba Bể\n" in text
    assert "\nyear: 2027\n" in text
    assert "\ndecision:\n" in text


def test_base_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text("a: [", encoding="utf-8")
    done = run(tmp_path / "plan.yaml", *PROVINCE, "--base", base)
    assert done.exit_code == 1
    assert "base.yaml" in done.output
    assert [one.name for one in tmp_path.iterdir()] == ["base.yaml"]


@pytest.mark.parametrize(
    ("base", "settings", "reached"),
    [
        ("bases", "kehoach.toml", True),
        ("bases", ".git", True),
        ("plans/bases", "", True),
        ("bases", "", False),
        ("bases", "plans/kehoach.toml", False),
    ],
)
def test_a_base_is_reached_or_nothing_is_written(
    base: str, settings: str, tmp_path: Path, *, reached: bool
) -> None:
    shutil.copytree(PLANS / "bases", tmp_path / base)
    file = tmp_path / "plans" / "a.yaml"
    file.parent.mkdir(exist_ok=True)
    if settings:
        (tmp_path / settings).mkdir() if settings == ".git" else (tmp_path / settings).touch()
    done = run(file, *PROVINCE, "--base", tmp_path / base / BASES[0][-1])
    assert (done.exit_code == 0, file.exists()) == (reached, reached), done.output
    if reached:
        assert {one.name for one in open_plan(file, TODAY).diagnostics} == {"todo"}
    else:
        assert "đặt kehoach.toml ở thư mục chứa cả hai" in done.output
