"""The plan: its schema, its messages whatever the mistake, its figures wherever they are shown."""

from __future__ import annotations

import copy
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from pydantic import ValidationError

from conftest import PLANS, ROOT
from flow import TODAY, changed, opened, parsed, shown
from kehoach.api import open_plan
from kehoach.diagnostics import Finding
from kehoach.inspecting.explain import find_value
from kehoach.plan import Plan
from kehoach.plan.base import Items
from kehoach.plan.messages import messages
from kehoach.plan.schema import every_field, field_at, model_at, plan_schema
from kehoach.source import Route, find_route

OWN = ROOT / "tests" / "plans"
FULL, MINIMAL = OWN / "full.yaml", OWN / "minimal.yaml"
EXAMPLES = [FULL, MINIMAL, PLANS / "bac-kan-2018.yaml", PLANS / "ngoc-hoi-2020.yaml"]
TREE = yaml.load(FULL.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
_ENGLISH = re.compile(
    r"\b(input|should|valid|error|expected|object|none|str|dict|tuple|undefined|map|seq|null"
    r"|type|field|string|integer|must|least|characters?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\{\{.*?\}\}|'[^']*'|“[^”]*”|(Ở đây có thể viết|Chọn một trong|Có thể).*")


# Schema


def test_committed_schema_is_the_generated_one() -> None:
    committed = (ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(plan_schema(), ensure_ascii=False))


def as_editor_reads(file: Path) -> Any:
    """A plan as YAML 1.2 of an editor types it: dates stay text."""
    return json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_plan_fits_the_schema(file: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    tree = as_editor_reads(file)
    if "extends" in tree:
        pytest.skip("what the plan itself leaves out stands in its base")
    found = jsonschema.Draft202012Validator(plan_schema()).iter_errors(tree)
    assert [f"{one.json_path}: {one.message}" for one in found] == []


def test_schema_refuses_what_the_reader_refuses() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    check = jsonschema.Draft202012Validator(plan_schema()).is_valid
    tree = as_editor_reads(FULL)
    for key, value in {"recipents": [], "urgency": "Gấp", "year": "hai", "outline": {}}.items():
        assert not check(tree | {key: value})
    assert not check({key: value for key, value in tree.items() if key != "symbol"})


def test_schema_refers_only_to_what_it_defines() -> None:
    text = json.dumps(plan_schema())
    assert set(re.findall(r'"#/\$defs/(\w+)"', text)) == set(plan_schema()["$defs"])


def test_full_plan_writes_every_key() -> None:
    written = {(model, key) for path in paths(TREE) for model, key in [_key(path)] if model}
    known = {(model.__name__, name) for model, name, _ in every_field()}
    of_subprojects = {key for key in known if key[0] in {"Subproject", "Subresult"}}
    assert known - of_subprojects - written == set()


def _key(path: tuple[Any, ...]) -> tuple[str, str]:
    model = model_at(path[:-1]) if path and isinstance(path[-1], str) else None
    return (model.__name__, path[-1]) if model else ("", "")


def test_minimal_plan_is_short_and_has_nothing_to_mend() -> None:
    assert len(MINIMAL.read_text(encoding="utf-8").splitlines()) <= 20
    assert open_plan(MINIMAL, TODAY).diagnostics == ()


def test_full_plan_has_nothing_to_mend() -> None:
    assert [one.message for one in open_plan(FULL, TODAY).diagnostics if not one.allowed] == []


@pytest.mark.parametrize(
    ("path", "title"),
    [
        (("signer", "position"), "Chức vụ"),
        (("projects", 3, "budget", "total"), "Tổng"),
        (("projects", 0, "subprojects", 1, "facets", "content"), "Nội dung"),
        (("appendices", 0, "tables", 1, "columns", 2, "columns", 0, "formula"), "Công thức"),
        (("figures", "truong", "note"), "Ghi chú"),
        (("recipients", 0), "Nơi nhận"),
    ],
)
def test_field_at_a_path(path: tuple[Any, ...], title: str) -> None:
    field = field_at(path)
    assert field is not None
    assert field.title == title


# Messages


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else ()
    for step, one in enumerate(value) if isinstance(value, list) else inner:
        yield (*path, step)
        yield from paths(one, (*path, step))


DROPPED = object()
MUTATIONS: dict[str, Any] = {
    "dropped": DROPPED,
    "a list": ["rác"],
    "a map": {"rac": "rác"},
    "garbage": "rác 1,5 x",
    "nothing in it": [],
    "far too much": "99999999999999999999999",
    "an expression": "{{ khong_co }}",
}


def mutated(path: tuple[Any, ...], value: Any) -> Any:
    tree = copy.deepcopy(TREE)
    here = tree
    for step in path[:-1]:
        here = here[step]
    if value is DROPPED:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return tree


def in_vietnamese(one: Finding) -> bool:
    own = [_QUOTED.sub("", text) for text in (one.message, one.hint)]
    return bool(re.search("[à-ỹđ]", one.message)) and not any(map(_ENGLISH.search, own))


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_any_one_mistake_is_told_in_vietnamese_at_its_place(mutation: str) -> None:
    worded = set(messages())
    for path in paths(TREE):
        # JSON is YAML too, and is written and read many times faster.
        text = json.dumps(mutated(path, MUTATIONS[mutation]), ensure_ascii=False, indent=0)
        dossier = opened(text, FULL)
        lines = text.count("\n") + 1
        for one in dossier.diagnostics:
            assert one.mark is not None, (path, one)
            assert 1 <= one.mark.line <= lines, (path, one)
            assert in_vietnamese(one), (path, one.message, one.hint)
        if dossier.plan is None:
            assert dossier.diagnostics, path
            assert error_types(text) <= worded, path
        elif dossier.ready:
            assert shown(dossier), path


def error_types(text: str) -> set[str]:
    """What pydantic calls the mistakes in a text."""
    try:
        Plan.model_validate(parsed(text).root)
    except ValidationError as error:
        return {one["type"] for one in error.errors()}
    return set()


MISSPELT = {
    "recipents": "recipients",
    "outlines": "outline",
    "signers": "signer",
    "isued_on": "issued_on",
    "legal_base": "legal_bases",
    "appendix": "appendices",
    "objective": "objectives",
}


@pytest.mark.parametrize(("wrong", "right"), MISSPELT.items())
def test_misspelt_key_is_corrected(wrong: str, right: str) -> None:
    (one,) = (
        one
        for one in opened(
            MINIMAL.read_text(encoding="utf-8") + f"{wrong}: x\n", MINIMAL
        ).diagnostics
        if one.name == "unknown-key"
    )
    assert one.hint.startswith(f"Có phải là '{right}' (")
    assert one.mark is not None
    assert one.mark.column == 1


def test_every_mistake_is_told_at_once() -> None:
    text = "nam: 2026\nyear: x\nissued_on: 31/2/2026\nsigner: []\nplace: {}\n"
    found = {
        (one.name, one.mark.line if one.mark else 0) for one in opened(text, MINIMAL).diagnostics
    }
    assert found == {
        ("unknown-key", 1),
        ("bad-value", 2),
        ("bad-value", 3),
        ("wrong-type", 4),
        ("wrong-type", 5),
        ("missing-key", 1),
    }


def test_words_cut_off_by_a_comma_are_not_lost() -> None:
    text = MINIMAL.read_text(encoding="utf-8")
    projects = "projects:\n  - {id: a, title: Sinh kế, việc làm}\n"
    (one,) = opened(text + projects, MINIMAL).diagnostics
    assert (one.name, one.message) == ("unknown-key", "khóa 'việc làm' không có trong mẫu kế hoạch")


def test_an_empty_key_counts_as_not_written() -> None:
    text = MINIMAL.read_text(encoding="utf-8").replace("archive: VT", "archive:")
    plan = opened(text, MINIMAL).plan
    assert plan is not None
    assert plan.archive == ""


# Items


def test_items_are_reached_by_place_and_by_id() -> None:
    plan = open_plan(FULL, TODAY).plan
    assert plan is not None
    assert plan.projects["da_1"] is plan.projects[0]
    assert plan.projects.get("da_9") is None
    assert isinstance(plan.projects, Items)
    with pytest.raises(KeyError):
        plan.projects["da_9"]


# Figures


class Figure(NamedTuple):
    """A line of flow.tsv: a figure, how many places show it, which checks compare it."""

    path: str
    cell: int | None
    places: int
    compared: frozenset[str]


def figures() -> Iterator[Figure]:
    lines = (OWN / "flow.tsv").read_text(encoding="utf-8").splitlines()
    for path, cell, places, names in csv.reader(lines[2:], delimiter="\t"):
        compared = frozenset(name for name in names.split(", ") if name)
        yield Figure(path, int(cell) if cell else None, int(places), compared)


BAC_KAN = PLANS / "bac-kan-2018.yaml"
ONE, OTHER = "8765,43", "9876,54"
"""Figures that the plan has nowhere else."""


@pytest.mark.parametrize("figure", list(figures()), ids=lambda one: f"{one.path}|{one.cell}")
def test_a_changed_figure_reaches_every_place(figure: Figure) -> None:
    text = BAC_KAN.read_text(encoding="utf-8")
    layers = parsed(text)
    assert layers.root is not None
    path = find_route(layers.root, figure.path)
    assert path is not None
    one, other = (
        opened(changed(text, layers, path, figure.cell, number), BAC_KAN) for number in (ONE, OTHER)
    )
    before, after = shown(one), shown(other)
    assert sum(line.count(ONE) for line in before) == figure.places
    assert [line.replace(ONE, OTHER) for line in before] == after
    disagreeing = {found.name for found in other.diagnostics if disagrees(found)}
    assert disagreeing == figure.compared


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("projects.nghe.budget.total", ("projects", 0, "budget")),
        ("projects.nghe.budget", ("projects", 0, "budget")),
        ("figures.ho.quantity", ("figures", "ho")),
        ("issuer.name", ("issuer",)),
        ("projects.nghe.title.total", None),
        ("figures.ho.total", None),
    ],
)
def test_a_path_goes_through_what_is_written_short(path: str, found: Route | None) -> None:
    text = (ROOT / "tests" / "plans" / "minimal.yaml").read_text(encoding="utf-8")
    text += "figures: {ho: 12 hộ}\nprojects:\n  - {id: nghe, title: Nghề, budget: 850 triệu đồng}\n"
    dossier = opened(text, BAC_KAN)
    assert dossier.layers.root is not None
    assert find_value(dossier.layers.root, path, dossier.plan) == found


def disagrees(found: Finding) -> bool:
    """Whether a finding is about figures, and is not one that the published plan has itself."""
    return not found.allowed or OTHER in found.message


def test_no_figure_of_the_plan_is_left_out() -> None:
    """Every budget, target, policy and figure of the plan stands in flow.tsv."""
    plan = BAC_KAN.read_text(encoding="utf-8")
    written = re.findall(r"^ +(?:quantity|total|investment|recurrent): \d", plan, re.MULTILINE)
    written += re.findall(
        r"^  [a-z_]+: \d+%? ?\w*$", plan.partition("\npolicies:")[0], re.MULTILINE
    )
    assert len([one for one in figures() if one.cell is None]) == len(written)
