"""The one way through a Word text: paragraphs and tables as a reader meets them.

What Word wraps around them (insertions, links, content controls, custom XML) is looked through;
what tracked changes have moved away, and the copies for older Words, are not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.word.names import FALLBACK, TBL, TC, TR, Element, P, named, value, w

_WRAPPER_NAMES = """
    w:ins w:moveTo w:hyperlink w:smartTag w:customXml w:fldSimple w:sdt w:sdtContent w:dir w:bdo
    mc:AlternateContent mc:Choice
"""
_WRAPPERS = frozenset(map(named, _WRAPPER_NAMES.split()))
_BOX = w("txbxContent")


def content(element: Element) -> Iterator[Element]:
    """The children, with those inside wrappers in their place."""
    for one in element:
        if one.tag in _WRAPPERS:
            yield from content(one)
        else:
            yield one


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, header, cell or note in order."""
    return (one for one in content(container) if one.tag in (P, TBL))


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table."""
    return (one for one in content(table) if one.tag == TR)


def cells(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    return (one for one in content(row) if one.tag == TC)


def cell_paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables inside it as its own."""
    for one in blocks(cell):
        if one.tag == P:
            yield one
            continue
        for row in rows(one):
            for inner in cells(row):
                yield from cell_paragraphs(inner)


def boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, those inside other boxes left to these."""
    for box in paragraph.iter(_BOX):
        around = {one.tag for one in box.iterancestors() if _within(one, paragraph)}
        if not around & {FALLBACK, _BOX}:
            yield box


def _within(element: Element, paragraph: Element) -> bool:
    return any(one is paragraph for one in element.iterancestors())


def notes(root: Element | None) -> Iterator[Element]:
    """The footnotes or endnotes of their part, without the separators that Word draws."""
    for one in () if root is None else root:
        if one.tag in (w("footnote"), w("endnote")) and value(one, "type") in {None, "normal"}:
            yield one
