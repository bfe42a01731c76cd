"""Numbers of sections, computed from their place: I. 1. a) or 1. 1.1. (NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kehoach.formats.letters import ALPHABET, letter
from kehoach.formats.numerals import roman
from kehoach.plan.head import Numbering

_HEADINGS = {"I.": 1, "A.": 1, "1.": 2, "1.1.": 3, "1.1.1.": 3, "a)": 4, "(1)": 4}

_MOST_ROMAN, _MOST_CAPITALS = 3999, 26


@dataclass(frozen=True, slots=True)
class Level:
    """The level at which sections are being numbered: its form, and the numbers above it."""

    scheme: Numbering
    form: str
    above: tuple[int, ...] = ()
    depth: int = 0

    def label(self, index: int) -> str:
        """The printed number of the section at this 1-based place; where letters end, a figure.

        >>> Level(Numbering(), "1.1.", (2, 3)).label(4)
        '3.4.'
        >>> [Level(Numbering(), "a)").label(place) for place in (1, 23, 24)]
        ['a)', 'y)', '24.']
        """
        match self.form:
            case "I." if index <= _MOST_ROMAN:
                return f"{roman(index)}."
            case "A." if index <= _MOST_CAPITALS:
                return f"{chr(64 + index)}."
            case "a)" if index < len(ALPHABET) + self.scheme.letter_d:
                return f"{letter(index, with_d=self.scheme.letter_d)})"
            case "(1)":
                return f"({index})"
            case "-" | "+":
                return self.form
        above = self.above[len(self.above) - self.form.count(".") + 1 :]
        return "".join(f"{number}." for number in (*above, index))

    def below(self, index: int, form: str = "") -> Level:
        """The level of the children of the section at this place."""
        levels = self.scheme.levels
        deeper = self.depth + 1
        usual = levels[deeper] if deeper < len(levels) else "-"
        return replace(self, form=form or usual, above=(*self.above, index), depth=deeper)

    def above_as(self, form: str) -> Level:
        """This level with another form of number."""
        return replace(self, form=form)

    @property
    def heading(self) -> int:
        """Which of Word's heading styles a title of this level has; 0 where it is a dash."""
        return _HEADINGS.get(self.form, 0)

    @property
    def bold_lead(self) -> bool:
        """Whether a title that runs into its text is bold here."""
        return self.heading in {1, 2, 3}


def top_level(scheme: Numbering) -> Level:
    """The level of the plan's first sections."""
    return Level(scheme, scheme.levels[0])
