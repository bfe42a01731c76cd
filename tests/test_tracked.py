"""Word's tracked changes: accepted they are the new document, rejected the old one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PLANS
from kehoach import api, issuing
from kehoach.documents.context import Block
from kehoach.issuing.template_review import CONTEXTS, known_names, leaves
from kehoach.outputs.faults import TemplateError
from kehoach.outputs.template import Template
from kehoach.reviewing.redline import Signed, redlines
from kehoach.word.keys import block_key, of_block, of_row, readable, row_key, saved
from kehoach.word.package import Package, read_package
from kehoach.word.writing import write_parts
from outputs import words
from tracked.office import make_office
from tracked.pairs import (
    MAIN,
    NAMES,
    PAIRS,
    TODAY,
    both,
    differences,
    left,
    marks,
    numbers,
    pair,
    references,
    stamps,
)

every_pair = pytest.mark.parametrize("name", NAMES)


# Pairs


@every_pair
def test_accepted_it_is_the_new_document_and_rejected_the_old(name: str) -> None:
    assert differences(pair(name)) == []


@every_pair
def test_marks_are_those_that_a_reader_expects(
    name: str, golden: Callable[[str, str], None]
) -> None:
    lines = []
    for one in pair(name).every:
        tracked = one in pair(name).tracked
        told = [f"({text})" for text in one.left]
        lines += [f"## {one.name}", *(marks(one) if tracked else []), *told, ""]
    golden(f"tracked/{name}.txt", "\n".join(lines))


@every_pair
def test_numbers_of_revisions_and_references_are_unique(name: str) -> None:
    for one in pair(name).tracked:
        for found in (numbers(one), references(one)):
            assert len(found) == len(set(found))


@every_pair
def test_no_figure_is_cut(name: str) -> None:
    """A mark neither starts nor ends inside a number."""
    for one in pair(name).tracked:
        for line in marks(one):
            apart = line.replace("⟧⟦", "⟧ ⟦")
            assert not re.search(r"\d[.,]?⟦.[.,]?\d|\d[.,]?⟧[.,]?\d", apart)


@pytest.mark.slow
@every_pair
def test_it_is_a_valid_word_file(name: str, tmp_path: Path) -> None:
    for one in pair(name).tracked:
        assert words.valid(one.data, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bac-kan-2018", "bac-son-2024"),
        ("thai-nguyen-2027", "bac-kan-2018"),
        ("xa-ba-be-2027", "thai-nguyen-2027"),
    ],
)
def test_plans_with_little_in_common(old: str, new: str) -> None:
    assert differences(both(PLANS / f"{old}.yaml", PLANS / f"{new}.yaml")) == []


def test_a_plan_and_itself_have_no_mark() -> None:
    for one in both(*[PLANS / "bac-kan-2018.yaml"] * 2).tracked:
        assert (marks(one), one.left) == ([], ())


REFERENCE = (
    "(Kèm theo Kế hoạch số ⟦-12⟧⟦+15⟧/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân xã"
    " Quảng Khê)"
)


# The pair that other tools fail: a row, a figure and its total, a header and a footer


@pytest.fixture
def budget(tmp_path: Path) -> tuple[Path, Path]:
    make_office(tmp_path)
    text = (PAIRS / "budget-changed" / "old.yaml").read_text(encoding="utf-8")
    old, new = tmp_path / "cũ.yaml", tmp_path / "mới.yaml"
    old.write_text(text, encoding="utf-8")
    row = "          - Truyền thông về giảm nghèo | 0 | 300\n"
    for before, after in (
        (row, row + "          - Nhà ở | 0 | 800\n"),
        ("sinh kế | 900 | 300", "sinh kế | 950 | 300"),
        ('number: "12"', 'number: "15"'),
        ("subject: Giảm nghèo bền vững", "subject: Giảm nghèo"),
    ):
        assert text.count(before) == 1
        text = text.replace(before, after)
    new.write_text(text, encoding="utf-8")
    return old, new


def test_a_row_a_figure_the_header_and_the_footer(budget: tuple[Path, Path]) -> None:
    made = both(*budget)
    assert differences(made) == []
    (one,) = made.tracked
    assert marks(one) == [
        "Số: ⟦-12⟧⟦+15⟧/KH-UBND | Quảng Khê, ngày 02 tháng 3 năm 2026",
        "Giảm nghèo⟦- bền vững⟧ năm 2026 trên địa bàn xã Quảng Khê",
        REFERENCE,
        "Đa dạng hóa sinh kế | ⟦-900⟧⟦+950⟧ | 300 | ⟦-1.200⟧⟦+1.250⟧",
        "¶+ ¶+ ⟦+Nhà ở⟧ | ¶+ ⟦+0⟧ | ¶+ ⟦+800⟧ | ¶+ ⟦+800⟧",
        "Tổng số | ⟦-4.400⟧⟦+4.450⟧ | ⟦-600⟧⟦+1.400⟧ | ⟦-5.000⟧⟦+5.850⟧",
        "Giảm nghèo⟦- bền vững⟧ năm 2026 trên địa bàn xã Quảng Khê",
        "Dự thảo Số: ⟦-12⟧⟦+15⟧/KH-UBND, trang 1",
    ]


# Whose changes, of which day; what is left out


def versions(name: str) -> tuple[api.Dossier, api.Dossier]:
    old, new = (api.open_plan(PAIRS / name / f"{one}.yaml", TODAY) for one in ("old", "new"))
    return old, new


def test_author_and_date_are_the_new_plans_unless_given() -> None:
    old, new = versions("target-changed")
    assert stamps(redlines(old, new, TODAY)[0].data) == {("kehoach", "2026-03-02T00:00:00Z")}
    signed = Signed("Trần Thị B", dt.date(2026, 7, 1))
    made = redlines(old, new, TODAY, signed)[0].data
    assert stamps(made) == {("Trần Thị B", "2026-07-01T00:00:00Z")}


def test_a_draft_has_a_fixed_date_and_equal_bytes_each_time() -> None:
    new, old = versions("number-and-date-filled-in")
    first, second = (redlines(old, new, TODAY)[0].data for _ in range(2))
    assert stamps(first) == {("kehoach", "2020-01-01T00:00:00Z")}
    assert first == second


def test_what_cannot_be_tracked_is_told_and_written_into_the_file() -> None:
    (one,) = pair("orientation-changed").tracked
    assert left(one) == ("sections", "widths")
    core = read_package(one.data)["docProps/core.xml"].decode()
    assert all(text in core for text in one.left)


def test_a_document_of_one_version_only_is_told() -> None:
    made = {one.name: one for one in pair("decision-added").every}
    assert made["quyet-dinh.docx"].left == ("văn bản chỉ có ở bản mới, không có dấu sửa",)
    assert made["quyet-dinh.docx"].data == pair("decision-added").new["quyet-dinh.docx"]
    old, new = reversed(versions("decision-added"))
    gone = next(one for one in redlines(old, new, TODAY) if one.name == "quyet-dinh.docx")
    assert (gone.data, gone.left) == (b"", ("văn bản chỉ có ở bản cũ, không được ghi",))


# Keys


def test_templates_do_not_see_the_keys_of_blocks() -> None:
    names = {name for context in CONTEXTS.values() for name in leaves(known_names(context))}
    assert names & {"body.kind", "body.key"} == {"body.kind"}
    assert Block("paragraph", "a", key="x") == Block("paragraph", "a")


@pytest.mark.parametrize("plan", sorted(one.stem for one in PLANS.glob("*.yaml")))
def test_every_block_has_a_key_that_passes_through_the_template(plan: str) -> None:
    from kehoach.documents import TYPES
    from kehoach.reviewing.tracked.keys import read_keys

    dossier = api.open_plan(PLANS / f"{plan}.yaml", TODAY)
    scope = issuing.scope_of(dossier, TODAY)
    made = {one.name: one.data for one in issuing.documents(dossier, TODAY, keyed=True)}
    for paper in (one for kind in TYPES for one in kind.papers(scope)):
        keys = read_keys(Package(made[f"{paper.name}.docx"]).body(), None)
        assert {one.key for one in paper.context.body} <= set(keys.blocks)
        assert all(one.key for one in paper.context.body)


@pytest.mark.parametrize("plan", sorted(one.stem for one in PLANS.glob("*.yaml")))
def test_a_document_with_keys_is_the_same_one_without_them(plan: str) -> None:
    dossier = api.open_plan(PLANS / f"{plan}.yaml", TODAY)
    plain = {one.name: one.data for one in issuing.documents(dossier, TODAY)}
    keyed = {one.name: one.data for one in issuing.documents(dossier, TODAY, keyed=True)}
    assert {name: saved(data) for name, data in keyed.items()} == plain
    assert all(readable(data) for data in keyed.values())
    assert all(plain[name] != data for name, data in keyed.items())


@pytest.mark.parametrize("tag", ["{{ title }}", "{{r title | runs }}", "a {{ title }} b"])
def test_keys_come_out_of_any_place_in_the_text(tag: str) -> None:
    template = Template(words.paragraphs(tag, "{{ title | upper }}"), "mau.docx")
    title = of_block(of_row('Tỷ lệ < "5" &\t%', 'a"<&>'), "b/~c d")
    plain, keyed = (template.render({"title": one}) for one in (str(title), title))
    first = Package(keyed).body()[0]
    assert (block_key(first), row_key(first)) == ("b/~c d", 'a"<&>')
    assert saved(keyed) == plain


def test_keys_inside_a_tag_are_found_unreadable() -> None:
    data = words.paragraphs("a")
    parts = read_package(data)
    xml = parts[MAIN].replace(b"<w:p>", b'<w:p w:rsidR="{{ title }}">', 1)
    template = Template(write_parts({**parts, MAIN: xml}), "mau.docx")
    with pytest.raises(TemplateError):
        template.render({"title": of_block("x", "y")})
    beside = Template(words.paragraphs("{{r title }}"), "mau.docx")
    assert not readable(beside.render({"title": of_block("x", "y")}))


# Word's ways, as another program reads them


@pytest.mark.office
def test_libreoffice_reads_it(soffice_pdf: Callable[[Path], Path], tmp_path: Path) -> None:
    file = tmp_path / "mixed.docx"
    file.write_bytes(pair("mixed").tracked[0].data)
    assert soffice_pdf(file).stat().st_size > 10_000
