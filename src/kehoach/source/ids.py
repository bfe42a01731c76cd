"""Lists whose items carry an `id`: what merging, messages and expressions address them by."""

from __future__ import annotations

from typing import TypeGuard

from kehoach.source import faults
from kehoach.source.marks import Map, Mark, Path, Seq, Value
from kehoach.source.problems import Problem

ID = "id"


def id_of(item: Value) -> str | None:
    """The id of a list's item, if it is a map that carries one."""
    found = item.get(ID) if isinstance(item, Map) else None
    return found if isinstance(found, str) and found else None


def all_have_ids(value: Value) -> TypeGuard[Seq]:
    """Whether a value is a list in which every item carries an id."""
    return isinstance(value, Seq) and all(map(id_of, value))


def duplicate_ids(root: Map) -> list[Problem]:
    """Every id that stands twice in one list, at its second place."""
    problems: list[Problem] = []
    waiting: list[tuple[Map | Seq, Path]] = [(root, ())]
    seen: set[int] = set()
    while waiting:
        node, path = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        steps = node.items() if isinstance(node, Map) else enumerate(node)
        waiting += [(v, (*path, step)) for step, v in steps if isinstance(v, Map | Seq)]
        if isinstance(node, Seq):
            problems += _in_list(node, path)
    return sorted(problems, key=lambda one: one.mark.start)


def _in_list(items: Seq, path: Path) -> list[Problem]:
    first: dict[str, Mark] = {}
    problems = []
    for index, item in enumerate(items):
        name = id_of(item)
        if name is None or not isinstance(item, Map):
            continue
        at = item.values_at[ID]
        if name in first:
            problems.append(faults.duplicate_id(at, name, first[name], (*path, index, ID)))
        first.setdefault(name, at)
    return problems
