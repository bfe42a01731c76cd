"""How the figures of one sentence belong together, as typed relations with the piece quoted.

A relation is given only where its pattern explains every figure of its kind in the clause; with
more figures than that the reader stays silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kehoach.formats.values.number import EXACT
from kehoach.language.figures import Figure

Way = Literal["up", "down", ""]


@dataclass(frozen=True, slots=True)
class Change:
    """`giảm by (từ start xuống end)`; `way` is what the words say."""

    start: Figure
    end: Figure
    by: Figure | None
    way: Way
    quote: str


@dataclass(frozen=True, slots=True)
class Parts:
    """`whole, gồm part, part`.

    Attributes:
        complete: whether the parts are all there are, so that they add up to the whole.
        apart: whether they cannot overlap (a list after gồm, two sources, two years), so that they
            add up to the whole at most.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    apart: bool
    quote: str

    @property
    def total(self) -> Decimal:
        """The exact sum of the parts."""
        found = Decimal(0)
        for part in self.parts:
            found = EXACT.add(found, part.worth)
        return found


@dataclass(frozen=True, slots=True)
class Remaining:
    """`giao planned, đã giải ngân used, còn lại left`."""

    planned: Figure
    used: Figure
    left: Figure | None
    quote: str


@dataclass(frozen=True, slots=True)
class Rate:
    """`part of whole, đạt percent`."""

    part: Figure
    whole: Figure
    percent: Figure
    quote: str

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest percentage that the figures, each rounded, may stand for."""
        part, whole = _half(self.part), _half(self.whole)
        hundred = Decimal(100)
        low = EXACT.divide((self.part.worth - part) * hundred, self.whole.worth + whole)
        high = EXACT.divide((self.part.worth + part) * hundred, self.whole.worth - whole)
        return low, high

    @property
    def exact(self) -> Decimal:
        """The percentage of the figures as written."""
        return EXACT.divide(self.part.worth * 100, self.whole.worth)


def _half(figure: Figure) -> Decimal:
    """Half a step of the last digit of a measured figure; counted things are exact."""
    return Decimal(0) if figure.kind in {"count", "bare"} else figure.grain / 2
