"""Lists whose items carry an `id`: what merging, messages and expressions address them by."""

from __future__ import annotations

from typing import TypeGuard

from kehoach.source import faults
from kehoach.source.finding import Finding
from kehoach.source.marks import Map, Mark, Seq, Value

ID = "id"


def id_of(item: Value) -> str | None:
    """The id of a list's item, if it is a map that carries one."""
    found = item.get(ID) if isinstance(item, Map) else None
    return found if isinstance(found, str) and found else None


def all_have_ids(value: Value) -> TypeGuard[Seq]:
    """Whether a value is a list in which every item carries an id."""
    return isinstance(value, Seq) and all(map(id_of, value))


def duplicate_ids(items: Seq) -> list[Finding]:
    """Every id that stands twice in a list, at its second place."""
    first: dict[str, Mark] = {}
    problems = []
    for item in items:
        name = id_of(item)
        if name is None or not isinstance(item, Map):
            continue
        at = item.values_at[ID]
        if name in first:
            problems.append(faults.duplicate_id(at, name, first[name]))
        else:
            first[name] = at
    return problems
