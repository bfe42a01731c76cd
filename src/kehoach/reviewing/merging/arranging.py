"""The order of a merged list: what one side moved is moved, what both added stands once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kehoach.reviewing.merging.outcome import MergedValue


@dataclass(slots=True, eq=False)
class MergedItem:
    """An item of the merged list: its places in the three lists, and its name for ties."""

    base: int | None
    ours: int | None
    theirs: int | None
    outcome: MergedValue
    name: str

    @property
    def shared(self) -> bool:
        """Whether both sides have it."""
        return self.ours is not None and self.theirs is not None


def _ours(one: MergedItem) -> int:
    return -1 if one.ours is None else one.ours


def _theirs(one: MergedItem) -> int:
    return -1 if one.theirs is None else one.theirs


def _base(one: MergedItem) -> int:
    return -1 if one.base is None else one.base


_SIDES = (_ours, _theirs)


def arranged(entries: Sequence[MergedItem]) -> tuple[list[MergedItem], bool]:
    """The entries in order, the same whichever side is called ours; and whether orders clash.

    Items of both sides stand first; what one side alone has follows what it follows there. Where
    both have put something in one place, the names decide which is first.
    """
    spine, clash = _kept([one for one in entries if one.shared and one.base is not None])
    spine = _with_shared(spine, [one for one in entries if one.shared and one.base is None])
    return _with_alone(spine, [one for one in entries if not one.shared]), clash


def _kept(entries: list[MergedItem]) -> tuple[list[MergedItem], bool]:
    """The base's items: in the order of the side that changed it, pair by pair where both did."""
    base, ours, theirs = (sorted(entries, key=side) for side in (_base, _ours, _theirs))
    if theirs in (base, ours):
        return ours, False
    if base == ours:
        return theirs, False
    found = _by_pairs(base)
    return (ours, True) if found is None else (found, False)


def _by_pairs(entries: list[MergedItem]) -> list[MergedItem] | None:
    """Of each two items those order who changed it; None where that runs in a circle."""
    behind = dict.fromkeys(map(id, entries), 0)
    for one, two in combinations(entries, 2):
        turned = _ours(one) > _ours(two) or _theirs(one) > _theirs(two)
        behind[id(one if turned else two)] += 1
    if len(set(behind.values())) < len(entries):
        return None
    return sorted(entries, key=lambda one: behind[id(one)])


def _with_shared(spine: list[MergedItem], added: list[MergedItem]) -> list[MergedItem]:
    """The spine with what both sides added, each after the first of the two it follows."""
    groups: dict[int, list[MergedItem]] = defaultdict(list)
    for one in added:
        groups[min(_before(one, spine, side) for side in _SIDES)].append(one)
    orders = {place: _one_order(group) for place, group in groups.items()}
    return _woven(spine, orders)


def _one_order(group: list[MergedItem]) -> list[MergedItem]:
    ours, theirs = (sorted(group, key=side) for side in _SIDES)
    return ours if ours == theirs else sorted(group, key=lambda one: one.name)


def _with_alone(spine: list[MergedItem], alone: list[MergedItem]) -> list[MergedItem]:
    """The spine with what one side alone has, in runs."""
    runs: dict[int, list[list[MergedItem]]] = defaultdict(list)
    for side in _SIDES:
        own: dict[int, list[MergedItem]] = defaultdict(list)
        for one in sorted((one for one in alone if side(one) >= 0), key=side):
            own[_before(one, spine, side)].append(one)
        for place, run in own.items():
            runs[place].append(run)
    orders = {place: _joined(found) for place, found in runs.items()}
    return _woven(spine, orders)


def _joined(runs: Iterable[list[MergedItem]]) -> list[MergedItem]:
    ordered = sorted(runs, key=lambda run: [one.name for one in run])
    return [one for run in ordered for one in run]


def _before(one: MergedItem, spine: list[MergedItem], side: Callable[[MergedItem], int]) -> int:
    """The place in the spine of what an item follows on a side; -1 at the beginning."""
    place, own = -1, side(one)
    nearest = -1
    for index, other in enumerate(spine):
        if nearest < side(other) < own:
            place, nearest = index, side(other)
    return place


def _woven(spine: list[MergedItem], orders: dict[int, list[MergedItem]]) -> list[MergedItem]:
    made = list(orders.get(-1, ()))
    for index, one in enumerate(spine):
        made += [one, *orders.get(index, ())]
    return made
