"""Mục I, khoản 7: the number of the page; Mục III, khoản 1: each appendix counts its own."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.elements import TextParts
from kehoach.layout.measured import Measured, PageSection, Paragraph
from kehoach.layout.nd30 import Decree
from kehoach.layout.rules.finding import between, of_page, told
from kehoach.source import Finding

_NAME = "Số trang"


def findings(measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """The first section shows no number on its first page; all show one above the text."""
    rule = decree.page_number
    opening = {part.paragraphs[0].section for part in parts.all if part.paragraphs}
    for place, section in enumerate(measured.sections):
        yield from _shown(section, decree)
        hides = section.title_page and section.header_of("first").page_number is None
        if place in opening and not hides:
            demanded = "không hiển thị số trang thứ nhất"
            yield of_page(_NAME, "có trên trang thứ nhất", demanded, rule.clause)
    for part in parts.appendices:
        section = measured.section_of(part.paragraphs[0])
        if section.page_start != 1 and parts.main is not None:
            demanded = "mỗi phụ lục được đánh số trang riêng, từ 1"
            found = "phụ lục đánh số tiếp theo trang trước"
            yield of_page(_NAME, found, demanded, rule.appendix_clause)


def _shown(section: PageSection, decree: Decree) -> Iterator[Finding]:
    rule = decree.page_number
    shown = section.header_of("default").page_number
    if shown is None:
        foot = section.footer_of("default").page_number is not None
        found = "đặt ở lề dưới" if foot else "không có"
        yield of_page(_NAME, found, "đặt canh giữa trong phần lề trên", rule.clause)
        return
    if shown.align != rule.align or shown.first or shown.left or shown.right:
        yield of_page(_NAME, "không canh giữa", "đặt canh giữa trong phần lề trên", rule.clause)
    yield from _letters(shown, decree)


def _letters(shown: Paragraph, decree: Decree) -> Iterator[Finding]:
    rule = decree.page_number
    field = next(run for run in shown.runs if run.page_field)
    least, most = rule.sizes
    if not 2 * least <= field.half_points <= 2 * most:
        demanded = f"cỡ chữ {between(*rule.sizes)}"
        yield of_page(_NAME, f"cỡ chữ {told(field.half_points)}", demanded, rule.clause)
    if field.bold or field.italic:
        yield of_page(_NAME, "kiểu chữ không đứng", "kiểu chữ đứng", rule.clause)
