"""The new plan from the old one and a report of their changes, as a program would make it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kehoach.reviewing.review.changes import Change, Item, Step
from kehoach.reviewing.review.keys import keys_of


def apply(old: Any, found: Sequence[Change]) -> Any:
    """The new plan from the old one and its changes, both plain.

    Raises:
        KeyError: the changes are not of this plan.
    """
    made = _copied(old)
    for one in found:
        made = _applied(made, one.path, one)
    return made


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _applied(here: Any, path: tuple[Step, ...], one: Change) -> Any:
    if not path:
        return _copied(one.new)
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        if rest or one.kind == "changed":
            here[step] = _applied(here[step], rest, one)
        elif one.kind == "added":
            here[step] = _copied(one.new)
        else:
            del here[step]
        return here
    return _in_list(here, step.key, rest, one)


def _in_list(items: list[Any], key: str, rest: tuple[Step, ...], one: Change) -> list[Any]:
    keys = keys_of(items) or []
    if rest or one.kind == "changed":
        place = keys.index(key)
        items[place] = _applied(items[place], rest, one)
        return items
    if one.kind == "added":
        item = _copied(one.new)
    else:
        item = items.pop(keys.index(key))
        if one.kind == "removed":
            return items
    keys = keys_of(items) or []
    items.insert(keys.index(one.after) + 1 if one.after else 0, item)
    return items


def read_changes(text: str) -> list[Change]:
    """The changes of a report, to be applied."""
    return [
        Change(
            one["kind"],
            tuple(_read_step(step) for step in one["path"]),
            one["old"],
            one["new"],
            one["after"],
        )
        for one in json.loads(text)["changes"]
    ]


def _read_step(step: str | dict[str, str]) -> Step:
    return Item(step["item"]) if isinstance(step, dict) else step
