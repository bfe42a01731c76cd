"""Where a value of a plan comes from: its layer, file and line, and what it took the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.office.allowances import spelled
from kehoach.plan import Plan
from kehoach.source import Map, Mark, Route, Seq, Value, locate

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class ValueOrigin:
    """One value: `result` is what its expressions give; `older` what lower layers said."""

    path: str
    text: str
    result: str
    mark: Mark
    older: tuple[tuple[Mark, str], ...]


def find_path(root: Map, text: str) -> Route | None:
    """The path that a text such as `projects.da_2.budget[0]` names, ids standing for places.

    Nothing where a step of it leads nowhere.
    """
    path: list[str | int] = []
    here: Value = root
    for index, name in _STEP.findall(text):
        step = _step(here, index, name)
        if step is None:
            return None
        path.append(step)
        here = here[step]  # type: ignore[index]
    return tuple(path)


def _step(here: Value, index: str, name: str) -> str | int | None:
    if isinstance(here, Map):
        return name if name in here else None
    if not isinstance(here, Seq):
        return None
    if index:
        return int(index) if int(index) < len(here) else None
    ids = (one.get("id") if isinstance(one, Map) else None for one in here)
    return next((place for place, one in enumerate(ids) if one == name), None)


def origins(root: Map, path: Route, plan: Plan | None) -> Iterator[ValueOrigin]:
    """The origin of the value at a path, or of each plain value below it."""
    value: Value = root
    for step in path:
        value = value[step]  # type: ignore[index]
    for below, text in _leaves(value, path):
        result = _result(plan, below) if plan and "{" in text else ""
        yield ValueOrigin(
            spelled(root, below), text, result, locate(root, below), _older(root, below)
        )


def _leaves(value: Value, path: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, Map):
        for key, one in value.items():
            yield from _leaves(one, (*path, key))
    elif isinstance(value, Seq):
        for index, one in enumerate(value):
            yield from _leaves(one, (*path, index))
    else:
        yield path, value or ""


def _result(plan: Plan, path: Route) -> str:
    here: Any = plan
    for step in path:
        inside = isinstance(here, (tuple, dict))
        here = here[step] if inside else getattr(here, str(step), "")
    return str(here)


def _older(root: Map, path: Route) -> tuple[tuple[Mark, str], ...]:
    """What the layers below said of this very value."""
    owner: Value = root
    for step in path[:-1]:
        owner = owner[step]  # type: ignore[index]
    if not isinstance(owner, Map):
        return ()
    found = owner.overridden.get(str(path[-1]), ())
    return tuple((mark, _in_words(value)) for mark, value in found)


def _in_words(value: Value) -> str:
    if isinstance(value, Map):
        return f"một nhóm {len(value)} khóa"
    return f"một danh sách {len(value)} mục" if isinstance(value, Seq) else value or "(để trống)"
