"""Lines of a text by offset, for wording what is wrong in them."""

from __future__ import annotations


def line_at(text: str, offset: int) -> tuple[int, str]:
    r"""Offset and text of the line an offset lies in.

    >>> line_at("a: 1\nb: 2\n", 7)
    (5, 'b: 2')
    """
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, text[start : end if end >= 0 else len(text)]


def line_before(text: str, start: int) -> tuple[int, str]:
    """Offset and text of the last line above that is not blank; (0, "") where there is none."""
    above = text[:start].rstrip()
    return line_at(above, len(above))


def line_number(text: str, offset: int) -> int:
    """The line of an offset, from 1."""
    return text.count("\n", 0, offset) + 1
