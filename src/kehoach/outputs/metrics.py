"""Widths of lines by whole points, as tables and rules are drawn."""

from __future__ import annotations

from kehoach.word.metrics import line_width


def text_width(text: str, size_pt: int, *, bold: bool = False, italic: bool = False) -> int:
    """The width of one line of text in twips, rounded up.

    >>> text_width("n", 12), text_width("kế hoạch", 14)
    (120, 1003)
    """
    return line_width(text, 2 * size_pt, bold=bold, italic=italic)
