"""Inline text into Word runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from kehoach.outputs.marks import Height, Span, has_marks, spans
from kehoach.word.keys import before_runs
from kehoach.word.xmltext import escape

if TYPE_CHECKING:
    from kehoach.outputs.footnotes import Footnotes

_PROPERTY = re.compile(r"<w:(\w+)\b[^>]*/>")
# The order CT_RPr demands, as far as a run of text needs it (ECMA-376 part 1, 17.3.2.28).
# fmt: off
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath",
)
# fmt: on


def runs(text: str, footnotes: Footnotes | None = None, base: str = "") -> Markup:
    r"""Runs for a text of the inline subset (see `marks`); `\n` is a line break, `\t` a tab.

    `base` holds run properties every run gets, as XML (`<w:b/><w:sz w:val="26"/>`). A footnote
    reference that `footnotes` does not know stays the text it is.

    Raises:
        ValueError: a character no XML file may hold.
    """
    opening = before_runs(text)
    text = str(text)  # a filter may get a number, or Markup, whose replace would escape twice
    if not text:
        return Markup(opening)  # noqa: S704 - bookmarks
    if not has_marks(text):
        return Markup(opening + _run(text, properties(base)))  # noqa: S704 - _run escapes
    return Markup(opening + "".join(_span(one, footnotes, base) for one in spans(text)))  # noqa: S704


def _span(span: Span, footnotes: Footnotes | None, base: str) -> str:
    if span.note and footnotes is not None and (reference := footnotes.reference(span.note)):
        return reference
    return _run(span.text, properties(base, span.bold, span.italic, span.height))


def _run(text: str, look: str) -> str:
    shown = escape(text)
    if "\n" in shown or "\t" in shown:
        shown = shown.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        shown = shown.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def properties(base: str, bold: bool = False, italic: bool = False, height: Height = "") -> str:
    """The `w:rPr` of a run, its children in the order the schema demands; "" when it has none.

    >>> properties('<w:sz w:val="26"/>', bold=True)
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr>'
    """
    if not (base or bold or italic or height):  # as most runs are
        return ""
    children = {found[1]: found[0] for found in _PROPERTY.finditer(base)}
    if bold:
        children["b"] = "<w:b/>"
    if italic:
        children["i"] = "<w:i/>"
    if height:
        children["vertAlign"] = f'<w:vertAlign w:val="{height}"/>'
    ordered = "".join(children[name] for name in sorted(children, key=_ORDER.index))
    return f"<w:rPr>{ordered}</w:rPr>" if ordered else ""
