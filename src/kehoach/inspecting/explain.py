"""Where a value of a plan comes from: its layer, file and line, and what it took the place of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.plan import Plan
from kehoach.plan.base import Shorthand
from kehoach.source import (
    Map,
    Mark,
    Route,
    Seq,
    Value,
    find_route,
    get,
    leaves,
    locate,
    named_route,
)


@dataclass(frozen=True, slots=True)
class ValueOrigin:
    """One value: `result` is what its expressions give; `older` what lower layers said."""

    path: str
    text: str
    result: str
    mark: Mark
    older: tuple[tuple[Mark, str], ...]


def find_value(root: Map, path: str, plan: Plan | None) -> Route | None:
    """As `find_route`; `budget.total` is the budget where one amount is written for all of it.

    That is known of a `plan` without errors only. None where a step leads nowhere.
    """
    found = find_route(root, path)
    owner, _, key = path.rpartition(".")
    if found is not None or plan is None or not owner:
        return found
    short = find_route(root, owner)
    return short if short is not None and _stands_for(plan, short, key) else None


def origins(root: Map, path: Route, plan: Plan | None) -> Iterator[ValueOrigin]:
    """The origin of the value at a path, or of each plain value below it."""
    for below, text in leaves(get(root, path), path):
        result = _result(plan, below) if plan and text and "{" in text else ""
        name = named_route(root, below)
        yield ValueOrigin(name, text or "", result, locate(root, below), _older(root, below))


def _stands_for(plan: Plan, path: Route, key: str) -> bool:
    """Whether one line of text is written here in place of a map that holds it under this key."""
    here = _typed(plan, path)
    return isinstance(here, Shorthand) and here.shorthand == key


def _result(plan: Plan, path: Route) -> str:
    return str(_typed(plan, path))


def _typed(plan: Plan, path: Route) -> Any:
    here: Any = plan
    for step in path:
        inside = isinstance(here, (tuple, dict))
        here = here[step] if inside else getattr(here, str(step), "")
    return here


def _older(root: Map, path: Route) -> tuple[tuple[Mark, str], ...]:
    """What the layers below said of this very value."""
    owner = get(root, path[:-1])
    if not isinstance(owner, Map):
        return ()
    found = owner.overridden.get(str(path[-1]), ())
    return tuple((mark, _in_words(value)) for mark, value in found)


def _in_words(value: Value) -> str:
    if isinstance(value, Map):
        return f"một nhóm {len(value)} khóa"
    return f"một danh sách {len(value)} mục" if isinstance(value, Seq) else value or "(để trống)"
