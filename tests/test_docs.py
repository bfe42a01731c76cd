"""The manual is whole and current: help, titles, examples, glossary, the README's plan."""

from __future__ import annotations

import csv
import datetime as dt
import doctest
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pydantic.fields import FieldInfo

from conftest import ROOT
from kehoach.api import open_plan
from kehoach.checks import CHECKS
from kehoach.cli import kehoach
from kehoach.formats import FILTERS
from kehoach.issuing import documents
from kehoach.office import OfficeFile
from kehoach.plan import Plan
from kehoach.plan.schema import every_field

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
PARTS = ("Vì sao", "Sai", "Đúng", "Căn cứ")
TODAY = dt.date(2026, 11, 22)
LONG_ENOUGH = 10
"""A description of this many letters without one Vietnamese letter is not in Vietnamese."""


def commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    for below in getattr(command, "commands", {}).values():
        yield from commands(f"{name} {below.name}", below)


COMMANDS = dict(commands("kehoach", kehoach))
FIELDS = {f"{model.__name__}.{name}": field for model, name, field in every_field()} | {
    f"OfficeFile.{name}": field for name, field in OfficeFile.model_fields.items()
}


def first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def in_vietnamese(text: str) -> bool:
    return bool(VIETNAMESE.search(text.lower())) or 0 < len(text) < LONG_ENOUGH


@pytest.mark.parametrize("name", COMMANDS)
def test_command_and_its_options_have_vietnamese_help(name: str) -> None:
    command = COMMANDS[name]
    options = [one for one in command.params if isinstance(one, click.Option)]
    helps = {name: command.help} | {one.opts[0]: one.help for one in options}
    assert [part for part, text in helps.items() if not in_vietnamese(text or "")] == []


@pytest.mark.parametrize("name", FIELDS)
def test_key_has_a_title_and_a_description(name: str) -> None:
    field: FieldInfo = FIELDS[name]
    assert field.title
    assert field.description
    assert in_vietnamese(f"{field.title} {field.description}")


@pytest.mark.parametrize("name", FILTERS)
def test_filter_says_in_vietnamese_what_it_does_and_shows_it(name: str) -> None:
    doc = inspect.getdoc(FILTERS[name]) or ""
    assert in_vietnamese(first_line(FILTERS[name]))
    assert doctest.DocTestParser().get_examples(doc)


@pytest.mark.parametrize("name", CHECKS)
def test_check_documents_itself(name: str) -> None:
    page = CHECKS[name].page
    heads = re.findall(rf"^({'|'.join(PARTS)}):", page, re.MULTILINE)
    assert in_vietnamese(page.partition("\n")[0])
    assert tuple(heads) == PARTS


def test_generated_pages_are_current() -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_glossary_names_every_key_of_a_plan() -> None:
    text = (ROOT / "docs" / "glossary.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t")
    names = {name for row in rows for name in row[0].split(", ")}
    assert set(Plan.model_fields) - names == set()


def test_readme_shows_the_example_plan() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = (ROOT / "docs" / "example.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{example}```" in readme


def test_readme_shows_what_a_mistyped_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = (ROOT / "docs" / "example.yaml").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    write("plans/sinh-ke.yaml", example.replace("{{ figures.ho_ngheo }}", "{{ figures.ho_nghe }}"))
    told, _, _ = CliRunner().invoke(kehoach, ["check", "plans"]).output.rpartition("Đã kiểm tra")
    assert f"```\n{told}```" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    final = {name: one for name, one in COMMANDS.items() if not isinstance(one, click.Group)}
    assert [n for n, one in final.items() if not one.hidden and f"`{n}" not in readme] == []


def test_readme_counts_every_check() -> None:
    """A new check is counted in its family's row of the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [\w ,]+ \| (\d+) \| .* \|$", readme, re.MULTILINE)
    assert sum(map(int, rows)) == len(CHECKS)


def test_example_plan_has_nothing_to_mend_and_renders() -> None:
    dossier = open_plan(ROOT / "docs" / "example.yaml", TODAY)
    assert [one.message for one in dossier.diagnostics if one.severity != "info"] == []
    assert [one.name for one in documents(dossier, TODAY)] == ["ke-hoach.docx"]


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


FENCE = re.compile(r"^```(console|csv|toml|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SHELL: dict[str, Callable[..., object]] = {"cp": shutil.copy, "mkdir": os.mkdir}


def test_manual_shows_what_the_commands_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is walked from its top: its files are written, its commands run, all in order."""
    for folder in ("plans", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    for fence in FENCE.finditer(page):
        kind, body = fence.groups()
        if kind == "console":
            for command, printed in COMMAND.findall(body):
                shown_as_printed(command, printed)
        else:
            write(re.findall(r"`([^`]+\.\w+)`", page[: fence.start()])[-1], body)


def write(name: str, text: str) -> None:
    """A file of the page: the one named last before its text."""
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def shown_as_printed(command: str, printed: str) -> None:
    words = shlex.split(command)
    if words[0] in SHELL:
        SHELL[words[0]](*words[1:])
        return
    output = CliRunner().invoke(kehoach, words[1:], prog_name="kehoach").output
    same = doctest.OutputChecker().check_output(printed, output, doctest.ELLIPSIS)
    assert same, f"$ {command}\n{output}"
