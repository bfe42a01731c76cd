"""The day and the years of a plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kehoach.plan import Plan
from kehoach.plan.time import Years, day_of, days_of, is_undated, is_yearly, year_of, years_of

PERIOD = {"period": {"start": "2026", "end": "2030"}}
TODAY = dt.date(2026, 11, 20)


def plan(**head: Any) -> Plan:
    own = {"issuer": "Sở Y tế", "symbol": "KH-SYT", "place": "Huế", "subject": "x", "outline": []}
    return Plan.model_validate(own | head)


@pytest.mark.parametrize(
    ("head", "years", "year", "yearly"),
    [
        ({}, None, None, False),
        ({"year": "2027"}, Years(2027, 2027), 2027, True),
        (PERIOD, Years(2026, 2030), 2030, False),
        (
            PERIOD | {"year": "2027"},
            Years(2026, 2030),
            2027,
            False,
        ),
        ({"period": {"start": "2027", "end": "2027"}}, Years(2027, 2027), 2027, False),
    ],
)
def test_years(head: dict[str, Any], years: Years | None, year: int | None, yearly: bool) -> None:
    made = plan(**head)
    assert (years_of(made), year_of(made), is_yearly(made)) == (years, year, yearly)


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ({"issued_on": "2025-03-04", "year": "2025"}, dt.date(2025, 3, 4), dt.date(2025, 3, 4)),
        ({"year": "2027"}, TODAY, TODAY),
        ({}, TODAY, TODAY),
        ({"year": "2024"}, dt.date(2023, 1, 1), dt.date(2024, 12, 31)),
        ({"year": "2024", "issue_year": "2023"}, dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (
            {"period": {"start": "2016", "end": "2020"}},
            dt.date(2019, 1, 1),
            dt.date(2020, 12, 31),
        ),
    ],
)
def test_days_of_issue(head: dict[str, Any], first: dt.date, last: dt.date) -> None:
    assert days_of(plan(**head), TODAY) == (first, last)


def test_a_draft_speaks_of_today() -> None:
    assert day_of(plan(), TODAY) == TODAY
    assert day_of(plan(issued_on="2025-03-04"), TODAY) == dt.date(2025, 3, 4)
    assert is_undated(plan())
    assert not is_undated(plan(issue_year="2025"))
    assert not is_undated(plan(issued_on="2025-03-04"))
    assert Years(2026, 2030).ends_on == dt.date(2030, 12, 31)
