"""One thing in a document that the decree does not allow."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.layout.measured import Paragraph

_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """`element` is named as the decree names it; `paragraph` is the place, None for the page's."""

    element: str
    found: str
    demanded: str
    clause: str
    paragraph: int | None = None
    text: str = ""

    @property
    def sentence(self) -> str:
        """The finding in one Vietnamese sentence."""
        return f"{self._subject()}: {self.found}; quy định: {self.demanded} ({self.clause})."

    def _subject(self) -> str:
        return f"{self.element} “{self.text}”" if self.text else self.element


def at(paragraph: Paragraph, element: str, found: str, demanded: str, clause: str) -> Finding:
    """A finding in a paragraph, with the words it starts with."""
    words = paragraph.words
    text = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
    return Finding(element, found, demanded, clause, paragraph.index, text)


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
