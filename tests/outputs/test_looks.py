"""Styles that what a template draws asks for, and that it has not, are named."""

from __future__ import annotations

import io

import pytest
from docx import Document

from conftest import ROOT
from kehoach.issuing.template_review import review
from outputs import words

TABLE = ["TableHeader", "TableText", "TableNumber", "TableTotal"]
NOTES = ["FootnoteReference", "FootnoteText"]
DRAWN = ("{%p for one in body %}", "{{p one.table | table }}", "{%p endfor %}")


def bare(*texts: str) -> bytes:
    """A template with the styles of python-docx's own blank document only."""
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return words.saved(document)


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        (("{{ subject }}",), []),
        (DRAWN, TABLE),
        (("{{r subject | runs }}",), NOTES),
        ((*DRAWN, "{{r subject | runs }}"), TABLE + NOTES),
        (("{% if subject %}{{r subject | runs }}{% endif %}",), NOTES),
    ],
)
def test_missing_styles_are_named(texts: tuple[str, ...], missing: list[str]) -> None:
    assert list(review(bare(*texts), "ke-hoach").styles) == missing


def test_a_template_that_has_them_says_nothing() -> None:
    assert review(words.paragraphs(*DRAWN, "{{r subject | runs }}"), "ke-hoach").styles == ()


def test_one_style_left_out_is_the_only_one_named() -> None:
    document = Document(io.BytesIO(words.paragraphs(*DRAWN)))
    style = document.styles["TableTotal"].element
    style.getparent().remove(style)
    assert review(words.saved(document), "ke-hoach").styles == ("TableTotal",)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.docx")), ids=lambda p: p.name)
def test_shipped_templates_have_all(path) -> None:
    assert review(path.read_bytes(), path.name.split(".")[0]).styles == ()
