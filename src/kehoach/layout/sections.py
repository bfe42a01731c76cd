"""Sections: paper, margins, headers, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.measured import Header, PageSection
from kehoach.layout.styles import Styles
from kehoach.layout.walk import Walk
from kehoach.word.names import SECTION, Element, child, named, number, switched, value, w
from kehoach.word.package import Package

_MARGINS = ("top", "right", "bottom", "left", "gutter", "header")

_UNSAID = PageSection(
    12240, 15840, 1440, 1440, 1440, 1440
)  # Word's own page, where a file has none

Edges = dict[str, Header]


def sections_of(document: Element, package: Package, styles: Styles) -> tuple[PageSection, ...]:
    """The sections in order; one without a header of its own has the one before's."""
    made: list[PageSection] = []
    headers: Edges = {}
    footers: Edges = {}
    for element in _own(document):
        headers = headers | _edges(element, "header", package, styles)
        footers = footers | _edges(element, "footer", package, styles)
        made.append(_section(element, headers, footers))
    return tuple(made) or (_UNSAID,)


def _own(document: Element) -> Iterator[Element]:
    """The sections that stand, not those that a tracked change keeps in mind."""
    for one in document.iter(SECTION):
        if one.getparent().tag != w("sectPrChange"):
            yield one


def _edges(section: Element, kind: str, package: Package, styles: Styles) -> Edges:
    found = {}
    for one in section.findall(w(f"{kind}Reference")):
        root = package.by_relation(one.get(named("r:id")))
        if root is not None:
            name = value(one, "type") or "default"
            found[name] = Header(tuple(Walk(styles).over(root).paragraphs))
    return found


def _section(element: Element, headers: Edges, footers: Edges) -> PageSection:
    paper, margins = child(element, "pgSz"), child(element, "pgMar")
    title = child(element, "titlePg")
    return PageSection(
        width=number(paper, "w") or 0,
        height=number(paper, "h") or 0,
        landscape=value(paper, "orient") == "landscape",
        title_page=title is not None and switched(title),
        continuous=value(child(element, "type")) == "continuous",
        page_start=number(child(element, "pgNumType"), "start"),
        headers=tuple(sorted(headers.items())),
        footers=tuple(sorted(footers.items())),
        **{name: number(margins, name) or 0 for name in _MARGINS},
    )
