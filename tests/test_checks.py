"""Checks: each one's own examples, then the edge cases of tests/checks/<name>.yaml.

A case is one document of such a file: `# title` on its first line, then the keys that it lays over
tests/checks/base.yaml. `# expect: name` ends the very line on which that finding must stand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT
from kehoach.api import Dossier, open_plan
from kehoach.checks import CHECKS
from kehoach.checks.examples import PARTS, RIGHT, WRONG, parts
from kehoach.office import CheckRule, Office, OfficeFile

CASES = ROOT / "tests" / "checks"
BASE = CASES / "base.yaml"
TODAY = dt.date(2026, 6, 30)
_EXPECT = re.compile(r"# expect: ([a-z, -]+)$")
_FEWEST = 8


class Case(NamedTuple):
    """One document of a case file; blank lines before it keep its lines where they are."""

    file: str
    title: str
    text: str

    @property
    def expected(self) -> set[tuple[int, str]]:
        lines = enumerate(self.text.splitlines(), 1)
        marked = ((number, _EXPECT.search(line)) for number, line in lines)
        return {
            (number, name.strip())
            for number, found in marked
            if found
            for name in found[1].split(",")
        }


def cases(file: Path) -> Iterator[Case]:
    lines = 0
    for document in re.split(r"^---\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        title, _, rest = document.partition("\n")
        text = "\n" * lines + f"extends: base.yaml\n{rest}"
        lines += document.count("\n") + 1
        yield Case(file.stem, title.removeprefix("# "), text)


FILES = sorted(file for file in CASES.glob("*.yaml") if file != BASE)
EVERY = [one for file in FILES for one in cases(file)]


def opened(folder: Path, text: str, name: str = "") -> Dossier:
    """A plan of this text over the base."""
    base = BASE.read_text(encoding="utf-8").replace("../plans/", "")
    minimal = ROOT / "tests" / "plans" / "minimal.yaml"
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    (folder / "minimal.yaml").write_bytes(minimal.read_bytes())
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return open_plan(folder / "plan.yaml", TODAY, asked(name))


def asked(name: str) -> Office:
    """An office that asks for a check which is off until then."""
    module = CHECKS.get(name.replace("_", "-"))
    off = module is not None and getattr(module, "OFF", False)
    rules = (CheckRule(name=name.replace("_", "-"), severity=module.SEVERITY),) if off else ()
    return Office(settings=OfficeFile(check=rules))


def named(dossier: Dossier) -> set[str]:
    """The names found, all of them in the plan itself."""
    assert {Path(one.mark.file).name for one in dossier.diagnostics if one.mark} <= {"plan.yaml"}
    return {one.name for one in dossier.diagnostics}


def example(name: str, part: str) -> str:
    return "extends: base.yaml\n" + parts(CHECKS[name].__doc__ or "")[part]


def test_base_has_nothing_to_mend(tmp_path: Path) -> None:
    assert named(opened(tmp_path, "extends: base.yaml\n")) == set()


@pytest.mark.parametrize("name", CHECKS)
def test_docstring_has_its_parts(name: str) -> None:
    found = parts(CHECKS[name].__doc__ or "")
    assert tuple(found) == ("", *PARTS)
    assert all(found.values())


@pytest.mark.parametrize("name", CHECKS)
def test_wrong_example_is_found(name: str, tmp_path: Path) -> None:
    assert named(opened(tmp_path, example(name, WRONG), name)) - {"draft"} == {name} - {"draft"}
    assert name in named(opened(tmp_path, example(name, WRONG), name))


@pytest.mark.parametrize("name", CHECKS)
def test_right_example_is_clean(name: str, tmp_path: Path) -> None:
    assert named(opened(tmp_path, example(name, RIGHT), name)) == set()


@pytest.mark.parametrize("case", EVERY, ids=lambda one: f"{one.file}::{one.title}")
def test_case(case: Case, tmp_path: Path) -> None:
    dossier = opened(tmp_path, case.text, case.file)
    shown = [one for one in dossier.diagnostics if one.name != "draft" or case.file == "draft"]
    found = {(one.mark.line if one.mark else 0, one.name) for one in shown if not one.allowed}
    assert found == case.expected, [one.message for one in shown]


@pytest.mark.parametrize("name", CHECKS)
def test_check_has_its_cases(name: str) -> None:
    own = [one for one in EVERY if one.file == name.replace("-", "_")]
    assert len(own) >= _FEWEST
    assert any(name in {found for _, found in one.expected} for one in own)
    assert any(name not in {found for _, found in one.expected} for one in own)


def test_titles_differ() -> None:
    titles = [(one.file, one.title) for one in EVERY]
    assert len(titles) == len(set(titles))
