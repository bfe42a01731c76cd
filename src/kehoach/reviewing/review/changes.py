"""The difference between two merged plans as data: what to do to the old one to get the new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from kehoach.reviewing.review.keys import keys_of
from kehoach.source import Map, Seq, Value

Action = Literal["added", "removed", "changed", "moved"]


class Item(NamedTuple):
    """A step into a list: the item of this key."""

    key: str


Step: TypeAlias = str | Item


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `after` is the key of the item before an added or moved one ("" for the first).

    `old` and `new` are plain values: text, None, dict, list.
    """

    kind: Action
    path: tuple[Step, ...]
    old: Any = None
    new: Any = None
    after: str = ""


def changes(old: Map, new: Map) -> list[Change]:
    """All changes from one plan to another, in the order of the plan; none when they are equal."""
    return list(_maps(old, new, ()))


def _values(old: Value, new: Value, path: tuple[Step, ...]) -> Iterator[Change]:
    if isinstance(old, Map) and isinstance(new, Map):
        yield from _maps(old, new, path)
    elif isinstance(old, Seq) and isinstance(new, Seq):
        yield from _lists(old, new, path)
    elif plain(old) != plain(new):
        yield Change("changed", path, plain(old), plain(new))


def _maps(old: Map, new: Map, path: tuple[Step, ...]) -> Iterator[Change]:
    for key in old:
        if key not in new:
            yield Change("removed", (*path, key), plain(old[key]))
    for key in new:
        if key in old:
            yield from _values(old[key], new[key], (*path, key))
        else:
            yield Change("added", (*path, key), new=plain(new[key]))


def _lists(old: Seq, new: Seq, path: tuple[Step, ...]) -> Iterator[Change]:
    before, behind = keys_of(old), keys_of(new)
    row = bool(path) and isinstance(path[-1], Item)  # its cells have their places, not names
    if row or before is None or behind is None:
        if plain(old) != plain(new):
            yield Change("changed", path, plain(old), plain(new))
        return
    olds, news = dict(zip(before, old, strict=True)), dict(zip(behind, new, strict=True))
    for key in before:
        if key not in news:
            yield Change("removed", (*path, Item(key)), plain(olds[key]))
    yield from _placed([key for key in before if key in news], behind, olds, news, path)
    for key in behind:
        if key in olds:
            yield from _values(olds[key], news[key], (*path, Item(key)))


def _placed(
    kept: list[str],
    behind: list[str],
    olds: dict[str, Value],
    news: dict[str, Value],
    path: tuple[Step, ...],
) -> Iterator[Change]:
    """Items added, and kept items that no longer stand in their old order, from first to last."""
    still = set(longest_rising([behind.index(key) for key in kept]))
    for place, key in enumerate(behind):
        after = behind[place - 1] if place else ""
        if key not in olds:
            yield Change("added", (*path, Item(key)), new=plain(news[key]), after=after)
        elif place not in still:
            yield Change("moved", (*path, Item(key)), after=after)


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """A longest rising subsequence: what may stay where it is.

    >>> longest_rising([3, 0, 1, 2])
    [0, 1, 2]
    """
    tails: list[list[int]] = []
    for number in numbers:
        place = next((i for i, tail in enumerate(tails) if tail[-1] >= number), len(tails))
        before = tails[place - 1] if place else []
        tails[place : place + 1] = [[*before, number]]
    return tails[-1] if tails else []


def plain(value: Value) -> Any:
    """A value without its marks."""
    if isinstance(value, Map):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, Seq):
        return [plain(one) for one in value]
    return value
