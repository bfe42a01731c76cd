"""The default Word templates: current, valid, legible in Word, and sound whatever fills them."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from conftest import ROOT
from kehoach.documents.context import (
    AppendixContext,
    Block,
    DecisionContext,
    Letterhead,
    PlanContext,
    ReceivingList,
    Signature,
)
from kehoach.issuing.rendering import Templates, named
from kehoach.outputs.join import FollowingPart, join
from kehoach.word.blocks import CellSpec, ColumnSpec, HeaderCell, RowSpec, TableSpec
from kehoach.word.package import read_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDER = ROOT / "templates"
STEMS = sorted(file.stem for file in FOLDER.glob("*.docx"))
TEMPLATES = Templates()

TABLE = TableSpec(
    [ColumnSpec(), ColumnSpec(number=True)],
    [[HeaderCell("Chỉ tiêu"), HeaderCell("Số hộ")]],
    [RowSpec([CellSpec("Huyện Na Rì"), CellSpec("3.202")])],
)
TEXT = "Giảm tỷ lệ hộ nghèo < 5% & tăng thu nhập"
BODY = (
    Block("heading_1", "I. MỤC TIÊU"),
    Block("heading_2", "1. Mục tiêu chung"),
    Block("heading_3", "a) Về nhà ở"),
    Block("heading_4", "- Về vốn"),
    Block("paragraph", TEXT),
    Block("dash", f"- {TEXT}"),
    Block("plus", f"+ {TEXT}"),
    Block("article", f"**Điều 1.** {TEXT}"),
    Block("table_title", "Biểu 1"),
    Block("table_unit", "Đơn vị tính: hộ"),
    Block("table", table=TABLE),
    Block("table", table=TABLE),
    Block("table_note", "Ghi chú"),
    Block("paragraph", f"{TEXT}./."),
)
LETTERHEAD = Letterhead(
    ("ỦY BAN NHÂN DÂN", "TỈNH BẮC KẠN"), ("SỞ TÀI CHÍNH",), "Số: 05/KH-STC", "Bắc Kạn, ngày 02"
)
END: dict[str, Any] = {
    "recipients": ReceivingList(("- Như trên;", "- Lưu: VT.")),
    "signature": Signature(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn A"),
}
PLAN = PlanContext(
    LETTERHEAD, "KẾ HOẠCH", "Giảm nghèo", "", ("Căn cứ Luật;",), ("Như sau:",), BODY, **END
)
ATTACHED = replace(
    PLAN,
    letterhead=replace(LETTERHEAD, number="", dated=""),
    reference="(Kèm theo Quyết định)",
    recipients=None,
    signature=None,
)
DECISION = DecisionContext(
    LETTERHEAD, "QUYẾT ĐỊNH", "Về việc", "SỞ", ("Căn cứ;",), "QUYẾT ĐỊNH:", BODY, **END
)
APPENDIX = AppendixContext("Phụ lục", "CHỈ TIÊU", "(Kèm theo Kế hoạch)", "Số: ...; ngày ...", BODY)
SAMPLES: dict[str, tuple[str, Any]] = {
    "ke-hoach": ("ke-hoach", PLAN),
    "kem-theo": ("ke-hoach", ATTACHED),
    "ket-thuc-bang": ("ke-hoach", replace(PLAN, body=BODY[:12])),
    "trong": ("ke-hoach", replace(ATTACHED, body=(), preamble=())),
    "chi-noi-nhan": ("ke-hoach", replace(PLAN, signature=None)),
    "khan": ("ke-hoach", replace(PLAN, letterhead=replace(LETTERHEAD, urgency="KHẨN"))),
    "quyet-dinh": ("quyet-dinh", DECISION),
    "phu-luc": ("phu-luc", APPENDIX),
    "phu-luc-ngang": ("phu-luc-ngang", replace(APPENDIX, signing_line="", label="")),
}
every_sample = pytest.mark.parametrize("sample", SAMPLES)
every_stem = pytest.mark.parametrize("stem", STEMS)


def filled(sample: str) -> bytes:
    stem, context = SAMPLES[sample]
    return TEMPLATES.get(stem).render(named(context))


def document(data: bytes) -> Any:
    return etree.fromstring(read_package(data)["word/document.xml"])


def style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def text(node: Any) -> str:
    return "".join(node.itertext(f"{W}t"))


def half_points(*owners: Any) -> int:
    """The size that the first of these says; 14 pt is the default."""
    sizes = (one.find(f"{W}rPr/{W}sz") for one in owners)
    return next((int(one.get(f"{W}val")) for one in sizes if one is not None), 28)


def styles() -> dict[str, Any]:
    root = etree.fromstring(
        read_package((FOLDER / "ke-hoach.docx").read_bytes())["word/styles.xml"]
    )
    return {one.get(f"{W}styleId"): one for one in root.iter(f"{W}style")}


def faults(path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(path)
    return [str(one) for one in result.errors] or ([] if result.is_valid else ["not valid"])


def test_templates_are_those_that_the_tool_builds() -> None:
    tool = [sys.executable, str(ROOT / "tools" / "build_templates.py"), "--check"]
    done = subprocess.run(tool, check=False, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")


@every_stem
def test_template_is_a_valid_word_file(stem: str) -> None:
    assert faults(FOLDER / f"{stem}.docx") == []


@every_sample
def test_filled_document_is_a_valid_word_file(sample: str, tmp_path: Path) -> None:
    path = tmp_path / f"{sample}.docx"
    path.write_bytes(filled(sample))
    assert faults(path) == []


def test_joined_document_is_a_valid_word_file(tmp_path: Path) -> None:
    main, values = TEMPLATES.get("ke-hoach"), named(PLAN)
    parts = [
        FollowingPart(TEMPLATES.get(stem).document_xml(named(APPENDIX)))
        for stem in ("phu-luc", "phu-luc-ngang")
    ]
    path = tmp_path / "joined.docx"
    path.write_bytes(main.package(join(main.document_xml(values), parts), values))
    assert faults(path) == []


@every_stem
def test_office_can_read_every_tag_in_word(stem: str) -> None:
    """A tag must not stand in letters or on lines too small to see."""
    known = styles()
    for paragraph in document((FOLDER / f"{stem}.docx").read_bytes()).iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if "{" in text(run):
                assert half_points(run, known[style(paragraph)]) >= 18, text(run)
                assert known[style(paragraph)].find(f"{W}pPr/{W}spacing[@{W}lineRule]") is None


@every_stem
def test_every_style_in_use_is_there_and_alike_in_all_templates(stem: str) -> None:
    """Appendices are joined to a plan, whose package gives the styles."""
    parts = read_package((FOLDER / f"{stem}.docx").read_bytes())
    first = read_package((FOLDER / f"{STEMS[0]}.docx").read_bytes())
    used = {style(one) for one in etree.fromstring(parts["word/document.xml"]).iter(f"{W}p")}
    assert used - styles().keys() == set()
    assert parts["word/styles.xml"] == first["word/styles.xml"]


@every_sample
def test_text_that_was_given_is_shown_once(sample: str) -> None:
    context = SAMPLES[sample][1]
    texts = [text(one) for one in document(filled(sample)).iter(f"{W}p")]
    for block in context.body:
        shown = block.text.replace("**", "")
        expected = sum(one.text.replace("**", "") == shown for one in context.body)
        assert not shown or texts.count(shown) == expected


@every_sample
def test_no_tag_is_left_over(sample: str) -> None:
    xml = read_package(filled(sample))["word/document.xml"].decode()
    assert re.findall(r"\{[{%#]|[%#}]\}|>Control<|\"Control\"", xml) == []


@every_sample
def test_tables_never_touch(sample: str) -> None:
    """Word would make one table of them."""
    for parent in document(filled(sample)).iter(f"{W}body", f"{W}tc"):
        for one, after in pairwise(parent):
            assert (one.tag, after.tag) != (f"{W}tbl", f"{W}tbl")


@every_sample
def test_empty_paragraphs_take_no_line(sample: str) -> None:
    """Distances are spacing of styles, never empty lines."""
    known = styles()
    root = document(filled(sample))
    empty = [
        one
        for one in root.iter(f"{W}p")
        if not text(one).strip() and style(one) not in ("TableText", "TableNumber", "TableTotal")
    ]
    assert [style(one) for one in empty if half_points(known[style(one)]) > 4] == []


@pytest.mark.parametrize("sample", ["ke-hoach", "quyet-dinh"])
def test_signature_keeps_the_last_line_of_text_with_it(sample: str) -> None:
    body = document(filled(sample))[0]
    last, table = list(body)[-4:-2]
    assert (style(last), table.tag) == ("LastText", f"{W}tbl")
    assert len(list(table.iter(f"{W}cantSplit"))) == 1
    kept = {"LastText", *(style(one) for one in table.iter(f"{W}p"))}
    known = styles()
    assert [one for one in kept if known[one].find(f"{W}pPr/{W}keepNext") is None] == []


@pytest.mark.parametrize(("urgency", "width"), [("HỎA TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
def test_urgency_stands_in_a_frame_of_its_size(urgency: str, width: int) -> None:
    """Phụ lục I, Phần I, Mục III, khoản 2: 30 x 8, 40 x 8 and 20 x 8 mm."""
    context = replace(PLAN, letterhead=replace(LETTERHEAD, urgency=urgency))
    root = document(TEMPLATES.get("ke-hoach").render(named(context)))
    (frame,) = [one for one in root.iterfind(f".//{W}tc/{W}tbl") if text(one) == urgency]
    height = frame.find(f".//{W}trHeight")
    sizes = frame.find(f".//{W}gridCol").get(f"{W}w"), height.get(f"{W}val")
    assert [round(int(one) * 25.4 / 1440, 1) for one in sizes] == [width, 8.0]
    assert height.get(f"{W}hRule") == "exact"


def test_no_urgency_no_frame() -> None:
    assert document(filled("ke-hoach")).find(f".//{W}tc/{W}tbl") is None
