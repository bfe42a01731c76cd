"""Two layers -> one: a plan over its base, every value keeping the place it came from."""

from __future__ import annotations

from kehoach.source.arrange import arranged
from kehoach.source.finding import Finding
from kehoach.source.ids import all_have_ids, id_of
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.merge_faults import missing_id, placed_in_circle
from kehoach.source.orders import ORDERS, Orders, has_orders, without


def merge(layers: list[Map]) -> tuple[Map, list[Finding]]:
    """Merge roots, the farthest base first; each later one wins.

    Maps merge deep. Lists of which both have an `id` in every item merge by id in the base's
    order, new items at the end; `after: id` and `before: id` place an item, `remove: true` drops
    it. Other lists replace, an empty one included; an empty value clears. No layer is changed.
    """
    merger = _Merger()
    root = merger.settled(layers[0], ())
    assert isinstance(root, Map)
    for layer in layers[1:]:
        root = merger.maps(root, layer, ())
    return root, merger.problems


def _join(base: Value, over: Value) -> bool:
    """Whether two values merge rather than the later replacing the earlier."""
    if isinstance(base, Map):
        return isinstance(over, Map)
    return bool(over) and all_have_ids(base) and all_have_ids(over)


class _Merger:
    """Merges values and gathers what is wrong with the orders in them."""

    def __init__(self) -> None:
        self.problems: list[Finding] = []

    def maps(self, base: Map, over: Map, path: Route) -> Map:
        """Each key of both, the base's first; what was replaced is kept in `overridden`."""
        merged = Map(over.mark)
        overridden = dict(base.overridden)
        for key, old in base.items():
            if key not in over:
                merged.put(key, old, base.keys_at[key], base.values_at[key])
                continue
            new = self.value(old, over[key], (*path, key))
            merged.put(key, new, over.keys_at[key], over.values_at[key])
            if not _join(old, over[key]) and old != new:
                older = base.overridden.get(key, ())
                overridden[key] = ((base.values_at[key], old), *older)
        for key in (one for one in over if one not in base):
            new = self.settled(over[key], (*path, key))
            merged.put(key, new, over.keys_at[key], over.values_at[key])
        if overridden:
            merged.overridden = overridden
        return merged

    def value(self, base: Value, over: Value, path: Route) -> Value:
        """Both joined, or the later one."""
        if isinstance(base, Map) and isinstance(over, Map):
            return self.maps(base, over, path)
        if isinstance(base, Seq) and isinstance(over, Seq):
            if _join(base, over):
                return self.lists(base, over, path)
            self.warn_missing_id(base, over, path)
        return self.settled(over, path)

    def warn_missing_id(self, base: Seq, over: Seq, path: Route) -> None:
        """A list replaces one with ids though some of its items have ids too."""
        if base and all_have_ids(base) and any(map(id_of, over)):
            index = next(i for i, item in enumerate(over) if not id_of(item))
            self.problems.append(missing_id(over.items_at[index], (*path, index)))

    def settled(self, value: Value, path: Route) -> Value:
        """A value no base has: the same, less the orders in its lists."""
        if not has_orders(value):
            return value
        if isinstance(value, Map):
            return self.maps(Map(value.mark), value, path)
        assert isinstance(value, Seq)
        if all_have_ids(value):
            return self.lists(Seq(value.mark), value, path)
        result = Seq(value.mark)
        for index, item in enumerate(value):
            result.add(self.settled(item, (*path, index)), value.items_at[index])
        return result

    def lists(self, base: Seq, over: Seq, path: Route) -> Seq:
        """Lists by id, in the base's order save where an item orders otherwise."""
        known, own = _by_id(base), _by_id(over)
        orders = Orders(known, own, path)
        items: dict[str, tuple[Value, Mark]] = dict(known)
        for name, (item, at) in own.items():
            orders.take(name, item)
            items[name] = self.item(known.get(name), item, path), at
        names, looping = arranged(items, orders.places)
        self.problems += orders.problems
        self.problems += [placed_in_circle(items[one][1], one, path) for one in looping]
        merged = Seq(over.mark)
        for name in [*names, *looping]:
            if name not in orders.removed:
                merged.add(*items[name])
        gone = tuple((at, item) for name, (item, at) in known.items() if name in orders.removed)
        merged.removed = gone + base.removed
        return merged

    def item(self, old: tuple[Map, Mark] | None, item: Map, path: Route) -> Value:
        """One item over the base's of the same id, if there is one."""
        plain = without(item, ORDERS)
        return self.maps(old[0], plain, path) if old else self.settled(plain, path)


def _by_id(items: Seq) -> dict[str, tuple[Map, Mark]]:
    """Items by id; the first of those with the same one, which is a finding of its own."""
    found: dict[str, tuple[Map, Mark]] = {}
    for item, at in zip(items, items.items_at, strict=True):
        if isinstance(item, Map):
            found.setdefault(str(id_of(item)), (item, at))
    return found
