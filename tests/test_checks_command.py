"""`kehoach checks`: the list, the page of one check, and lines that can be copied as they stand."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kehoach.checks import CHECKS
from kehoach.checks.options import Options, kind_text
from kehoach.cli import kehoach
from kehoach.office import read_office


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kehoach, ["checks", *arguments])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()  # settings above are not this office's
    monkeypatch.chdir(tmp_path)
    return tmp_path


def line(name: str) -> str:
    (found,) = [one for one in run().output.splitlines() if one.split()[:1] == [name]]
    return found


def test_list_names_every_check_with_what_it_says_and_its_options() -> None:
    for name, rule in CHECKS.items():
        assert rule.summary in line(name)
        assert all(option in line(name) for option in rule.options.model_fields)


def test_list_shows_the_severity_in_this_office(folder: Path) -> None:
    assert "lỗi" in line("budget-total")
    assert "tắt" in line("undefined-abbreviation")
    settings = (
        '[[check]]\nname = "budget-total"\nseverity = "off"\n'
        '[[check]]\nname = "undefined-abbreviation"\nseverity = "info"\n'
    )
    (folder / "kehoach.toml").write_text(settings, encoding="utf-8")
    assert "tắt" in line("budget-total")
    assert "ghi chú" in line("undefined-abbreviation")


@pytest.mark.parametrize("name", CHECKS)
def test_page_explains_and_its_lines_are_a_right_office_file(name: str, folder: Path) -> None:
    done = run(name)
    rule = CHECKS[name]
    assert done.exit_code == 0
    for head in ("Vì sao:", "Sai:", "Đúng:", "Căn cứ:"):
        assert head in done.output
    assert all(kind_text(field) in done.output for field in rule.options.model_fields.values())
    lines = done.output[done.output.index("[[check]]") :]
    (written,) = tomllib.loads(lines)["check"]
    assert written["severity"] == ("off" if rule.on else rule.severity)
    assert set(written.get("options", {})) == set(rule.options.model_fields)
    (folder / "kehoach.toml").write_text(lines, encoding="utf-8")
    office = read_office(folder / "kehoach.toml")
    assert office.diagnostics == ()
    assert all(one == rule.options() for one in office.options.values())


def test_mistyped_name_is_told_with_the_nearest() -> None:
    done = run("budget-totl")
    assert done.exit_code == 1
    assert "budget-total" in done.output


@pytest.mark.parametrize("rule", CHECKS.values(), ids=lambda one: one.name)
def test_options_say_what_they_are(rule: object) -> None:
    options: type[Options] = rule.options  # type: ignore[attr-defined]
    for field in options.model_fields.values():
        assert field.title
        assert field.description
        assert kind_text(field)
