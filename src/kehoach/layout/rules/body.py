"""Mục II, khoản 6: the text justified, its first lines indented, paragraphs and lines apart."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.elements import TextPart, TextParts
from kehoach.layout.measured import Measured, Paragraph
from kehoach.layout.nd30 import BodyRule, Decree
from kehoach.layout.rules.finding import at, millimetres, told
from kehoach.source import Finding

_TEXTS = {"basis": "Căn cứ", "article": "Điều", "text": "Nội dung"}
_TITLES = {"section": "Đề mục số La Mã", "clause": "Đề mục số Ả Rập", "heading": "Đề mục"}
_NEAR = 12
_SINGLE = 11.5  # twips to a half point: a line of Times is 1.15 times its size

_JUSTIFIED = "canh đều cả hai lề"
_FAULT = tuple[str, str]


def findings(_measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Each paragraph of the text and each heading."""
    for part in parts.all:
        lines = sorted(_lines(part), key=lambda pair: pair[1].index)
        for place, (name, one) in enumerate(lines):
            before = lines[place - 1][1] if place else None
            follows = before is not None and before.index == one.index - 1
            yield from _faults(name, one, before if follows else None, decree.body)


def _lines(part: TextPart) -> list[tuple[str, Paragraph]]:
    names = {**_TEXTS, **_TITLES}
    return [(name, one) for name in names for one in part.found.get(name, ())]


def _faults(
    name: str, one: Paragraph, before: Paragraph | None, body: BodyRule
) -> Iterator[Finding]:
    found = [*_indent(one, body), *_line(one, body)]
    if before is not None:
        found += _gap(one, before, body)
    if name in ("article", "text") and one.align != body.align:
        found.append(("không canh đều", _JUSTIFIED))
    if name == "text" and one.italic:
        found.append(("kiểu chữ nghiêng", "kiểu chữ đứng"))
    for what, demanded in found:
        yield at(one, {**_TEXTS, **_TITLES}[name], what, demanded, body.clause)


def _indent(one: Paragraph, body: BodyRule) -> Iterator[_FAULT]:
    start = one.left + one.first
    if one.numbered or one.align == "center":  # a list's own indents stand in its numbering
        return
    if not any(abs(start - wanted) <= _NEAR for wanted in body.indents):
        yield f"chữ đầu dòng lùi vào {millimetres(start)}", "lùi vào 1 cm hoặc 1,27 cm"


def _gap(one: Paragraph, before: Paragraph, body: BodyRule) -> Iterator[_FAULT]:
    joined = one.style_id == before.style_id
    above = 0 if one.contextual and joined else one.before
    below = 0 if before.contextual and joined else before.after
    if above + below < body.gap_points * 20:
        points = told(round((above + below) / 10))
        yield f"cách đoạn trước {points} pt", f"tối thiểu {body.gap_points} pt"


def _line(one: Paragraph, body: BodyRule) -> Iterator[_FAULT]:
    least, most = body.lines
    found = one.line if one.line_rule == "auto" else _of_exact(one)
    if one.line_rule == "atLeast":
        found = max(found, least)
    if not least <= found <= most:
        lines = f"{found / 240:.2f}".replace(".", ",")
        yield f"cách dòng {lines} dòng", "từ dòng đơn đến 1,5 dòng"


def _of_exact(one: Paragraph) -> int:
    """An exact distance as parts of a single line, in 240ths."""
    return round(one.line * 240 / (one.half_points * _SINGLE)) if one.half_points else 0
