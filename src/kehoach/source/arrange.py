"""The order of the items of a merged list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

Side: TypeAlias = Literal["before", "after"]


class Place(NamedTuple):
    """Directly before or after the item with an id."""

    side: Side
    anchor: str


def arranged(ids: Iterable[str], places: Mapping[str, Place]) -> tuple[list[str], list[str]]:
    """The ids in order, those with a place moved to it; and those whose places run in a circle.

    Several items placed after one anchor keep their own order, whatever they are placed by.

    >>> arranged(["a", "b", "n", "m"], {"n": Place("after", "a"), "m": Place("after", "a")})
    (['a', 'n', 'm', 'b'], [])
    """
    ids = list(ids)
    sides: dict[Place, list[str]] = defaultdict(list)
    for name in ids:
        if name in places:
            sides[places[name]].append(name)
    order = _walked((name for name in ids if name not in places), sides)
    circle = set(ids) - set(order)
    return order, [name for name in ids if name in circle]


def _walked(roots: Iterable[str], sides: Mapping[Place, list[str]]) -> list[str]:
    """Each id between those placed before and after it; a stack, as chains may be long."""
    order: list[str] = []
    stack = [(name, False) for name in roots][::-1]
    while stack:
        name, opened = stack.pop()
        if opened:
            order.append(name)
            continue
        after = sides.get(Place("after", name), [])
        before = sides.get(Place("before", name), [])
        stack += [(one, False) for one in reversed(after)]
        stack.append((name, True))
        stack += [(one, False) for one in reversed(before)]
    return order
