"""What each text of a plan is, as the types of its fields say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from kehoach.api import open_plan
from kehoach.plan.kinds import OWN, WRITTEN, TextKind
from kehoach.plan.schema import kind_at, model_at, slots
from kehoach.plan.texts import of_kinds, prose, texts, written

PLANS = [
    Path(__file__).parent / "plans" / "full.yaml",
    *sorted((Path(__file__).parents[1] / "plans").glob("*.yaml")),
]
TODAY = dt.date(2026, 11, 20)
TABLE = ("appendices", 0, "tables", 1)


def test_every_text_field_of_every_model_says_what_it_is() -> None:
    silent = [
        f"{model.__name__}.{key}"
        for model, fields in slots().items()
        for key, slot in fields.items()
        if slot.kind is None and slot.model is None
    ]
    assert silent == []


def test_every_kind_is_that_of_some_field() -> None:
    used = {slot.kind for fields in slots().values() for slot in fields.values()}
    assert used - {None} == set(TextKind)


@pytest.mark.parametrize(
    ("route", "kind"),
    [
        (("outline", 0, "sections", 1, "text"), TextKind.PROSE),
        (("outline", 0, "sections", 1), TextKind.PROSE),  # a section written as one text
        (("outline", 0, "item"), TextKind.PROSE),
        (("outline", 0, "number"), TextKind.ID),
        (("outline", 0, "only", 1), TextKind.ID),
        (("outline", 0, "facets", 0), TextKind.ID),
        (("projects", 0, "facets", "content"), TextKind.PROSE),
        (("projects", 0, "facet_titles", "content"), TextKind.NAME),
        (("projects", 0, "title"), TextKind.NAME),
        (("projects", 0, "subprojects", 2, "subprojects", 0, "title"), TextKind.NAME),
        (("projects", 0, "budget"), TextKind.MONEY),
        (("projects", 0, "budget", "central"), TextKind.MONEY),
        (("projects", 0, "budget", "years", "2027"), TextKind.MONEY),
        (("projects", 0, "budget", "label"), TextKind.NAME),
        ((*TABLE, "columns", 0, "label"), TextKind.FORM),
        ((*TABLE, "rows", 0), TextKind.CELL),
        ((*TABLE, "rows", 0, "rows", 3), TextKind.CELL),
        ((*TABLE, "rows", 0, "cells"), TextKind.CELL),
        ((*TABLE, "total"), TextKind.NAME),
        ((*TABLE, "total", "cells"), TextKind.CELL),
        ((*TABLE, "note"), TextKind.PROSE),
        (("figures", "so_truong"), TextKind.NUMBER),
        (("figures", "note"), TextKind.NUMBER),  # a figure of that name, not its note
        (("figures", "note", "note"), TextKind.NAME),
        (("footnotes", "x"), TextKind.PROSE),
        (("legal_bases", 0), TextKind.CITED),
        (("legal_bases", 0, "lead"), TextKind.FORM),
        (("legal_bases", 0, "issuer"), TextKind.CITED),
        (("decision", "legal_bases", 0, "text"), TextKind.CITED),
        (("proposal", "issuer"), TextKind.AGENCY),
        (("tasks", 0, "lead"), TextKind.AGENCY),
        (("tasks", 0, "due"), TextKind.DATE),
        (("recipients", 0), TextKind.NAME),
        (("decision", "recipients", 0, "text"), TextKind.NAME),
        (("recipients", 0, "agency"), TextKind.REGISTER),
        (("signer", "position"), TextKind.FORM),
        (("signer", "name"), TextKind.FORM),
        (("allow", 0, "reason"), TextKind.ASIDE),
        (("year",), TextKind.NUMBER),
        (("outline",), TextKind.PROSE),
        (("extends",), None),
        (("objectives",), None),
        (("khong_co", 0, "text"), None),
    ],
)
def test_kind_at_a_route(route: tuple[Any, ...], kind: TextKind | None) -> None:
    assert kind_at(route) is kind


def test_keys_that_the_file_chooses_belong_to_no_model() -> None:
    assert model_at(("figures",)) is None
    assert model_at(("figures", "note")) is not None
    assert model_at(("figures", "note", "note")) is None


@pytest.mark.parametrize("path", PLANS, ids=lambda one: one.stem)
def test_typed_and_untyped_plans_tell_the_same_kinds(path: Path) -> None:
    plan = open_plan(path, TODAY).plan
    assert plan is not None
    found = texts(plan)
    assert found
    assert [one for one in found if one.kind is not kind_at(one.route)] == []


def test_prose_is_written_and_neither_holds_patterns() -> None:
    plan = open_plan(PLANS[0], TODAY).plan
    assert plan is not None
    found = texts(plan)
    assert set(prose(found)) < set(written(found)) < set(of_kinds(found, WRITTEN))
    assert all("{{" not in text for _, text in written(found))
    assert any("{{" in text for _, text in of_kinds(found, OWN))
    assert not set(written(found)) & set(of_kinds(found, set(TextKind) - WRITTEN))


def test_what_a_plan_quotes_is_not_its_own() -> None:
    plan = open_plan(PLANS[0], TODAY).plan
    assert plan is not None
    own = [route for route, _ in of_kinds(texts(plan), OWN - {TextKind.FORM})]
    assert not any("legal_bases" in route or "allow" in route for route in own)
    assert any("proposal" in route for route in own)
