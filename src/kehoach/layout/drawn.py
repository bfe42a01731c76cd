"""Straight lines drawn in a paragraph: DrawingML shapes, or VML in older files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.layout.word import CHOICE, DRAWING, OFFICE, PLACED, VML, Element, W

_EMU = 635  # to a twip
_LINES = frozenset({"line", "straightConnector1"})
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "px": 15.0, "": 20.0}
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|)")
_WIDTH = re.compile(r"(?:^|;)\s*width:([^;]+)")


def line_lengths(paragraph: Element) -> Iterator[int]:
    """The length in twips of each straight line of a paragraph."""
    for drawing in paragraph.iter(W + "drawing"):
        yield from _drawn(drawing)
    for picture in paragraph.iter(W + "pict"):
        if not any(one.tag == f"{CHOICE}Fallback" for one in picture.iterancestors()):
            yield from _pictured(picture)


def _drawn(drawing: Element) -> Iterator[int]:
    geometry = drawing.find(f".//{DRAWING}prstGeom")
    extent = drawing.find(f".//{PLACED}extent")
    if extent is not None and geometry is not None and geometry.get("prst") in _LINES:
        yield round(int(extent.get("cx")) / _EMU)


def _pictured(picture: Element) -> Iterator[int]:
    for line in picture.iter(f"{VML}line"):
        start, end = (_twips(line.get(name, "0").split(",")[0]) for name in ("from", "to"))
        yield abs(end - start)
    for shape in picture.iter(f"{VML}shape"):
        width = _WIDTH.search(shape.get("style", ""))
        if width and shape.get(f"{OFFICE}connectortype") == "straight":
            yield _twips(width[1])


def _twips(text: str) -> int:
    found = _LENGTH.match(text.strip())
    return round(float(found[1]) * _UNITS[found[2]]) if found else 0
