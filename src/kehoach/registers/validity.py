"""The days between which something is in force or bears a name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validity:
    """From the first to the last day, both included; None where that end is open or not known."""

    start: dt.date | None = None
    end: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the day lies between them."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @property
    def first(self) -> dt.date:
        """The first day, for ordering: an open start comes before all."""
        return self.start or dt.date.min

    @property
    def after(self) -> dt.date | None:
        """The day after the last one."""
        return None if self.end is None else self.end + dt.timedelta(days=1)

    def meet(self, other: Validity) -> Validity | None:
        """The days that both hold; None where they have none in common.

        >>> from datetime import date
        >>> Validity(date(2025, 7, 1)).meet(Validity(None, date(2025, 6, 30))) is None
        True
        """
        start = max((one for one in (self.start, other.start) if one), default=None)
        end = min((one for one in (self.end, other.end) if one), default=None)
        return None if start and end and end < start else Validity(start, end)


ALWAYS = Validity()
