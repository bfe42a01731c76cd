"""Checks: each one's own examples, then the edge cases of tests/checks/<name>.yaml.

A case is one document of such a file: `# title` on its first line, then the keys that it lays over
tests/checks/base.yaml. A mark ends the very line on which a finding must stand; marks are taken out
before the plan is opened:

    # expect: name                       at the value itself
    # expect: name «needle»              under this piece of the line
    # expect: name «needle» (2)          under the second such piece
    # expect: name «needle» => «mend»    with the one right answer
    # expect: name «needle», other       two findings
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple, TypeAlias

import pytest

from conftest import ROOT
from kehoach import checks
from kehoach.api import Dossier, open_plan
from kehoach.checks import CHECKS
from kehoach.checks.examples import PARTS, RIGHT, WRONG, parts
from kehoach.checks.families import by_family
from kehoach.cli.reports.text import told
from kehoach.diagnostics import Finding
from kehoach.office import CheckRule, Office, OfficeFile

CASES = ROOT / "tests" / "checks"
BASE = CASES / "base.yaml"
TODAY = dt.date(2026, 6, 30)
_EXPECT = re.compile(r"[ ]*# expect: (.+)$", re.MULTILINE)
_ONE = re.compile(r"([a-z-]+)(?: «([^»]*)»(?: \((\d)\))?)?(?: => «([^»]*)»)?(?:, |$)")
_FEWEST = 8


class Place(NamedTuple):
    """A finding as a case pins it: where its caret stands, and what it would write there."""

    line: int
    name: str
    needle: str
    nth: int
    mend: str | None


class Case(NamedTuple):
    """One document of a case file; blank lines before it keep its lines where they are."""

    file: str
    title: str
    text: str

    @property
    def expected(self) -> list[Place]:
        lines = enumerate(self.text.splitlines(), 1)
        marked = ((number, found[1]) for number, line in lines if (found := _EXPECT.search(line)))
        return sorted(one for number, told in marked for one in _expected(number, told))


def _expected(line: int, told: str) -> Iterator[Place]:
    assert "".join(one[0] for one in _ONE.finditer(told)) == told, f"line {line}: {told}"
    for name, needle, nth, mend in _ONE.findall(told):
        yield Place(line, name, needle, int(nth or 1), mend if f"=> «{mend}»" in told else None)


def pinned(one: Finding, dossier: Dossier) -> Place:
    """Where a finding stands in the text, told as a case tells it."""
    if one.mark is None:
        return Place(0, one.name, "", 1, one.mend)
    text = dossier.layers.texts[one.mark.file]
    piece = text[one.mark.start : one.mark.end].partition("\n")[0] if one.needle else ""
    start = text.rfind("\n", 0, one.mark.start) + 1
    nth = text.count(piece, start, one.mark.start + len(piece)) if piece else 1
    return Place(one.mark.line, one.name, piece, nth, one.mend)


def cases(file: Path) -> Iterator[Case]:
    lines = 0
    for document in re.split(r"^---\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        title, _, rest = document.partition("\n")
        text = "\n" * lines + f"extends: base.yaml\n{rest}"
        lines += document.count("\n") + 1
        yield Case(file.stem, title.removeprefix("# "), text)


FILES = sorted(file for file in CASES.glob("*.yaml") if file != BASE)
EVERY = [one for file in FILES for one in cases(file)]
Opened: TypeAlias = Callable[[str, str], Dossier]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """`opened(text, name)`: a plan of this text over the base; the office asks for this check."""
    folder = tmp_path_factory.mktemp("checks")
    base = BASE.read_text(encoding="utf-8").replace("../plans/", "")
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    minimal = ROOT / "tests" / "plans" / "minimal.yaml"
    (folder / "minimal.yaml").write_bytes(minimal.read_bytes())

    @cache
    def plan(text: str, name: str) -> Dossier:
        (folder / "plan.yaml").write_text(_EXPECT.sub("", text), encoding="utf-8")
        return open_plan(folder / "plan.yaml", TODAY, asked(name))

    return plan


def asked(name: str) -> Office:
    """An office that asks for a check which is off until then."""
    rule = CHECKS.get(name.replace("_", "-"))
    asked_for = (CheckRule(name=rule.name, severity=rule.severity),) if rule and not rule.on else ()
    return Office(settings=OfficeFile(check=asked_for))


def named(dossier: Dossier) -> set[str]:
    """The names found, all of them in the plan itself."""
    assert {Path(one.mark.file).name for one in dossier.diagnostics if one.mark} <= {"plan.yaml"}
    return {one.name for one in dossier.diagnostics}


def example(name: str, part: str) -> str:
    return "extends: base.yaml\n" + parts(CHECKS[name].page)[part]


def shown(case: Case, dossier: Dossier) -> list[Finding]:
    """What a case is about: open findings; of a draft only where it is asked for."""
    found = [one for one in dossier.diagnostics if not one.allowed]
    return [one for one in found if one.name != "draft" or case.file == "draft"]


def test_base_has_nothing_to_mend(opened: Opened) -> None:
    assert named(opened("extends: base.yaml\n", "")) == set()


@pytest.mark.parametrize("name", CHECKS)
def test_docstring_has_its_parts(name: str) -> None:
    found = parts(CHECKS[name].page)
    assert tuple(found) == ("", *PARTS)
    assert all(found.values())


@pytest.mark.parametrize("name", CHECKS)
def test_wrong_example_is_found(name: str, opened: Opened) -> None:
    found = named(opened(example(name, WRONG), name))
    assert found - {"draft"} == {name} - {"draft"}
    assert name in found


@pytest.mark.parametrize("name", CHECKS)
def test_right_example_is_clean(name: str, opened: Opened) -> None:
    assert named(opened(example(name, RIGHT), name)) == set()


@pytest.mark.parametrize("case", EVERY, ids=lambda one: f"{one.file}::{one.title}")
def test_case(case: Case, opened: Opened) -> None:
    dossier = opened(case.text, case.file)
    found = shown(case, dossier)
    assert sorted(pinned(one, dossier) for one in found) == case.expected, [
        one.message for one in found
    ]


@pytest.mark.parametrize("name", CHECKS)
def test_check_has_its_cases(name: str) -> None:
    own = [one for one in EVERY if one.file == name.replace("-", "_")]
    assert len(own) >= _FEWEST
    assert any(name in {found.name for found in one.expected} for one in own)
    assert any(name not in {found.name for found in one.expected} for one in own)


def test_titles_differ() -> None:
    titles = [(one.file, one.title) for one in EVERY]
    assert len(titles) == len(set(titles))


def test_every_message_is_as_agreed(opened: Opened, golden: Callable[[str, str], None]) -> None:
    golden(
        "messages.txt", "\n".join(line for name in sorted(CHECKS) for line in _said(name, opened))
    )


def _said(name: str, opened: Opened) -> Iterator[str]:
    """What a check says: of its wrong example as a terminal shows it, then of its cases."""
    dossier = opened(example(name, WRONG), name)
    yield told(dossier).replace(Path(dossier.file).parent.as_posix() + "/", "")
    yield from (f"    --fix: «{one.needle}» => «{one.mend}»" for one in _mended(dossier))
    seen = {(one.message, one.hint) for one in dossier.diagnostics}
    for case in (one for one in EVERY if one.file == name.replace("-", "_")):
        for one in shown(case, opened(case.text, case.file)):
            if one.name == name and (one.message, one.hint) not in seen:
                seen.add((one.message, one.hint))
                yield f"  {one.message}\n    cách sửa: {one.hint}"
    yield ""


def _mended(dossier: Dossier) -> list[Finding]:
    return [one for one in dossier.diagnostics if one.mend is not None]


def test_every_family_has_its_titles() -> None:
    families = by_family(CHECKS)
    assert {one.name for one in families} == {
        one.name for one in iter_modules(checks.__path__) if one.ispkg
    }
    assert [one for one in families if not all(one)] == []
