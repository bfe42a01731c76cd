"""Straight lines drawn in a paragraph: DrawingML shapes, or VML in older files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.word.names import FALLBACK, NAMESPACES, Element, named, w

_EMU = 635  # to a twip
_LINES = frozenset({"line", "straightConnector1"})
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0, "": 20.0}
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|)")


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A straight line's length, and how far under the top of its paragraph it stands, in twips."""

    length: int
    drop: int


def lines_of(paragraph: Element) -> Iterator[DrawnLine]:
    """Each straight line that a paragraph holds."""
    for drawing in paragraph.iter(w("drawing")):
        yield from _drawn(drawing)
    for picture in paragraph.iter(w("pict")):
        if next(picture.iterancestors(FALLBACK), None) is None:
            yield from _pictured(picture)


def _drawn(drawing: Element) -> Iterator[DrawnLine]:
    geometry = drawing.find(".//a:prstGeom", NAMESPACES)
    extent = drawing.find(".//wp:extent", NAMESPACES)
    if extent is not None and geometry is not None and geometry.get("prst") in _LINES:
        drop = drawing.findtext(".//wp:positionV/wp:posOffset", "0", NAMESPACES)
        yield DrawnLine(round(int(extent.get("cx")) / _EMU), round(int(drop) / _EMU))


def _pictured(picture: Element) -> Iterator[DrawnLine]:
    for line in picture.iter(named("v:line")):
        start, end = (line.get(name, "0,0").split(",") for name in ("from", "to"))
        drop = _twips(_styled(line, "margin-top") or start[-1])
        yield DrawnLine(abs(_twips(end[0]) - _twips(start[0])), drop)
    for shape in picture.iter(named("v:shape")):
        width = _styled(shape, "width")
        if width and shape.get(named("o:connectortype")) == "straight":
            yield DrawnLine(_twips(width), _twips(_styled(shape, "margin-top")))


def _styled(shape: Element, name: str) -> str:
    found = re.search(rf"(?:^|;)\s*{name}:([^;]+)", shape.get("style", ""))
    return found[1] if found else ""


def _twips(text: str) -> int:
    found = _LENGTH.match(text.strip())
    return round(float(found[1]) * _UNITS[found[2]]) if found else 0
