"""What an item of a plan's list says about its place in the base's list, beside its values."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from kehoach.source import merge_faults
from kehoach.source.arrange import Place
from kehoach.source.ids import ID, all_have_ids
from kehoach.source.marks import Map, Mark, Path, Value
from kehoach.source.problems import Problem

AFTER, BEFORE, REMOVE = "after", "before", "remove"
ORDERS = (AFTER, BEFORE, REMOVE)


class Orders(NamedTuple):
    """Whether to drop an item, or where to put it; and what is wrong with that."""

    remove: bool
    place: Place | None
    problems: list[Problem]


def has_orders(value: Value) -> bool:
    """Whether any list within a value gives orders."""
    if isinstance(value, Map):
        return any(has_orders(one) for one in value.values() if isinstance(one, Map | list))
    if not isinstance(value, list):
        return False
    if all_have_ids(value) and any(key in item for item in value if item for key in ORDERS):
        return True
    return any(has_orders(one) for one in value if isinstance(one, Map | list))


def without(node: Map, keys: Collection[str]) -> Map:
    """The same map less some keys."""
    rest = Map(node.mark)
    for key, value in node.items():
        if key not in keys:
            rest.put(key, value, node.keys_at[key], node.values_at[key])
    return rest


def orders_of(item: Map, base: list[str], own: Collection[str], path: Path) -> Orders:
    """The orders of one item.

    Args:
        item: an item with an id.
        base: ids of the base's list.
        own: ids of the item's own list; they are anchors too.
        path: of the list.
    """
    problems: list[Problem] = []
    remove = _removes(item, base, path, problems)
    sides = [side for side in (AFTER, BEFORE) if side in item]
    if len(sides) > 1:
        problems.append(merge_faults.two_places(item.keys_at[BEFORE], path))
    place = _place(item, sides[0], [*base, *own], path, problems) if sides else None
    return Orders(remove, place, problems)


def _removes(item: Map, base: list[str], path: Path, problems: list[Problem]) -> bool:
    if REMOVE not in item:
        return False
    if item[REMOVE] != "true":
        problems.append(merge_faults.bad_order(item.values_at[REMOVE], REMOVE, path))
        return False
    name = str(item[ID])
    if name not in base:
        at = item.values_at[ID]
        problems.append(merge_faults.unknown_id(at, REMOVE, name, base, path))
    return True


def _place(
    item: Map, side: str, anchors: list[str], path: Path, problems: list[Problem]
) -> Place | None:
    anchor, at = item[side], item.values_at[side]
    if not isinstance(anchor, str) or not anchor:
        problems.append(merge_faults.bad_order(at, side, path))
    elif anchor not in anchors:
        problems.append(merge_faults.unknown_id(at, side, anchor, anchors, path))
    else:
        return Place("after" if side == AFTER else "before", anchor)
    return None


def circle(names: list[str], items: dict[str, tuple[Value, Mark]], path: Path) -> list[Problem]:
    """A finding for each item whose place runs in a circle."""
    return [merge_faults.placed_in_circle(items[name][1], name, path) for name in names]
