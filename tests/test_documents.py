"""Document types and views, as rendering finds them."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

import pytest

from kehoach import documents
from kehoach.api import open_plan
from kehoach.documents import TYPES, every_paper
from kehoach.documents.views import VIEWS
from kehoach.issuing import scope_of
from kehoach.office.templates import SHIPPED, missing_variant
from kehoach.plan import outline

TODAY = dt.date(2026, 11, 20)
FULL = Path(__file__).parent / "plans" / "full.yaml"

LETTER = '''
"""Giấy mời, as an office might add it."""

from kehoach.documents.context import AppendixContext
from kehoach.documents.paper import Paper

PLACE = 4
TEMPLATES = ("giay-moi",)
CONTEXT = AppendixContext


def papers(scope):
    yield Paper("giay-moi", "giay-moi", "Giấy mời", AppendixContext("", "Họp", "", "", ()))
'''


def test_types_in_the_order_of_a_dossier() -> None:
    stems = [kind.TEMPLATES[0] for kind in TYPES]
    assert [one for one in stems if one in {"quyet-dinh", "ke-hoach", "phu-luc"}] == [
        *("quyet-dinh", "ke-hoach", "phu-luc")
    ]
    assert len({kind.PLACE for kind in TYPES}) == len(TYPES)


def test_each_type_has_the_templates_that_it_names() -> None:
    stems = {stem for kind in TYPES for stem in kind.TEMPLATES}
    assert stems <= {path.stem for path in SHIPPED.glob("*.docx")}


def test_a_new_file_is_a_new_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "letter.py").write_text(LETTER, encoding="utf-8")
    monkeypatch.setattr(documents, "__path__", [*documents.__path__, str(tmp_path)])
    try:
        assert [kind.TEMPLATES for kind in documents.types()][-1] == ("giay-moi",)
    finally:
        sys.modules.pop("kehoach.documents.letter", None)
        vars(documents).pop("letter", None)


@pytest.mark.parametrize(
    ("wrapping", "names"),
    [
        ("attached", ["quyet-dinh", "ke-hoach"]),
        ("inline", ["quyet-dinh"]),
        ("none", ["quyet-dinh", "ke-hoach"]),
    ],
)
def test_appendices_stand_behind_what_holds_the_plan(wrapping: str, names: list[str]) -> None:
    dossier = open_plan(FULL, TODAY)
    scope = scope_of(dossier, TODAY)
    plan = scope.plan.model_copy(update={"wrapping": wrapping})
    scope = type(scope)(plan, scope.registers, TODAY)
    files = [paper for kind in TYPES for paper in kind.papers(scope)]
    own = [one for one in files if not one.name.startswith("phu-luc")]
    assert [one.name for one in own] == names
    inside = [one.id for one in plan.appendices if not one.separate]
    assert [len(one.behind) for one in own] == [*([0] * (len(names) - 1)), len(inside)]
    assert len(files) - len(own) == len(plan.appendices) - len(inside)
    assert len(list(every_paper(scope))) == len(own) + len(plan.appendices)


@pytest.mark.parametrize("stem", [stem for kind in TYPES for stem in kind.TEMPLATES])
def test_a_variant_of_any_template_is_one(stem: str, tmp_path: Path) -> None:
    shutil.copy(SHIPPED / f"{stem}.docx", tmp_path / f"{stem}.so-y-te.docx")
    assert missing_variant(tmp_path, "so-y-te") == []
    (missing,) = missing_variant(tmp_path, "so-tu-phap")
    assert f"{stem}.so-tu-phap.docx" in missing.hint


def test_what_a_section_may_show_has_a_view() -> None:
    assert set(outline.VIEWS) == set(VIEWS)
