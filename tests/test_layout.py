"""The documents of every plan against the numbers of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import PLANS, ROOT
from kehoach import api, issuing
from kehoach.documents.context import (
    AppendixContext,
    Block,
    Letterhead,
    PlanContext,
    ReceivingList,
    Signature,
)
from kehoach.issuing.rendering import Templates, named
from kehoach.layout import Measured, findings, measure, violations
from kehoach.layout.measured import Paragraph
from kehoach.layout.widths import line_widths
from kehoach.outputs.join import FollowingPart, join
from kehoach.word.fault import WordFileError
from kehoach.word.metrics import line_width
from kehoach.word.package import read_package
from kehoach.word.writing import write_parts
from layout.changes import changed
from outputs import words

DATA = ROOT / "tests" / "layout"
TODAY = dt.date(2026, 11, 22)
TEMPLATES = Templates()
MM = 1440 / 25.4
CHANGES = yaml.safe_load((DATA / "changes.yaml").read_text(encoding="utf-8"))
LOOKS = {
    fields[0]: fields[1:]
    for line in (DATA / "looks.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#") and (fields := line.split("\t"))
}
TEXTS = {"BodyText", "LastText", "Dash", "Plus", "Article", "LegalBasis", "Heading1", "Heading2"}
HEADINGS = {f"Heading{level}": level - 1 for level in range(1, 5)} | {"AppendixLabel": 0}
KEPT_WITH_NEXT = {*HEADINGS, "TableTitle", "TableUnit", "RecipientsTitle", "Recipients"}
GAPS = {"Rule": 120, "Tail": 20}
"""The named paragraphs that may stand empty, and how high they may be, in twips."""

Documents = dict[str, tuple[bytes, Measured]]


def rendered() -> Iterator[tuple[str, bytes]]:
    for path in sorted(PLANS.glob("*.yaml")):
        dossier = api.open_plan(path, TODAY)
        if dossier.plan is not None:  # a figure that does not add up changes no layout
            for one in issuing.documents(dossier, TODAY):
                yield f"{path.stem}/{one.name}", one.data
    for name, context in SAMPLES.items():
        yield name, TEMPLATES.get(Path(name).stem).render(named(context))
    yield "mau/hai-phu-luc.docx", with_appendices()


def with_appendices() -> bytes:
    """A plan with two appendices, the second lying down."""
    main, values = TEMPLATES.get("ke-hoach"), named(SAMPLES["mau/ke-hoach.docx"])
    own = replace(SAMPLES["mau/phu-luc.docx"], signing_line="")
    texts = [
        TEMPLATES.get(stem).document_xml(named(replace(own, label=label)))
        for stem, label in (("phu-luc", "Phụ lục I"), ("phu-luc-ngang", "Phụ lục II"))
    ]
    joined = join(main.document_xml(values), [FollowingPart(one) for one in texts])
    return main.package(joined, values)


@pytest.fixture(scope="session")
def documents() -> Documents:
    """Every document of every plan, with its measures."""
    return {name: (data, measure(data)) for name, data in rendered()}


@pytest.fixture(scope="session")
def measures(documents: Documents) -> list[Measured]:
    return [measured for _, measured in documents.values()]


def paragraphs(measures: list[Measured], styles: set[str]) -> Iterator[tuple[Measured, Paragraph]]:
    for measured in measures:
        for one in measured.paragraphs:
            if one.style_id in styles:
                yield measured, one


def rules_under(measures: list[Measured], style: str) -> Iterator[tuple[int, list[int]]]:
    """The length of each rule under a style's paragraphs, and the widths of the lines above it."""
    for measured in measures:
        for rule in measured.rules:
            if rule.above is not None and measured.paragraphs[rule.above].style_id == style:
                yield rule.length, line_widths(measured.paragraphs[rule.above], measured)


def kind_of(name: str) -> str:
    stem = Path(name).stem
    return "phu-luc" if stem.startswith("phu-luc") else stem


def test_every_plan_is_measured(documents: Documents) -> None:
    plans = {path.stem for path in PLANS.glob("*.yaml")}
    assert {name.split("/")[0] for name in documents} == {"mau", *plans}


def test_page_is_a4_with_the_decrees_margins(measures: list[Measured]) -> None:
    for section in (one for measured in measures for one in measured.sections):
        paper = (
            (section.height, section.width)
            if section.landscape
            else (section.width, section.height)
        )
        assert paper == (11906, 16838)
        assert 20 * MM - 1 <= section.top <= 25 * MM + 1
        assert 20 * MM - 1 <= section.bottom <= 25 * MM + 1
        assert 30 * MM - 1 <= section.left <= 35 * MM + 1
        assert 15 * MM - 1 <= section.right <= 20 * MM + 1
        assert section.gutter == 0
        assert 0 < section.header < section.top - 14 * 23


def test_page_number_is_centred_in_the_top_margin_and_not_on_page_1(
    measures: list[Measured],
) -> None:
    for section in (one for measured in measures for one in measured.sections):
        shown = section.header_of("default").page_number
        assert shown is not None
        assert (shown.align, shown.first, shown.left, shown.right) == ("center", 0, 0, 0)
        assert 26 <= shown.half_points <= 28
        assert not any(run.bold or run.italic for run in shown.runs)
        assert section.title_page
        assert section.header_of("first").page_number is None
        assert section.footers == ()


def test_each_appendix_counts_its_own_pages(measures: list[Measured]) -> None:
    several = [measured for measured in measures if len(measured.sections) > 1]
    assert several
    for measured in several:
        assert measured.sections[0].page_start is None
        assert {one.page_start for one in measured.sections[1:]} == {1}


def test_every_letter_is_black_times_new_roman(measures: list[Measured]) -> None:
    for measured in measures:
        for one in (*measured.paragraphs, *notes(measured)):
            for run in one.looks:
                assert set(run.fonts) <= {"Times New Roman"}, one.words
                assert run.color == "auto" or one.style_id == "Urgency", one.words
                assert not run.underline, one.words


def notes(measured: Measured) -> Iterator[Paragraph]:
    return (one for note in measured.footnotes for one in note.paragraphs)


def test_footnotes_are_there_and_small(measures: list[Measured]) -> None:
    sizes = {one.half_points for measured in measures for one in notes(measured)}
    assert sizes == {20}


@pytest.mark.parametrize("style", LOOKS)
def test_look(measures: list[Measured], style: str) -> None:
    sizes, bold, italic, case, align = LOOKS[style]
    least, most = map(int, sizes.split("-"))
    for _, one in paragraphs(measures, {style}):
        if not one.looks:
            continue
        assert {2 * least, 2 * most} >= {run.half_points for run in one.looks}, one.words
        assert not bold or {run.bold for run in one.looks} == {bold == "yes"}, one.words
        assert one.italic == (italic == "yes"), one.words
        assert not case or (one.text == one.text.upper()) == (case == "upper"), one.words
        assert one.align == align, one.words


def test_every_look_is_used(measures: list[Measured]) -> None:
    used = {one.style_id for measured in measures for one in measured.paragraphs}
    assert set(LOOKS) - used == set()


def test_text_is_indented_spaced_and_single_lined(measures: list[Measured]) -> None:
    for _, one in paragraphs(measures, TEXTS):
        assert one.left + one.first in (567, 720), one.words
        assert one.before + one.after >= 120, one.words
        assert not one.contextual
        assert (one.line_rule, 240 <= one.line <= 360) == ("auto", True), one.words


def test_motto_has_a_rule_as_long_as_its_text(measures: list[Measured]) -> None:
    text = line_width("Độc lập - Tự do - Hạnh phúc", 28, bold=True)
    rules = list(rules_under(measures, "Motto"))
    assert len(rules) == len(measures) - 1  # an appendix in a file of its own has none
    for length, _ in rules:
        assert 0.98 * text <= length <= 1.02 * text


@pytest.mark.parametrize("style", ["LetterheadIssuer", "Subject"])
def test_rule_is_a_third_to_a_half_of_a_line(measures: list[Measured], style: str) -> None:
    rules = list(rules_under(measures, style))
    assert rules
    for length, lines in rules:
        assert any(line / 3 - 1 <= length <= line / 2 + 1 for line in lines), (length, lines)


def test_frames_have_no_lines_and_data_tables_do(measures: list[Measured]) -> None:
    for measured in measures:
        for table in measured.tables:
            styles = {one.style_id for one in measured.paragraphs[table.start : table.end]}
            assert table.bordered == bool(styles & {"TableHeader"})


def test_header_rows_repeat_and_no_row_splits(measures: list[Measured]) -> None:
    tables = [table for measured in measures for table in measured.tables]
    data = [table for table in tables if table.bordered]
    assert data
    assert all(row.whole for table in tables for row in table.rows)
    for table in data:
        repeated = [row.header for row in table.rows]
        assert repeated[0]
        assert repeated == sorted(repeated, reverse=True)
        assert not repeated[-1]


def test_headings_have_their_outline_levels(measures: list[Measured]) -> None:
    for measured in measures:
        for one in measured.paragraphs:
            assert one.outline == HEADINGS.get(one.style_id), one.words


def test_titles_stay_with_what_follows(measures: list[Measured]) -> None:
    found = list(paragraphs(measures, KEPT_WITH_NEXT))
    assert found
    assert all(one.keep_next for _, one in found)


def test_language_is_vietnamese(measures: list[Measured]) -> None:
    assert {measured.language for measured in measures} == {"vi-VN"}


def test_no_paragraph_stands_empty_for_space(measures: list[Measured]) -> None:
    for measured in measures:
        for one in measured.paragraphs:
            table = measured.table_of(one)
            if one.words or (table and table.bordered) or one.style_id == "SignerName":
                continue
            assert one.style_id in GAPS, one.index
            height = one.line / 20 if one.line_rule == "exact" else one.half_points * 0.575
            assert height * 20 <= GAPS[one.style_id], one.index


def test_documents_break_no_rule(documents: Documents) -> None:
    found = {name: violations(two, kind_of(name)) for name, (_, two) in documents.items()}
    assert {name: told for name, told in found.items() if told} == {}


URGENT = Letterhead(
    (), ("SỞ TÀI CHÍNH",), "Số: 05/KH-STC", "Bắc Kạn, ngày 02 tháng 02 năm 2026", "KHẨN"
)
SAMPLES: dict[str, Any] = {
    "mau/phu-luc.docx": AppendixContext(
        "Phụ lục", "CHỈ TIÊU", "(Kèm theo Kế hoạch số 05/KH-STC)", "Số: ...; ngày ...; giờ: ...", ()
    ),
    "mau/ke-hoach.docx": PlanContext(
        URGENT,
        "KẾ HOẠCH",
        "Giảm nghèo năm 2026",
        "",
        ("Căn cứ Luật Tổ chức chính quyền địa phương;",),
        ("Sở Tài chính ban hành Kế hoạch như sau:",),
        (Block("table_title", "Biểu 1"), Block("paragraph", "Giảm nghèo./.")),
        ReceivingList(("- Như trên;", "- Lưu: VT.")),
        Signature(("GIÁM ĐỐC",), "Nguyễn Văn A"),
    ),
}
"""What no plan of the repository has: an appendix in a file of its own, an urgent plan."""

OF = {
    "quyet-dinh": "bac-kan-2018/quyet-dinh.docx",
    "ke-hoach": "bac-kan-2018/ke-hoach.docx",
    "ke-hoach-rieng": "ngoc-hoi-2020/ke-hoach.docx",
    "phu-luc": "mau/phu-luc.docx",
    "khan": "mau/ke-hoach.docx",
    "hai-phu-luc": "mau/hai-phu-luc.docx",
}


@pytest.mark.parametrize("change", [pytest.param(one, id=one["name"]) for one in CHANGES])
def test_one_change_is_found(documents: Documents, change: dict[str, Any]) -> None:
    name = OF[change.get("of", "quyet-dinh")]
    data, before = documents[name]
    told = findings(measure(changed(data, change)), kind_of(name))
    new = set(told) - set(findings(before, kind_of(name)))
    told = {one.message.partition(": ")[0] for one in new}
    assert change["finds"] in told, sorted(one.message for one in new)


def test_sentence_names_element_fault_demand_and_clause(documents: Documents) -> None:
    data, _ = documents[OF["quyet-dinh"]]
    change = {"style": "Motto", "put": {"sz": 24}}
    (told,) = (
        one
        for one in violations(measure(changed(data, change)), "quyet-dinh")
        if one.startswith("Tiêu ngữ")
    )
    assert told == (
        "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”: cỡ chữ 12; quy định: cỡ chữ 13 đến 14 "
        "(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1)."
    )


@pytest.mark.parametrize(
    "data",
    [b"PK not a file", write_parts({"a": b""}), write_parts({"_rels/.rels": b"<Relationships>"})],
    ids=["no zip", "no main part", "broken xml"],
)
def test_what_is_not_word_is_refused(data: bytes) -> None:
    with pytest.raises(WordFileError):
        measure(data)


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        (rb"<w:sectPr.*?</w:sectPr>", b""),
        (rb"<w:body>.*</w:body>", b"<w:body/>"),
        (rb'<w:pStyle w:val="[^"]*"/>', b'<w:pStyle w:val="Unknown"/>'),
        (rb"<w:tbl>.*?</w:tbl>", b""),
        (rb"<w:t [^>]*>[^<]*</w:t>", b""),
    ],
    ids=["no page", "nothing", "no styles", "no tables", "no text"],
)
@pytest.mark.parametrize("kind", ["quyet-dinh", "ke-hoach", "phu-luc"])
def test_any_word_file_can_be_measured(
    documents: Documents, pattern: bytes, by: bytes, kind: str
) -> None:
    parts = read_package(documents[OF["ke-hoach"]][0])
    parts[words.MAIN] = re.sub(pattern, by, parts[words.MAIN], flags=re.DOTALL)
    assert violations(measure(write_parts(parts)), kind)
