"""The package, inline text, footnotes, properties, files: what surrounds a filled template."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kehoach.outputs.files import FileBusyError, write_aside
from kehoach.outputs.footnotes import Footnotes
from kehoach.outputs.inline import properties, runs
from kehoach.outputs.marks import spans
from kehoach.outputs.template import Template
from kehoach.word.metrics import line_width
from kehoach.word.package import read_package
from kehoach.word.text import template_text
from kehoach.word.writing import pack, write_package
from outputs import words

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def marks_cases() -> list[tuple[str, str]]:
    lines = (HERE / "outputs" / "marks.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]  # type: ignore[misc]


def shown_runs(xml: str) -> str:
    """The runs of a piece of XML in the notation of marks.tsv."""
    shown = ""
    for run in etree.fromstring(f"<w:p {NAMESPACE}>{xml}</w:p>").iter(f"{W}r"):
        height = run.find(f"{W}rPr/{W}vertAlign")
        letters = [name for name in "bi" if run.find(f"{W}rPr/{W}{name}") is not None]
        if height is not None:
            letters.append("s" if height.get(f"{W}val") == "superscript" else "u")
        note = run.find(f"{W}footnoteReference")
        text = "a" if note is not None else "".join(run.itertext())
        shown += f"{'n' if note is not None else ''.join(letters)}[{text}]"
    return shown


@pytest.mark.parametrize(("text", "expected"), marks_cases())
def test_marks(text: str, expected: str) -> None:
    assert shown_runs(runs(text, Footnotes({"a": "Ghi chú"}))) == expected


@given(st.text(alphabet="ab*^~[] 2(),", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    """Without footnotes and escapes only marks may go, and they go in pairs."""
    shown = "".join(one.text for one in spans(text))
    letters = str.maketrans("", "", "*^~")
    assert shown.translate(letters) == text.translate(letters)
    assert [(text.count(mark) - shown.count(mark)) % 2 for mark in "*^~"] == [0, 0, 0]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60))
def test_runs_keep_every_text_without_marks(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in "\\*^~[]" else one for one in text)
    root = etree.fromstring(f"<w:p {NAMESPACE}>{runs(escaped)}</w:p>")
    assert "".join(root.itertext()) == text


def test_marks_take_time_in_proportion() -> None:
    """Twenty times the text may not take two hundred times the time (a quadratic reader does)."""

    def seconds(count: int) -> float:
        best = 9.0
        for text in ("*a " * count, "**a *b ~c ^d " * count, "*a* " * count):
            start = time.perf_counter()
            spans(text)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(20_000) < 200 * max(seconds(1_000), 1e-4)


def test_breaks_tabs_and_base() -> None:
    made = runs("a\nb\tc", base='<w:sz w:val="26"/><w:b/>')
    assert made.startswith('<w:r><w:rPr><w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">')
    assert made.count("<w:br/>") == 1
    assert made.count("<w:tab/>") == 1
    assert runs("") == ""


def test_run_properties_stand_in_the_order_of_the_schema() -> None:
    base = '<w:sz w:val="20"/><w:rFonts w:ascii="Arial"/>'
    assert properties(base, bold=True, italic=True, height="superscript") == (
        '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:i/><w:sz w:val="20"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr>'
    )


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_characters_xml_forbids_are_named(letter: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(letter):04X}"):
        runs(f"**đậm** {letter}")
    with pytest.raises(Exception, match=f"U\\+{ord(letter):04X}"):
        Template(words.paragraphs("{{ x }}"), "t").render({"x": f"a{letter}"})


def test_none_is_refused() -> None:
    with pytest.raises(Exception, match="Giá trị trống"):
        Template(words.paragraphs("{{ x }}"), "t").render({"x": None})


NOTES = {"một": "Theo *Nghị quyết* số 24 & 25", "hai": "Nguồn < khác", "thừa": "không dùng"}


@pytest.mark.parametrize("own", [False, True], ids=["no part", "part of its own"])
def test_footnotes_are_words_own(own: bool, tmp_path: Path) -> None:
    body = "{{r a|runs }}"
    data = words.with_note(body, "Của mẫu {{ x }}") if own else words.paragraphs(body)
    notes = Footnotes(NOTES)
    context = {"a": "Sau[^hai] trước[^một] lại[^hai] lạ[^lạ].", "x": "<&>"}
    made = Template(data, "t").render(context, footnotes=notes)
    parts = read_package(made)
    root = etree.fromstring(parts["word/footnotes.xml"])
    texts = {one.get(f"{W}id"): "".join(one.itertext()) for one in root.iter(f"{W}footnote")}
    assert texts["101"] == " Nguồn < khác"
    assert texts["102"] == " Theo Nghị quyết số 24 & 25"
    assert texts.get("2") == ("Của mẫu <&>" if own else None)
    main = etree.fromstring(parts[words.MAIN])
    assert [one.get(f"{W}id") for one in main.iter(f"{W}footnoteReference")] == ["101", "102"]
    assert " NOTEREF _RefNote1 " in main.find(f".//{W}fldSimple").get(f"{W}instr")
    assert (notes.used, notes.unknown) == (("hai", "một"), ["lạ"])
    assert words.valid(made, tmp_path) == []
    related = Document(io.BytesIO(made)).part.rels.values()
    assert sum(one.reltype.endswith("/footnotes") for one in related) == 1


def test_no_footnotes_no_part() -> None:
    made = Template(words.paragraphs("a"), "t").render({}, footnotes=Footnotes(NOTES))
    assert "word/footnotes.xml" not in read_package(made)


def test_properties() -> None:
    data = words.with_properties(title="KH {{ so }}", author="UBND & {{ x }}", subject="mẫu")
    dates = {"created": "2026-01-02T00:00:00Z", "modified": "2026-01-03T00:00:00Z"}
    made = Template(data, "t").render(
        {"so": 5, "x": "<y>"}, properties={"subject": "trích yếu", **dates}
    )
    found = Document(io.BytesIO(made)).core_properties
    assert (found.title, found.author, found.subject) == ("KH 5", "UBND & <y>", "trích yếu")
    assert (found.created.isoformat()[:10], found.modified.day) == ("2026-01-02", 3)
    plain_core = read_package(Template(data, "t").render({"so": 5, "x": ""}))["docProps/core.xml"]
    assert b"created" not in plain_core
    assert b"modified" not in plain_core


def test_unknown_property_is_refused() -> None:
    with pytest.raises(ValueError, match="tac_gia"):
        Template(words.paragraphs("a"), "t").render({}, properties={"tac_gia": "x"})


def test_package_is_read_by_zipfile_and_does_not_depend_on_order() -> None:
    parts = {"word/đ.xml": b"x" * 5000, "_rels/.rels": b"r", "[Content_Types].xml": b"t", "a": b""}
    members = [pack(name, data) for name, data in parts.items()]
    made = write_package(members)
    assert made == write_package(reversed(members))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert [one.filename for one in infos] == [
            "[Content_Types].xml", "_rels/.rels", "a", "word/đ.xml",
        ]  # fmt: skip
        assert {one.date_time for one in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert {(one.create_system, one.flag_bits & 8) for one in infos} == {(0, 0)}
    assert read_package(made) == parts


HASH = """
import sys, hashlib
sys.path[:0] = [{tests!r}]
from outputs import words
from kehoach.outputs.template import Template
from kehoach.outputs.footnotes import Footnotes
data = open({file!r}, "rb").read()
made = Template(data, "t").render({{"a": "x[^n]", "s": "y"}}, footnotes=Footnotes({{"n": "ghi"}}))
print(hashlib.sha256(made).hexdigest())
"""


def test_same_bytes_in_every_process(tmp_path: Path) -> None:
    file = tmp_path / "t.docx"
    file.write_bytes(words.with_edges("{{ s }}", "f", "{{r a|runs }}"))
    code = HASH.format(tests=str(HERE), file=str(file))
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    here = Template(file.read_bytes(), "t").render(
        {"s": "y", "a": "x[^n]"}, footnotes=Footnotes({"n": "ghi"})
    )
    assert found == {hashlib.sha256(here).hexdigest().encode() + b"\n"}


def test_one_template_fills_many_documents_alike() -> None:
    template = Template(words.with_edges("{{ s }}", "f", "{{ s }}"), "t")
    first = template.render({"s": "một"})
    assert template.render({"s": "hai"}) != first
    assert template.render({"s": "một"}) == first


def test_extra_parts_are_added() -> None:
    made = Template(words.paragraphs("a"), "t").render({}, extra_parts={"customXml/k.xml": b"<k/>"})
    assert read_package(made)["customXml/k.xml"] == b"<k/>"


def test_write_aside_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.docx"
    for data in (b"1", b"22"):
        write_aside(file, data)
        assert file.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_write_aside_says_that_word_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    file = tmp_path / "kh.docx"
    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileBusyError, match="đang mở trong Word"):
        write_aside(file, b"new")
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["kh.docx"]


@pytest.mark.parametrize(
    ("text", "size", "look", "width"),
    [
        ("", 14, {}, 0),
        ("n", 12, {}, 120),
        ("M", 12, {}, 214),
        ("M", 12, {"bold": True}, 227),
        ("nn", 12, {"italic": True}, 240),
        ("漢", 10, {}, 200),
    ],
)
def test_line_width(text: str, size: int, look: dict[str, bool], width: int) -> None:
    assert line_width(text, 2 * size, **look) == width


def test_text_of_a_template() -> None:
    document = words.blank()
    document.add_heading("{{ title }}", 1)
    grid = document.add_table(rows=1, cols=2)
    grid.cell(0, 0).text = "a\nb"
    grid.cell(0, 1).text = "{{ x }}"
    document.sections[0].header.paragraphs[0].text = "đầu"
    assert template_text(words.saved(document)).splitlines() == [
        "## Văn bản",
        "heading 1 | {{ title }}",
        "a ⏎ b | {{ x }}",
        "",
        "## Đầu trang 1",
        "header | đầu",
    ]


def test_text_of_footnotes() -> None:
    shown = template_text(words.with_note("Thân", "Ghi chú")).splitlines()
    place = shown.index("## Chú thích cuối trang")
    assert shown[place + 1 :] == ["Normal |", "Normal |", "FootnoteText | Ghi chú"]
