"""Joined documents: one section a part, no blank page, the page of each part kept."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree

from kehoach.outputs.join import FollowingPart, JoinError, join
from kehoach.outputs.rules import rule
from kehoach.outputs.template import Template
from outputs import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def part(*texts: str, landscape: bool = False, table_last: bool = False) -> bytes:
    document = words.blank()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Trang"
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for text in texts:
        document.add_paragraph(text)
    if table_last:
        document.add_table(rows=1, cols=2).cell(0, 0).text = "ô"
    return words.saved(document)


def joined(table_last: bool = False) -> bytes:
    first = Template(part("Thân {{ x }}", "{{r line }}", table_last=table_last), "plan")
    wide = Template(part("Phụ lục I", landscape=True, table_last=table_last), "wide")
    last = Template(part("Phụ lục II {{ x }}"), "last")
    context = {"x": "<&>", "line": rule(2000)}
    following = [
        FollowingPart(wide.document_xml(context)),
        FollowingPart(last.document_xml(context), restart=False),
    ]
    return first.package(join(first.document_xml(context), following), context)


@pytest.mark.parametrize("table_last", [False, True])
def test_sections_of_a_joined_document(table_last: bool, tmp_path: Path) -> None:
    made = joined(table_last)
    root = etree.fromstring(words.main_xml(made).encode())
    sections = list(root.iter(f"{W}sectPr"))
    pages = [(one.find(f"{W}pgSz").get(f"{W}orient"), page_start(one)) for one in sections]
    assert pages == [(None, None), ("landscape", "1"), (None, None)]
    assert [len(one.findall(f"{W}headerReference")) for one in sections] == [1, 0, 0]
    assert all(one.find(f"{W}titlePg") is not None for one in sections)
    assert sections[-1].getparent().tag == f"{W}body"
    assert all(one.getparent().tag == f"{W}pPr" for one in sections[:-1])
    assert words.valid(made, tmp_path) == []


def page_start(section: etree._Element) -> str | None:
    found = section.find(f"{W}pgNumType")
    return None if found is None else found.get(f"{W}start")


def test_text_of_all_parts_stands_in_order() -> None:
    texts = [one for one in words.body_text(joined()) if one]
    assert texts == ["Thân <&>", "Phụ lục I", "Phụ lục II <&>"]


def test_one_part_alone_is_itself() -> None:
    xml = Template(part("a"), "t").document_xml({})
    assert join(xml, []) == xml


def section_with(inner: str) -> str:
    root = '<w:document xmlns:w="w" xmlns:r="r"><w:body>'
    return f"{root}<w:p/><w:p><w:pPr/></w:p><w:sectPr>{inner}</w:sectPr></w:body></w:document>"


@pytest.mark.parametrize(
    ("inner", "numbered"),
    [
        ("", '<w:pgNumType w:start="1"/>'),
        (
            '<w:pgSz w:w="1"/><w:cols/><w:titlePg/>',
            '<w:pgSz w:w="1"/><w:pgNumType w:start="1"/><w:cols/><w:titlePg/>',
        ),
        (
            '<w:pgMar w:top="1"/><w:pgNumType w:fmt="upperRoman" w:start="5"/>',
            '<w:pgMar w:top="1"/><w:pgNumType w:fmt="upperRoman" w:start="1"/>',
        ),
        ('<w:headerReference w:type="first" r:id="rId9"/><w:pgSz w:w="1"/>',
         '<w:pgSz w:w="1"/><w:pgNumType w:start="1"/>'),
    ],
)  # fmt: skip
def test_page_numbers_restart_in_the_right_place(inner: str, numbered: str) -> None:
    made = join(section_with(""), [FollowingPart(section_with(inner))])
    assert made.endswith(f"<w:sectPr>{numbered}</w:sectPr></w:body></w:document>")
    assert "<w:p/><w:p><w:pPr><w:sectPr></w:sectPr></w:pPr></w:p>" in made


@pytest.mark.parametrize(
    ("following", "message"),
    [
        (section_with("").replace("<w:p/>", '<w:p><w:hyperlink r:id="rId1"/></w:p>'), "liên kết"),
        (section_with("").replace('xmlns:r="r"', 'xmlns:r="other"'), "không gian tên"),
        ("<w:hdr/>", "nội dung chính"),
    ],
)
def test_parts_that_cannot_be_joined_are_refused(following: str, message: str) -> None:
    with pytest.raises(JoinError, match=message):
        join(section_with(""), [FollowingPart(following)])


def test_prefixes_of_all_roots_are_declared_once() -> None:
    first = section_with("").replace("<w:document", '<w:document xmlns:mc="m" mc:Ignorable="w14"')
    second = section_with("").replace(
        "<w:document", '<w:document xmlns:v="v" xmlns:mc="m" mc:Ignorable="w14 w15"'
    )
    head = join(first, [FollowingPart(second)]).split(">")[0]
    assert head.count('xmlns:mc="m"') == 1
    assert 'mc:Ignorable="w14 w15"' in head
    assert 'xmlns:v="v"' in head


def test_drawings_are_numbered_through_all_parts() -> None:
    template = Template(part("{{r line }}", "{{r line }}"), "t")
    xml = template.document_xml({"line": rule(500)})
    made = join(xml, [FollowingPart(xml)])
    found = [made.split('<wp:docPr id="')[n].split('"')[0] for n in range(1, 5)]
    assert found == ["1001", "1002", "1003", "1004"]


@pytest.mark.office
@pytest.mark.parametrize("table_last", [False, True])
def test_no_blank_page(
    table_last: bool, tmp_path: Path, soffice_pdf: Callable[[Path], Path]
) -> None:
    file = tmp_path / "joined.docx"
    file.write_bytes(joined(table_last))
    info = subprocess.run(
        ["pdfinfo", "-l", "9", str(soffice_pdf(file))], capture_output=True, text=True, check=True
    ).stdout
    sizes = [line.split("size:")[1].split() for line in info.splitlines() if "size:" in line]
    shapes = [float(one[0]) > float(one[2]) for one in sizes if one[1] == "x"]
    assert "Pages:           3" in info
    assert shapes == [False, True, False]


@pytest.mark.parametrize("length", [2000, 2835])
def test_rule_is_valid_and_as_long_as_asked(length: int, tmp_path: Path) -> None:
    made = Template(words.paragraphs("{{r line }}", "{{r line }}"), "t").render(
        {"line": rule(length)}
    )
    assert words.valid(made, tmp_path) == []
    xml = words.main_xml(made)
    assert xml.count(f'cx="{length * 635}"') == 4
    assert f'to="{length // 20}.' in xml
    assert '<wp:docPr id="1002"' in xml
    assert Document(tmp_path / "audited.docx").paragraphs[0].text == ""
