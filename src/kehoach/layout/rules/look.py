"""Size, weight, slant, case and alignment of each element (the table of Mục V)."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.elements import TextParts
from kehoach.layout.measured import Measured, Paragraph
from kehoach.layout.nd30 import Decree, Look
from kehoach.layout.rules.finding import at, between, told
from kehoach.source import Finding

_ALIGN = {
    "center": "canh giữa",
    "left": "canh trái",
    "right": "canh phải",
    "both": "canh đều hai lề",
}
_ASIDE = 113  # twips: 2 mm that no eye sees


def findings(_measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Every paragraph of every element that the table has a look for."""
    for part in parts.all:
        for name, paragraphs in part.found.items():
            for one in paragraphs if name in decree.looks else ():
                yield from _paragraph(one, decree.looks[name])


def _paragraph(one: Paragraph, look: Look) -> Iterator[Finding]:
    for found, demanded in (*_sizes(one, look), *_weights(one, look), *_shape(one, look)):
        yield at(one, look.name, found, demanded, look.clause)


def _sizes(one: Paragraph, look: Look) -> Iterator[tuple[str, str]]:
    least, most = look.sizes
    sizes = sorted({run.half_points for run in one.looks})
    if wrong := [size for size in sizes if not 2 * least <= size <= 2 * most]:
        yield f"cỡ chữ {', '.join(map(told, wrong))}", f"cỡ chữ {between(least, most)}"


def _weights(one: Paragraph, look: Look) -> Iterator[tuple[str, str]]:
    if look.bold is not None:
        yield from _every([run.bold for run in one.looks], look.bold, ("đậm", "không đậm"))
    if look.italic is not None:
        yield from _every([run.italic for run in one.looks], look.italic, ("nghiêng", "đứng"))


def _every(values: list[bool], wanted: bool, words: tuple[str, str]) -> Iterator[tuple[str, str]]:
    right, wrong = words if wanted else words[::-1]
    if not all(value == wanted for value in values):
        part = "" if wanted not in values else "có chỗ "
        yield f"{part}kiểu chữ {wrong}", f"kiểu chữ {right}"


def _shape(one: Paragraph, look: Look) -> Iterator[tuple[str, str]]:
    upper = one.text == one.text.upper()
    if look.case == "upper" and not upper:
        yield "chữ in thường", "chữ in hoa"
    if look.case == "lower" and upper:
        yield "chữ in hoa", "chữ in thường"
    aside = one.left - one.right
    if look.align and one.align != look.align:
        yield _ALIGN.get(one.align, one.align), _ALIGN[look.align]
    elif look.align == "center" and (one.first or abs(aside) > _ASIDE):
        yield "canh giữa nhưng thụt vào", _ALIGN["center"]
