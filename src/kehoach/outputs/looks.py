"""The paragraph and character styles that drawn parts of a document ask its template for."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from kehoach.word.names import Element, w

ASKED_BY = {
    "table": ("TableHeader", "TableText", "TableNumber", "TableTotal"),
    "runs": ("FootnoteReference", "FootnoteText"),
}
"""Filter of a template -> the ids of the styles that what it draws stands in."""


def missing_styles(trees: Iterable[nodes.Template], styles: Element) -> list[str]:
    """The ids of styles that a template's tags need and its `word/styles.xml` does not have.

    Word prints what asks for a style that is not there in the plain style of the document.
    """
    there = {one.get(w("styleId")) for one in styles.iter(w("style"))}
    used = {one.name for tree in trees for one in tree.find_all(nodes.Filter)}
    asked = (name for drawing, names in ASKED_BY.items() if drawing in used for name in names)
    return [name for name in asked if name not in there]
