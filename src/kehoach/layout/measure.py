"""From the bytes of a Word file to how it will look."""

from __future__ import annotations

from kehoach.layout.measured import Footnote, Measured
from kehoach.layout.parts import Parts
from kehoach.layout.sections import sections_of
from kehoach.layout.styles import Styles, theme_fonts
from kehoach.layout.walk import Walk
from kehoach.layout.word import Element, W, child, number, value


def measure(data: bytes) -> Measured:
    """A .docx with every property as it takes effect.

    What numbering and the conditions of table styles would add is left out.

    Raises:
        NotWordError: the bytes are not a Word document.
    """
    parts = Parts(data)
    document, sheet = parts.document(), parts.related("styles")
    styles = Styles(sheet, theme_fonts(parts.related("theme")))
    walk = Walk(styles).over(child(document, "body"))
    return Measured(
        paragraphs=tuple(walk.paragraphs),
        sections=sections_of(document, parts, styles),
        tables=tuple(walk.tables),
        rules=tuple(walk.rules),
        footnotes=_footnotes(parts.related("footnotes"), styles),
        language=value(child(sheet, "docDefaults", "rPrDefault", "rPr", "lang")) or "",
    )


def _footnotes(root: Element | None, styles: Styles) -> tuple[Footnote, ...]:
    own = [] if root is None else root.findall(W + "footnote")
    return tuple(
        Footnote(number(one, "id") or 0, tuple(Walk(styles).over(one).paragraphs))
        for one in own
        if value(one, "type") in {None, "normal"}
    )
