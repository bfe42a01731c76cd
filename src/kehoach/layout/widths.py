"""How wide lines of Times New Roman stand, and where they break."""

from __future__ import annotations

from kehoach.layout.measured import Measured, Paragraph
from kehoach.word.metrics import line_width


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
        if line and line_width(longer, paragraph.half_points, **look) > room:
            lines.append(line)
            longer = word
        line = longer
    return [line_width(one, paragraph.half_points, **look) for one in (*lines, line) if one]
