"""What an item of a plan's list says about its place in the base's list, beside its values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kehoach.source import merge_faults
from kehoach.source.arrange import Place, Side
from kehoach.source.finding import Finding
from kehoach.source.ids import ID, all_have_ids
from kehoach.source.marks import Map, Route, Seq, Value

AFTER, BEFORE, REMOVE = "after", "before", "remove"
ORDERS = (AFTER, BEFORE, REMOVE)


def has_orders(value: Value) -> bool:
    """Whether any list within a value gives orders."""
    if isinstance(value, Map):
        return any(has_orders(one) for one in value.values() if isinstance(one, (Map, Seq)))
    if not isinstance(value, Seq):
        return False
    ordered = any(key in item for item in value if isinstance(item, Map) for key in ORDERS)
    if ordered and all_have_ids(value):
        return True
    return any(has_orders(one) for one in value if isinstance(one, (Map, Seq)))


def without(node: Map, keys: Collection[str]) -> Map:
    """A map less some keys; itself where it has none of them."""
    if not any(key in node for key in keys):
        return node
    rest = Map(node.mark)
    for key, value in node.items():
        if key not in keys:
            rest.put(key, value, node.keys_at[key], node.values_at[key])
    return rest


@dataclass(slots=True)
class Orders:
    """The orders of one list's items.

    Attributes:
        base: ids of the base's list.
        own: ids of the list that gives the orders; they are anchors too.
        path: of the list.
        places: where items go that do not stay.
        removed: ids to drop.
        problems: what is wrong with the orders.
    """

    base: Collection[str]
    own: Collection[str]
    path: Route
    places: dict[str, Place] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    problems: list[Finding] = field(default_factory=list)

    def take(self, name: str, item: Map) -> None:
        """Note the orders of one item."""
        if REMOVE in item:
            self.remove(name, item)
        if AFTER in item and BEFORE in item:
            self.problems.append(merge_faults.two_places(item.keys_at[BEFORE], self.path))
        elif AFTER in item:
            self.place(name, item, "after")
        elif BEFORE in item:
            self.place(name, item, "before")

    def remove(self, name: str, item: Map) -> None:
        """`remove: true` for an item of the base."""
        if item[REMOVE] != "true":
            self.problems.append(merge_faults.bad_order(item.values_at[REMOVE], REMOVE, self.path))
            return
        self.removed.add(name)
        if name not in self.base:
            at = item.values_at[ID]
            fault = merge_faults.unknown_id(at, REMOVE, name, [*self.base], self.path)
            self.problems.append(fault)

    def place(self, name: str, item: Map, side: Side) -> None:
        """`after: id` or `before: id`."""
        anchor, at = item[side], item.values_at[side]
        if not isinstance(anchor, str) or not anchor:
            self.problems.append(merge_faults.bad_order(at, side, self.path))
        elif anchor in self.base or anchor in self.own:
            self.places[name] = Place(side, anchor)
        else:
            known = [*self.base, *self.own]
            self.problems.append(merge_faults.unknown_id(at, side, anchor, known, self.path))
