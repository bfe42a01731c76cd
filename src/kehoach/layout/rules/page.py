"""Mục I, khoản 1 to 4: paper, margins, font, colour."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.elements import TextParts
from kehoach.layout.measured import Measured, PageSection, Paragraph, Run
from kehoach.layout.nd30 import Decree
from kehoach.layout.rules.finding import at, between, millimetres, of_page
from kehoach.source import Finding

_SIDES = {"top": "Lề trên", "bottom": "Lề dưới", "left": "Lề trái", "right": "Lề phải"}
_NEAR = 12  # twips: 0.2 mm, for margins typed in inches or points


def findings(measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Each section's paper and margins; each paragraph's font and colour."""
    for section in measured.sections:
        yield from _paper(section, decree)
        yield from _margins(section, decree)
    urgent = {one.index for part in parts.all for one in part.found.get("urgency", ())}
    for one in measured.paragraphs:
        yield from _letters(one, decree, urgent=one.index in urgent)


def _paper(section: PageSection, decree: Decree) -> Iterator[Finding]:
    short, long = (round(side * 1440 / 25.4) for side in decree.page.paper)
    wanted = (long, short) if section.landscape else (short, long)
    found = (section.width, section.height)
    if any(abs(one - two) > _NEAR for one, two in zip(found, wanted, strict=True)):
        size = " x ".join(millimetres(one) for one in found)
        yield of_page("Khổ giấy", size, "A4 (210 mm x 297 mm)", decree.page.paper_clause)


def _margins(section: PageSection, decree: Decree) -> Iterator[Finding]:
    for side, (least, most) in decree.page.margins:
        found = getattr(section, side) + (section.gutter if side == "left" else 0)
        if not least * 1440 / 25.4 - _NEAR <= found <= most * 1440 / 25.4 + _NEAR:
            demanded = between(least, most, " mm")
            yield of_page(_SIDES[side], millimetres(found), demanded, decree.page.margins_clause)


def _letters(one: Paragraph, decree: Decree, *, urgent: bool) -> Iterator[Finding]:
    page = decree.page
    fonts = {font for run in one.looks for font in run.fonts} - {page.font}
    if fonts:
        found = f"chữ {', '.join(sorted(fonts)) or 'không rõ'}"
        yield at(one, "Phông chữ", found, f"{page.font}, bộ mã Unicode", page.font_clause)
    allowed = page.colors | ({decree.urgency_color} if urgent else set())
    if colors := sorted({_color(run) for run in one.looks} - allowed):
        yield at(one, "Màu chữ", f"màu {', '.join(colors)}", "màu đen", page.font_clause)


def _color(run: Run) -> str:
    return run.color if run.color == "auto" else run.color.upper()
