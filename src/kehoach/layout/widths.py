"""How wide lines of Times New Roman stand, and where they break."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from kehoach.layout.measured import Measured, Paragraph

_EM = 2048  # units of the widths to one em


def text_width(text: str, half_points: int, *, bold: bool = False, italic: bool = False) -> int:
    """The width of a text on one line, in twips.

    >>> text_width("n", 24), text_width("Độc lập - Tự do - Hạnh phúc", 28, bold=True)
    (120, 3428)
    """
    widths = _widths(
        ("bold_italic" if italic else "bold") if bold else "italic" if italic else "regular"
    )
    units = sum(widths.get(letter, _EM) for letter in text)
    return -(-units * half_points * 10 // _EM)


@cache
def _widths(face: str) -> dict[str, int]:
    text = (files("kehoach") / "data" / "times_widths.json").read_text(encoding="utf-8")
    faces: dict[str, dict[str, int]] = json.loads(text)["faces"]
    return faces[face]


def line_widths(paragraph: Paragraph, measured: Measured) -> list[int]:
    """The width of each line of a paragraph, broken where it reaches the end of its column."""
    room = measured.text_width(paragraph)
    return [
        width for piece in paragraph.text.split("\n") for width in _wrapped(paragraph, piece, room)
    ]


def _wrapped(paragraph: Paragraph, text: str, room: int) -> list[int]:
    look = {"bold": paragraph.bold, "italic": paragraph.italic}
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, paragraph.half_points, **look) > room:
            lines.append(line)
            longer = word
        line = longer
    return [text_width(one, paragraph.half_points, **look) for one in (*lines, line) if one]
