"""Properties of paragraphs and runs as written down: only what is said, under plain keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.word.names import Element, child, number, switched, value, w

Properties = dict[str, Any]
TOGGLES = {"b": "bold", "i": "italic", "caps": "caps"}
"""On/off properties that styles switch over rather than set (ECMA-376 part 1, 17.7.3)."""

_SPACING = {"before": "before", "after": "after", "line": "line"}
_INDENTS = {"left": "left", "start": "left", "right": "right", "end": "right"}
_ALIGN = {"start": "left", "end": "right", "distribute": "both"}


def run_properties(element: Element | None, theme: Mapping[str, str]) -> Properties:
    """What a `w:rPr` says; `theme` names the fonts that stand for `minorHAnsi` and the like."""
    return {} if element is None else dict(_run(element, theme))


def _run(element: Element, theme: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for tag, key in TOGGLES.items():
        if (found := child(element, tag)) is not None:
            yield key, switched(found)
    if (size := number(child(element, "sz"))) is not None:
        yield "half_points", size
    if (underline := value(child(element, "u"))) is not None:
        yield "underline", underline != "none"
    if (color := value(child(element, "color"))) is not None:
        yield "color", color
    if (vanish := child(element, "vanish")) is not None:
        yield "hidden", switched(vanish)
    yield from _fonts(child(element, "rFonts"), theme)


def _fonts(element: Element | None, theme: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in ("ascii", "hAnsi"):
        named = value(element, f"{name}Theme")
        font = theme.get(named) if named else value(element, name)
        if font:
            yield name, font


def paragraph_properties(element: Element | None) -> Properties:
    """What a `w:pPr` says."""
    return {} if element is None else dict(_paragraph(element))


def _paragraph(element: Element) -> Iterator[tuple[str, Any]]:
    if align := value(child(element, "jc")):
        yield "align", _ALIGN.get(align, align)
    yield from _spacing(child(element, "spacing"))
    yield from _indent(child(element, "ind"))
    outline = number(child(element, "outlineLvl"))
    if outline is not None:
        yield "outline", outline if outline < 9 else None  # 9 is body text
    yield from _switches(element)


def _switches(element: Element) -> Iterator[tuple[str, bool]]:
    for tag, key in (
        ("keepNext", "keep_next"),
        ("pageBreakBefore", "break_before"),
        ("contextualSpacing", "contextual"),
    ):
        if (found := child(element, tag)) is not None:
            yield key, switched(found)
    if (numbering := child(element, "numPr")) is not None:
        yield "numbered", number(child(numbering, "numId")) != 0
    if (box := element.find(w("pBdr"))) is not None:
        yield "boxed", len(box) == 4


def _spacing(element: Element | None) -> Iterator[tuple[str, Any]]:
    for name, key in _SPACING.items():
        if (size := number(element, name)) is not None:
            yield key, size
    if rule := value(element, "lineRule"):
        yield "line_rule", rule


def _indent(element: Element | None) -> Iterator[tuple[str, int]]:
    for name, key in _INDENTS.items():
        if (size := number(element, name)) is not None:
            yield key, size
    if (first := number(element, "firstLine")) is not None:
        yield "first", first
    if (hanging := number(element, "hanging")) is not None:
        yield "first", -hanging
