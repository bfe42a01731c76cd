"""Which items of a list are the same in another version of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from kehoach.reviewing.review.keys import key_of
from kehoach.source import Map, Value
from kehoach.source.ids import id_of

_ALIKE = 0.6  # of the letters, and half of the keys: less is another item
_HALF = 0.5

Pairs = dict[int, int]


def name_of(item: Value) -> str:
    """What names an item: its id, or else what a reader would call it by."""
    own = id_of(item)
    return f"id {own}" if own else key_of(item)


def named_pairs(old: Sequence[Value], new: Sequence[Value]) -> Pairs:
    """Items that are certainly the same: of one name, or else equal and in the same order."""
    found: Pairs = {}
    _by(name_of, old, new, found)
    _equal(old, new, found)
    return found


def pairs(old: Sequence[Value], new: Sequence[Value]) -> Pairs:
    """As `named_pairs`, with those that were reworded where they stand."""
    found = named_pairs(old, new)
    _alike(old, new, found)
    return found


def _by(
    name: Callable[[Value], str], old: Sequence[Value], new: Sequence[Value], found: Pairs
) -> None:
    before, after = [name(one) for one in old], [name(one) for one in new]
    counts = Counter(before), Counter(after)
    places = {one: place for place, one in enumerate(after) if one and counts[1][one] == 1}
    for place, one in enumerate(before):
        if counts[0][one] == 1 and one in places:
            found[place] = places[one]


def _equal(old: Sequence[Value], new: Sequence[Value], found: Pairs) -> None:
    """Items of which several have one name."""
    taken = set(found.values())
    before = [place for place in range(len(old)) if place not in found]
    after = [place for place in range(len(new)) if place not in taken]
    one, two = [repr(old[place]) for place in before], [repr(new[place]) for place in after]
    for i, j, size in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        found.update((before[i + k], after[j + k]) for k in range(size))


def _alike(old: Sequence[Value], new: Sequence[Value], found: Pairs) -> None:
    """Reworded items: between the same neighbours, and like enough."""
    taken = set(found.values())
    for place in (one for one in range(len(old)) if one not in found):
        low, high = _gap(place, found, len(old), len(new))
        free = (one for one in range(low, high) if one not in taken)
        match = next((one for one in free if alike(old[place], new[one])), None)
        if match is not None:
            found[place] = match
            taken.add(match)


def _gap(place: int, found: Pairs, old: int, new: int) -> tuple[int, int]:
    before = next((found[one] + 1 for one in range(place - 1, -1, -1) if one in found), 0)
    after = next((found[one] for one in range(place + 1, old) if one in found), new)
    return before, after


def alike(one: Value, two: Value) -> bool:
    """Whether two items without ids are one item reworded."""
    if isinstance(one, str) and isinstance(two, str):
        return SequenceMatcher(None, one, two, autojunk=False).ratio() > _ALIKE
    if not (isinstance(one, Map) and isinstance(two, Map)) or id_of(one) or id_of(two):
        return False
    same = sum(key in two and value == two[key] for key, value in one.items())
    return same >= _HALF * max(len(one), len(two)) or _like_words(repr(one), repr(two))


def _like_words(one: str, two: str) -> bool:
    before, after = one.split(), two.split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio() > _ALIKE
