"""From the bytes of a Word file to how it will look."""

from __future__ import annotations

from kehoach.layout.measured import Footnote, Measured
from kehoach.layout.sections import sections_of
from kehoach.layout.styles import Styles, theme_fonts
from kehoach.layout.walk import Walk
from kehoach.word.names import child, number, value
from kehoach.word.package import Package
from kehoach.word.walk import notes


def measure(data: bytes) -> Measured:
    """A .docx with every property as it takes effect.

    What numbering and the conditions of table styles would add is left out.

    Raises:
        WordFileError: the bytes are not a Word document.
    """
    package = Package(data)
    body, sheet = package.body(), package.related("styles")
    styles = Styles(sheet, theme_fonts(package.related("theme")))
    walk = Walk(styles).over(body)
    return Measured(
        paragraphs=tuple(walk.paragraphs),
        sections=sections_of(body, package, styles),
        tables=tuple(walk.tables),
        rules=tuple(walk.rules),
        footnotes=tuple(
            Footnote(number(one, "id") or 0, tuple(Walk(styles).over(one).paragraphs))
            for one in notes(package.related("footnotes"))
        ),
        language=value(child(sheet, "docDefaults", "rPrDefault", "rPr", "lang")) or "",
    )
