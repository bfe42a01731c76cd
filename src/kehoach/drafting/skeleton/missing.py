"""What a base leaves to the plan: the required keys that its items lack, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.plan import type_plan
from kehoach.plan.labels import title_of
from kehoach.source import Map, Route, Seq, Value

_ITEM = "id"
_WITH = {"quantity": ("baseline",)}
"""What goes along with a missing key: a base whose targets lack their level lacks the old one."""


def missing_parts(base: Map, given: set[str]) -> dict[str, str]:
    """The text of each top key that has gaps, which the plan's own keys do not fill."""
    _, found = type_plan(base)
    tree: dict[str, Any] = {}
    for one in found:
        if one.name == "missing-key" and len(one.path) > 1 and one.path[0] not in given:
            _put(tree, base, one.path)
    return {key: "\n".join((f"{key}:", *_written(below, 1))) for key, below in tree.items()}


def _put(tree: dict[str, Any], base: Map, path: Route) -> None:
    """A place for the last key of a path, its items named by their ids."""
    here: Any = base
    for step in path[:-1]:
        name = str(step)
        here = here[step]
        if isinstance(step, int):
            item = here.get(_ITEM) if isinstance(here, Map) else None
            if item is None:
                return  # a list without ids cannot be added to from a plan
            name = f"- {_ITEM}: {item}"
        tree = tree.setdefault(name, {})
    for key in (str(path[-1]), *_WITH.get(str(path[-1]), ())):
        if _lacks(here, key):
            tree[key] = f'"TODO: {title_of((*path[:-1], key)) or key}"'


def _lacks(item: Value, key: str) -> bool:
    return not isinstance(item, Seq) and not (isinstance(item, Map) and item.get(key))


def _written(tree: dict[str, Any], depth: int) -> Iterator[str]:
    blanks = "  " * depth
    for key, below in tree.items():
        if isinstance(below, str):
            yield f"{blanks}{key}: {below}"
        elif key.startswith("- "):
            yield f"{blanks}{key}"
            yield from _written(below, depth + 1)
        else:
            yield f"{blanks}{key}:"
            yield from _written(below, depth + 1)
