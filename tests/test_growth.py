"""Doubled input costs about twice the time: a quick look; `make growth` measures everything."""

from __future__ import annotations

import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from growing import TEXTS, Meter, measured
from growth import Growth, growths
from kehoach.checks import CHECKS

GENEROUS = 3.3  # four times is what a square costs; processor time alone varies less than this
FAMILIES = ("citations", "days", "duties", "figures", "form", "names")


@pytest.mark.parametrize("text", ["sentences", "days", "counts", "targets"])
def test_no_check_costs_the_square_of_a_text(text: str) -> None:
    found = growths(text, 400)
    mine = [one for one in found if one.name in CHECKS and family(one.name) in FAMILIES]
    steep = [one for one in mine if one.steep(factor=GENEROUS)]
    assert steep == []


def family(name: str) -> str:
    return CHECKS[name].family


def test_a_square_is_told() -> None:
    assert Growth("a", "b", 100, (0.01, 0.04, 0.16)).steep()
    assert not Growth("a", "b", 100, (0.01, 0.02, 0.04)).steep()
    assert not Growth("a", "b", 100, (0.0, 0.001, 0.004)).steep()


def test_what_is_asked_of_another_is_the_others_time() -> None:
    meter = Meter()

    def slow() -> int:
        return sum(range(300_000))

    meter.take("outer", lambda: meter.take("inner", slow))
    assert meter.spent["inner"] > 10 * meter.spent["outer"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_a_plan_that_reaches_the_checks(text: str) -> None:
    assert set(CHECKS) < set(measured(TEXTS[text](3)))
