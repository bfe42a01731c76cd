"""schema/plan.schema.json: what editors read to explain and complete the keys of a plan."""

from __future__ import annotations

import json
from pathlib import Path


def page(_: Path) -> str:
    from kehoach.plan.schema import plan_schema

    return json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"
