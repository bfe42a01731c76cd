"""What the decree does not allow in a document, as findings; lengths as messages say them."""

from __future__ import annotations

from dataclasses import replace

from kehoach.layout.measured import Paragraph
from kehoach.source import Finding

NAME = "layout"
"""What these findings are called."""
_EXCERPT = 40


def of_page(element: str, found: str, demanded: str, clause: str) -> Finding:
    """A finding of the pages, or of an element that is missing.

    Args:
        element: what the decree calls it.
        found: how it stands.
        demanded: how it is to stand.
        clause: where the decree says so.
    """
    message = f"{element}: {found}; quy định: {demanded}"
    return Finding(name=NAME, message=message, hint=clause)


def at(paragraph: Paragraph, element: str, found: str, demanded: str, clause: str) -> Finding:
    """A finding in a paragraph: its index is the path, the words that it starts with the needle."""
    words = paragraph.words
    text = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
    path = ("paragraphs", paragraph.index)
    return replace(of_page(element, found, demanded, clause), path=path, needle=text)


def sentence(one: Finding) -> str:
    """A finding in one Vietnamese sentence, with the words and the clause."""
    element, _, rest = one.message.partition(": ")
    quoted = f" “{one.needle}”" if one.needle else ""
    return f"{element}{quoted}: {rest} ({one.hint})."


def told(half_points: int) -> str:
    """A size in points as Vietnamese writes it.

    >>> told(28), told(27)
    ('14', '13,5')
    """
    return f"{half_points // 2}" + (",5" if half_points % 2 else "")


def between(least: int, most: int, unit: str = "") -> str:
    """A range, or its one value.

    >>> between(13, 14), between(11, 11), between(20, 25, " mm")
    ('13 đến 14', '11', '20 đến 25 mm')
    """
    return f"{least}{unit}" if least == most else f"{least} đến {most}{unit}"


def millimetres(twips: int) -> str:
    """A length as Vietnamese writes it.

    >>> millimetres(1134), millimetres(850)
    ('20 mm', '15 mm')
    """
    tenths = round(twips * 254 / 1440)
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole},{rest} mm" if rest else f"{sign}{whole} mm"
