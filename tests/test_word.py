"""Word files as others send them: read within limits, refused in one sentence, made harmless."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PLANS
from kehoach.cli import kehoach
from kehoach.issuing.rendering import Templates
from kehoach.issuing.template_review import review
from kehoach.office.templates import SHIPPED
from kehoach.outputs.faults import TemplateError
from kehoach.outputs.template import Template
from kehoach.word import package as limits
from kehoach.word import xmltext
from kehoach.word.active import active_in, usable
from kehoach.word.custom import custom_properties
from kehoach.word.fault import WordFileError
from kehoach.word.names import declared, named, w
from kehoach.word.package import read_package
from kehoach.word.shown import shown
from kehoach.word.soundness import sound
from kehoach.word.text import template_text
from kehoach.word.writing import write_parts
from kehoach.word.xmltext import parsed
from outputs import words

MAIN, RELS, SETTINGS = words.MAIN, "word/_rels/document.xml.rels", "word/settings.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLAIN = words.paragraphs("{{ subject }}")


def with_bytes(name: str, old: str, new: str, data: bytes = PLAIN) -> bytes:
    parts = read_package(data)
    xml = parts[name].decode()
    assert old in xml, old
    return write_parts({**parts, name: xml.replace(old, new, 1).encode()})


def without(name: str) -> bytes:
    return write_parts({key: one for key, one in read_package(PLAIN).items() if key != name})


def with_part(name: str, data: bytes) -> bytes:
    return write_parts({**read_package(PLAIN), name: data})


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def encrypted() -> bytes:
    """The flag that the classic encryption of zip sets in each header."""
    data = bytearray(PLAIN)
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
BROKEN: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "no zip": (lambda: b"van ban", "", "không phải văn bản Word"),
    "empty": (lambda: b"", "", "không phải văn bản Word"),
    "cut zip": (lambda: PLAIN[: len(PLAIN) // 2], "", "không phải văn bản Word"),
    "another zip": (lambda: zipped(("a.txt", b"x")), "", "không phải văn bản Word"),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "", "Word cũ (.doc)"),
    "password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "",
        "mật khẩu",
    ),
    "encrypted zip": (encrypted, "", "mật khẩu"),
    "lzma": (lambda: zipped((MAIN, b"<a/>"), method=zipfile.ZIP_LZMA), MAIN, "nén theo cách"),
    "no main part": (lambda: without(MAIN), "", "không có nội dung"),
    "no styles": (lambda: without("word/styles.xml"), "word/styles.xml", "không có trong tệp"),
    "no settings": (lambda: without(SETTINGS), SETTINGS, "không có trong tệp"),
    "cut main": (
        lambda: with_part(MAIN, read_package(PLAIN)[MAIN][:300]),
        MAIN,
        "không phải XML",
    ),
    "cut styles": (
        lambda: with_part("word/styles.xml", read_package(PLAIN)["word/styles.xml"][:900]),
        "word/styles.xml",
        "không phải XML",
    ),
    "empty relations": (lambda: with_part(RELS, b""), RELS, "không phải XML"),
    "doctype": (
        lambda: with_bytes(MAIN, "<w:document", f"{ENTITIES}<w:document"),
        MAIN,
        "DOCTYPE",
    ),
    "doctype in UTF-16": (
        lambda: with_part(SETTINGS, f"{ENTITIES}<x>&b;</x>".encode("utf-16")),
        SETTINGS,
        "DOCTYPE",
    ),
    "nested": (
        lambda: with_bytes(MAIN, "<w:body>", "<w:body>" + "<w:sdt>" * 400 + "</w:sdt>" * 400),
        MAIN,
        "không phải XML",
    ),
    "no body": (lambda: with_part(MAIN, b"<x/>"), MAIN, "thân văn bản"),
    "macros": (
        lambda: with_bytes(
            "[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "",
        "macro",
    ),
    "changes": (
        lambda: with_bytes(MAIN, "<w:p>", '<w:p><w:del w:id="1" w:author="n"/>'),
        MAIN,
        "Track Changes",
    ),
    "bomb": (lambda: with_part("word/a.bin", bytes(3_000_000)), "word/a.bin", "gấp hơn 300 lần"),
}


def refused(data: bytes) -> None:
    package, _ = sound(data)
    package.body()


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_template_is_refused_in_one_sentence_with_its_part(name: str) -> None:
    make, part, said = BROKEN[name]
    with pytest.raises(WordFileError) as raised:
        refused(make())
    assert raised.value.part == part
    assert said in raised.value.message
    assert "\n" not in raised.value.message


MISFITS: dict[str, tuple[str, str, str]] = {
    "no type": ("[Content_Types].xml", 'Extension="jpeg"', 'Extension="jp"'),
    "another root": ("[Content_Types].xml", "package/2006/content-types", "package/2006/other"),
    "relations of another root": (RELS, "package/2006/relationships", "package/2006/other"),
    "no relation to the main part": ("_rels/.rels", "ships/officeDocument", "ships/other"),
}


@pytest.mark.parametrize("name", MISFITS)
def test_parts_that_do_not_fit_together_are_one_fault_of_the_template(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(with_bytes(*MISFITS[name]))
    with pytest.raises(TemplateError, match=r"ke-hoach\.docx"):
        Templates(tmp_path).get("ke-hoach")


def test_more_tags_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmltext, "MOST_TAGS", 5)
    with pytest.raises(WordFileError, match="quá 5 thẻ"):
        shown(PLAIN)


@pytest.mark.parametrize("name", ["cut main", "cut zip", "password", "doctype"])
def test_every_reader_says_so(name: str) -> None:
    data = BROKEN[name][0]()
    for reader in (template_text, shown):
        with pytest.raises(WordFileError):
            reader(data)


def test_a_part_that_stands_twice_is_refused() -> None:
    members = [*read_package(PLAIN).items()]
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped(*members, (MAIN, b"<other/>"))
    with pytest.raises(WordFileError, match="hai lần") as raised:
        read_package(twice)
    assert raised.value.part == MAIN
    with pytest.raises(WordFileError, match="hai lần"):
        read_package(zipped(*members, (MAIN.upper(), b"<other/>")))


@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [("MOST_PARTS", 5, "quá 5"), ("MOST_BYTES", 900, "quá 1 MB"), ("MOST_XML", 900, "quá 1 MB")],
)
def test_limits_name_themselves(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, said: str
) -> None:
    monkeypatch.setattr(limits, limit, most)
    with pytest.raises(WordFileError, match=said):
        read_package(PLAIN)


def test_a_size_that_lies_is_found_out() -> None:
    """The directory says ten bytes of a part that has a million: no more than ten are unpacked."""
    data = bytearray(zipped(("[Content_Types].xml", b"x" * 1_000_000)))
    place = data.index(b"PK\1\2") + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    with pytest.raises(WordFileError):
        read_package(bytes(data))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(PLAIN) - 1), st.integers(0, 255), st.booleans())
def test_whatever_a_file_holds_is_read_or_refused(at: int, byte: int, cut: bool) -> None:
    data = PLAIN[:at] if cut else PLAIN[:at] + bytes([byte]) + PLAIN[at + 1 :]
    for reader in (refused, template_text, shown, custom_properties):
        with contextlib.suppress(WordFileError):
            reader(data)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([name for name in read_package(PLAIN) if name.endswith((".xml", ".rels"))]),
    st.integers(0, 4000),
    st.sampled_from([b"", b"<", b"&a;", b"\x00", b"</w:p>", b'"', b"<w:p>", b"\xff"]),
)
def test_whatever_a_part_holds_is_read_or_refused(name: str, at: int, piece: bytes) -> None:
    xml = read_package(PLAIN)[name]
    data = with_part(name, xml[:at] + piece + xml[at + len(piece) + 1 :])
    for reader in (refused, template_text, shown, custom_properties):
        with contextlib.suppress(WordFileError):
            reader(data)


def relation(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def related(kind: str, target: str, xml: str, mode: str = ' TargetMode="External"') -> bytes:
    """A template whose first paragraph shows what a relation of this kind leads to."""
    data = with_bytes(RELS, "</Relationships>", relation(kind, target, mode) + "</Relationships>")
    return with_bytes(MAIN, "<w:p>", f"<w:p>{xml}", data)


def field(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return with_bytes(MAIN, "<w:p>", f"<w:p>{begin}{runs}{end}")


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
BLIP = f'<w:r><w:drawing><a:blip xmlns:a="{DRAWING}" r:link="rId99"/></w:drawing></w:r>'
OLE = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId99"/>'
OLE += "</w:object></w:r>"
ACTIVE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "linked picture": (
        lambda: related("image", "http://a.invalid/x.png", BLIP),
        "http://a.invalid/x.png",
        "rId99",
    ),
    "template of its own": (
        lambda: related("attachedTemplate", "http://a.invalid/x.dotm", ""),
        "attachedTemplate",
        "a.invalid",
    ),
    "object": (
        lambda: with_part_of(related("oleObject", "embeddings/o.bin", OLE, "")),
        "OLE",
        "OLEObject",
    ),
    "field": (lambda: field(" DDEAUTO c:\\\\windows\\\\cmd.exe "), "DDEAUTO", "cmd.exe"),
    "field in pieces": (
        lambda: field(" INCLUDE", 'TEXT "http://a.invalid" '),
        "INCLUDETEXT",
        "a.invalid",
    ),
    "simple field": (
        lambda: with_bytes(MAIN, "<w:p>", '<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/>'),
        "INCLUDEPICTURE",
        "INCLUDEPICTURE",
    ),
    "mail merge": (
        lambda: with_bytes(SETTINGS, "<w:zoom", '<w:mailMerge w:val="x"/><w:zoom'),
        "trộn thư",
        "mailMerge",
    ),
}


def with_part_of(data: bytes) -> bytes:
    return write_parts({**read_package(data), "word/embeddings/o.bin": b"MZ"})


@pytest.mark.parametrize("name", ACTIVE)
def test_what_runs_or_fetches_is_told_and_not_carried_into_documents(name: str) -> None:
    make, told, gone = ACTIVE[name]
    data = make()
    assert told in str(active_in(sound(data)[1])[0].what)
    faults = review(data, "ke-hoach").faults
    assert any(told in one.message for one in faults)
    clean = usable(data)
    assert active_in(sound(clean)[1]) == []
    made = Template(clean, "mau.docx").render({"subject": "Giảm nghèo"})
    for part, text in read_package(made).items():
        assert gone.encode() not in text, part
    assert "word/embeddings/o.bin" not in read_package(made)
    assert words.body_text(made)[0] == "Giảm nghèo"


def test_what_a_click_opens_stays() -> None:
    link = '<w:hyperlink r:id="rId99"><w:r><w:t>trang</w:t></w:r></w:hyperlink>'
    data = related("hyperlink", "https://a.invalid/", link)
    assert usable(data) is data


def test_shipped_templates_are_used_as_they_are() -> None:
    for path in SHIPPED.glob("*.docx"):
        data = path.read_bytes()
        assert usable(data) is data, path.name


CELL = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def test_a_document_is_proved_before_it_replaces(tmp_path, monkeypatch) -> None:
    """An office's template that fills into no XML leaves the old document alone, and is named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mau").mkdir()
    (tmp_path / "kehoach.toml").write_text('templates = "mau"', encoding="utf-8")
    last = "{% if letterhead.urgency %}</w:t></w:r></w:p>"
    bad = words.paragraphs("{{ subject }}", "{% if letterhead.urgency %}")
    bad = with_bytes(MAIN, last, last + CELL, bad)
    (tmp_path / "mau" / "ke-hoach.docx").write_bytes(bad)
    plan = tmp_path / "bac-kan-2018.yaml"
    plan.write_bytes((PLANS / plan.name).read_bytes())
    old = tmp_path / "out" / plan.stem / "ke-hoach.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    done = CliRunner().invoke(kehoach, ["render", str(plan), "-o", "out"])
    assert done.exit_code == 1
    assert "ke-hoach.docx" in done.output
    assert "XML" in done.output
    assert old.read_bytes() == b"old"


CUT = {
    "markup of its own": "{{ x | safe }}",
    "drawn, then cut": "{{r (x | runs)[:-3] }}",
    "escaped, then cut": "{{ (x | e)[:3] }}",
    "kept, then cut": "{% set y = x | runs %}{{ y[:9] }}",
}


@pytest.mark.parametrize("name", CUT)
def test_what_could_make_no_xml_is_no_tag(name: str) -> None:
    with pytest.raises(TemplateError) as raised:
        Template(words.paragraphs(CUT[name]), "mau.docx").render({"x": "<w:br>&&"})
    assert raised.value.faults[0].kind == "syntax"


def test_what_cannot_be_proved_once_is_looked_at_each_time() -> None:
    """A condition from a paragraph into a cell: where it fails, the paragraph never ends."""
    data = with_bytes(MAIN, "</w:p>", f"</w:p>{CELL}", words.paragraphs("{% if x %}"))
    with pytest.raises(TemplateError) as raised:
        Template(data, "mau.docx").render({"x": 0})
    assert raised.value.faults[0].kind == "output"
    assert raised.value.faults[0].part == MAIN


def test_what_is_only_looked_at_may_be_right() -> None:
    data = with_bytes(MAIN, "<w:p>", '<w:p w:rsidR="{{ x }}">', words.paragraphs("a"))
    template = Template(data, "mau.docx")
    assert 'w:rsidR="&lt;b"' in words.main_xml(template.render({"x": "<b"}))
    across = Template(words.paragraphs("{% if x %}a", "b{% endif %}"), "mau.docx")
    assert MAIN in across._proven
    assert words.body_text(across.render({"x": 1})) == ["a", "b"]
    assert words.body_text(across.render({"x": 0})) == [""]


def test_shipped_templates_are_proved_once() -> None:
    from kehoach.outputs.source import read_sources

    templates = Templates()
    for path in sorted(SHIPPED.glob("*.docx")):
        proven = templates.get(path.stem)._proven
        tagged = {one.name for one in read_sources(path.read_bytes()) if one.has_tags}
        assert tagged <= proven, path.name


INNER = "<w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent>"
BOX = (
    f"<w:r><mc:AlternateContent {declared('mc')}><mc:Choice><w:drawing>{INNER}</w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict>{INNER}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_the_walk_goes_through_controls_and_boxes() -> None:
    control = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    data = with_bytes(MAIN, "<w:p>", f"{control}<w:p>{BOX}")
    assert [one.text for one in shown(data)] == ["trong khung", "{{ subject }}", "trong hộp"]
    assert [line.rpartition("| ")[2] for line in template_text(data).splitlines()[1:4]] == [
        "trong khung",
        "{{ subject }}",
        "trong hộp",
    ]


def test_names() -> None:
    assert named("w:p") == w("p")
    assert parsed(b"<a><!-- x -->b</a>", "a.xml").text == "b"
    assert custom_properties(PLAIN) == {}
