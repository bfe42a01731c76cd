"""The engine of the checks: names, severities, places, and what is said only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from graphlib import CycleError
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from conftest import ROOT
from kehoach.api import open_plan
from kehoach.checks import CHECKS, Rule
from kehoach.checks.engine import Settle, findings, in_order
from kehoach.checks.options import Options
from kehoach.diagnostics import MOST_ALIKE, MOST_IN_PLAN, Finding, Severity, few
from kehoach.office import CheckRule, Office, OfficeFile
from kehoach.source import Route

TODAY = dt.date(2026, 6, 30)
ITEM: Route = ("results", 0)


def rule(name: str, *found: tuple[Route, str], after: tuple[str, ...] = ()) -> Rule:
    """A rule that finds these needles at these routes."""
    findings = [Finding(path=path, message=name, needle=needle) for path, needle in found]
    return Rule(
        name=name,
        family="figures",
        check=lambda _: findings,
        severity="warning",
        on=True,
        after=after,
        formerly="",
        totals=False,
        options=Options,
        page="",
    )


def found_by(
    *rules: Rule,
    severities: Mapping[str, Severity] = MappingProxyType({}),
    settle: Settle = lambda one: one,
) -> list[Finding]:
    nothing: Any = None  # these rules look at no plan
    return list(findings(in_order(rules), nothing, severities, settle))


def told(*rules: Rule, **settings: Any) -> list[tuple[str, Route]]:
    return [(one.name, one.path) for one in found_by(*rules, **settings)]


FIRST = rule("first", ((*ITEM, "disbursements", 0, "remaining"), "5"))
TEXT: Route = (*ITEM, "text")


def test_finding_gets_the_name_and_the_severity_of_its_rule() -> None:
    (one,) = found_by(FIRST, severities={"first": "info"})
    assert (one.name, one.severity) == ("first", "info")


def test_what_another_rule_says_of_the_same_words_in_the_item_is_dropped() -> None:
    assert told(rule("a", (TEXT, "5"), after=("first",)), FIRST) == [("first", FIRST_AT)]


FIRST_AT: Route = (*ITEM, "disbursements", 0, "remaining")


@pytest.mark.parametrize(
    ("route", "needle"),
    [
        (TEXT, "6"),  # other words
        (("results", 1, "text"), "5"),  # another item
        (("outline", 0, "text"), "5"),  # another list
        ((*ITEM, "subprojects", 0, "text"), "5"),  # an item inside, which says no such thing
    ],
)
def test_other_words_and_other_items_are_said(route: Route, needle: str) -> None:
    found = told(rule("a", (route, needle), after=("first",)), FIRST)
    assert ("a", route) in found


def test_a_text_of_the_plan_itself_shows_all_of_the_plan() -> None:
    assert told(rule("a", (("general",), "5"), after=("first",)), FIRST) == [("first", FIRST_AT)]


def test_rule_that_is_off_hushes_nothing() -> None:
    found = told(rule("a", (TEXT, "5"), after=("first",)), FIRST, severities={"first": "off"})
    assert found == [("a", TEXT)]


def test_finding_that_is_off_at_its_place_hushes_nothing() -> None:
    def settle(one: Finding) -> Finding:
        return replace(one, severity="off") if one.name == "first" else one

    found = told(rule("a", (TEXT, "5"), after=("first",)), FIRST, settle=settle)
    assert found == [("a", TEXT)]


def test_finding_that_was_dropped_hushes_nothing() -> None:
    """`b` is silent because of `first`; `c` comes after `b` alone."""
    b = rule("b", (TEXT, "5"), after=("first",))
    c = rule("c", (TEXT, "5"), after=("b",))
    assert told(c, b, FIRST) == [("first", FIRST_AT), ("c", TEXT)]


def test_rules_cannot_wait_for_each_other() -> None:
    with pytest.raises(CycleError):
        in_order([rule("a", after=("b",)), rule("b", after=("a",))])


def test_every_rule_comes_after_rules_that_there_are() -> None:
    places = {name: place for place, name in enumerate(CHECKS)}
    assert all(places[first] < places[one.name] for one in CHECKS.values() for first in one.after)


RESULT = """\
extends: minimal.yaml
projects:
  - {id: da_2, title: Sinh kế}
results:
  - id: da_2
    text: >-
      Được giao {{ this.disbursements[0].planned.amount }}, đã giải ngân
      {{ this.disbursements[0].disbursed }}, còn lại {{ this.disbursements[0].left }}.
    disbursements:
      - {year: 2025, planned: 254 triệu đồng, disbursed: "220,43 triệu đồng", remaining: "26,57 triệu đồng"}
"""  # noqa: E501
BUDGET = """\
extends: minimal.yaml
projects:
  - id: a
    title: A
    budget_sentence: "Kinh phí {{ this.budget.amount }}, gồm {{ this.budget.central.amount }} trung ương và {{ this.budget.local.amount }} địa phương."
    budget: {total: 60 triệu đồng, central: 50 triệu đồng, local: 15 triệu đồng}
"""  # noqa: E501


@pytest.fixture
def names(tmp_path: Path) -> Callable[..., set[str]]:
    """`names(text, *off)`: what is found in a plan in an office that turns these checks off."""
    minimal = (ROOT / "tests" / "plans" / "minimal.yaml").read_bytes()
    (tmp_path / "minimal.yaml").write_bytes(minimal)

    def found(text: str, *off: CheckRule) -> set[str]:
        (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
        office = Office(settings=OfficeFile(check=off))
        return {one.name for one in open_plan(tmp_path / "plan.yaml", TODAY, office).diagnostics}

    return found


def off(name: str, path: str = "") -> CheckRule:
    return CheckRule(name=name, severity="off", path=path)


def test_wrong_remainder_is_said_once_and_never_unsaid(names: Callable[..., set[str]]) -> None:
    assert {"disbursement", "prose-remaining"} & names(RESULT) == {"disbursement"}
    assert "prose-remaining" in names(RESULT, off("disbursement"))
    assert "prose-remaining" in names(RESULT, off("disbursement", "results.da_2"))
    assert "disbursement" in names(RESULT, off("prose-remaining"))


def test_wrong_sum_is_said_once_and_never_unsaid(names: Callable[..., set[str]]) -> None:
    assert {"budget-total", "prose-parts"} & names(BUDGET) == {"budget-total"}
    assert "prose-parts" in names(BUDGET, off("budget-total"))
    assert "prose-parts" in names(BUDGET, off("budget-total", "projects.a.budget"))


def made(name: str, *path: str | int, allowed: str = "", mend: str | None = None) -> Finding:
    return Finding(name=name, message="sai", path=path, allowed=allowed, mend=mend)


def test_of_many_alike_in_one_text_the_number_is_told() -> None:
    found = list(few([made("x", "preamble", mend="đúng")] * (MOST_ALIKE + 1200)))
    assert len(found) == MOST_ALIKE + 1
    assert found[-1].message == "và còn 1.200 chỗ nữa như vậy"
    assert (found[-1].path, found[-1].severity, found[-1].mend) == (("preamble",), "error", None)
    just = [made("x", "preamble")] * MOST_ALIKE
    assert list(few(just)) == just


def test_of_many_alike_in_many_texts_the_number_is_told() -> None:
    many = [made("x", "outline", i, "text") for i in range(MOST_IN_PLAN + 7)]
    *told, last = few(many)
    assert told == many[:MOST_IN_PLAN]
    assert (last.message, last.path) == ("và còn 7 chỗ nữa như vậy", many[MOST_IN_PLAN - 1].path)


def test_no_kind_hides_another_nor_what_is_allowed_what_is_not() -> None:
    allowed = [made("x", "preamble", allowed="biết rồi")] * (MOST_ALIKE * 2)
    others = [made("x", "preamble"), made("y", "preamble"), made("x", "subject")]
    found = list(few([*allowed, *others]))
    assert [one for one in found if not one.allowed] == others
    assert len(found) == MOST_ALIKE + 1 + len(others)
