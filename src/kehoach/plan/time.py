"""The time of a plan: the day on which it speaks, the years that it is for."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from kehoach.plan.plan import Plan


class Years(NamedTuple):
    """The first and the last year that a plan is for, both of them included."""

    first: int
    last: int

    @property
    def ends_on(self) -> dt.date:
        """The last day of the last year."""
        return dt.date(self.last, 12, 31)


def day_of(plan: Plan, today: dt.date) -> dt.date:
    """The day on which its names and sources have to be right: of a draft that is today."""
    return plan.issued_on or today


def years_of(plan: Plan) -> Years | None:
    """Its period, or else its year; None where it says neither."""
    if plan.period:
        return Years(plan.period.start, plan.period.end)
    return Years(plan.year, plan.year) if plan.year else None


def year_of(plan: Plan) -> int | None:
    """The one year that it is for; of a plan for a period its last."""
    return plan.year or (plan.period.end if plan.period else None)


def is_yearly(plan: Plan) -> bool:
    """Whether it is for one year, and not for a year within a period."""
    return plan.year is not None and plan.period is None


def days_of(plan: Plan, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day on which it may have been issued, as far as it tells."""
    if plan.issued_on:
        return plan.issued_on, plan.issued_on
    last = plan.issue_year or year_of(plan) or today.year
    if last >= today.year:
        return today, today
    return dt.date(plan.issue_year or last - 1, 1, 1), dt.date(last, 12, 31)


def is_undated(plan: Plan) -> bool:
    """Whether its documents show the year of today, for want of one of its own."""
    return plan.issued_on is None and plan.issue_year is None
