"""Small Word templates for the tests, and their parts in a form that can be compared."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from kehoach.word.opc import EMPTY_FOOTNOTES, FOOTNOTES, with_part
from kehoach.word.package import read_package
from kehoach.word.writing import write_parts

STYLES = ("TableHeader", "TableText", "TableNumber", "TableTotal", "FootnoteText")
MAIN = "word/document.xml"


def blank() -> Any:
    """A python-docx document with the styles kehoach's templates have."""
    document = Document()
    for name in STYLES:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[
            "Normal"
        ]
    document.styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    return document


def saved(document: Any) -> bytes:
    """Without the part of Word 2010's old defaults, which no validator likes."""
    for identity, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[identity]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs(*texts: str) -> bytes:
    """A template of plain paragraphs."""
    document = blank()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def table(*rows: list[str]) -> bytes:
    """A template of one table, a string a cell."""
    document = blank()
    grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            grid.cell(number, column).text = text
    return saved(document)


def split_runs(*pieces: str) -> bytes:
    """One paragraph whose text Word has cut into runs of its own."""
    document = blank()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = number % 2 == 1
    return saved(document)


def with_edges(header: str, footer: str, body: str) -> bytes:
    """A template with tags in its header and footer."""
    document = blank()
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = footer
    document.add_paragraph(body)
    return saved(document)


def with_note(body: str, note: str) -> bytes:
    """A template with a footnote of its own."""
    parts = with_part(read_package(paragraphs(body)), FOOTNOTES, MAIN)
    own = (
        '<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    notes = EMPTY_FOOTNOTES.decode().replace("</w:footnotes>", own)
    return write_parts({**parts, FOOTNOTES.name: notes.encode()})


def with_properties(**properties: str) -> bytes:
    """A template with tags in its core properties."""
    document = blank()
    for name, text in properties.items():
        setattr(document.core_properties, name, text)
    return saved(document)


def canonical(xml: bytes) -> bytes:
    """C14N, with the white space between elements gone."""
    parser = etree.XMLParser(remove_blank_text=True)
    return bytes(etree.tostring(etree.fromstring(xml, parser), method="c14n"))


def main_xml(data: bytes) -> str:
    """The main part of a document."""
    return read_package(data)[MAIN].decode()


def body_text(data: bytes) -> list[str]:
    """The paragraphs of a document as python-docx reads them, tables left out."""
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


def valid(data: bytes, folder: Any) -> list[str]:
    """What openxml-audit finds wrong with a document."""
    from openxml_audit import OpenXmlValidator

    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(one) for one in OpenXmlValidator().validate(str(file)).errors]


Context = Mapping[str, object]
