"""What a stranger writes between `{{ }}`: each attack is refused in its place, at once."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from kehoach.plan import Filler, Plan
from kehoach.source import Memory

HERE = Path(__file__).parent
PLAN = Plan.model_validate(
    {
        "year": 2026,
        "issuer": "Ủy ban nhân dân xã Quảng Khê",
        "symbol": "KH-UBND",
        "place": "Quảng Khê",
        "issued_on": "2026-03-02",
        "subject": "Giảm nghèo",
        "signer": {"on_behalf": "Ủy ban nhân dân", "position": "Chủ tịch"},
        "figures": {"truong": "08 trường"},
        "projects": [{"id": "da_1", "title": "Sinh kế", "budget": "1 tỷ đồng"}],
        "outline": ["Nội dung."],
    }
)
_REPEATED = re.compile(r"§(\d+)×(.*?)§")  # §3×ab§ stands for ababab


def attacks() -> list[list[str]]:
    lines = (HERE / "expressions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("attack", attacks(), ids=lambda one: one[2][:60])
def test_refused(attack: list[str]) -> None:
    name, says, written = attack
    text = _REPEATED.sub(lambda found: int(found[1]) * found[2], written)
    start = time.process_time()
    filled, found = Filler(PLAN, Memory()).fill(text, path=("closing",))
    assert time.process_time() - start < 1
    assert filled == text
    (one,) = found
    assert (one.name, says in one.message) == (name, True), one.message
    assert len(one.message) < 400
    assert one.needle in text


def test_all_of_a_plan_has_one_budget() -> None:
    """Ten thousand texts that each do a little too much are not worked out one by one."""
    from kehoach.plan.evaluate import Budget

    budget = Budget()
    budget.steps = 1000
    filler = Filler(PLAN, Memory(), budget)
    found = [one for _ in range(500) for one in filler.fill("{{ year + year + year }}")[1]]
    assert len(found) == 1
    assert "nhiều nhất 1.000.000 bước" in found[0].message


def test_letters_of_a_plan_have_a_budget() -> None:
    from kehoach.plan.evaluate import Budget

    budget = Budget()
    budget.letters = 100
    filler = Filler(PLAN, Memory(), budget)
    found = [one for _ in range(50) for one in filler.fill("{{ subject }}")[1]]
    assert ["in nhiều nhất" in one.message for one in found] == [True]
