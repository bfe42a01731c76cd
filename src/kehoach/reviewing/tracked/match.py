"""Which elements of two sequences are the same: by key first, then by likeness between those."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from kehoach.reviewing.tracked.items import Matchable

Pair = tuple[int, int]
Fits = Callable[[Matchable, Matchable], bool]
_ALIKE = 0.4
_ALIKE_OF_OTHER_STYLE = 0.6
_SAME_STYLE = 0.2
_MOST = 60_000  # pairs that are weighed one by one
_WORDS_TO_MOVE = 4  # a shorter text found elsewhere is not said to have moved


@dataclass(frozen=True, slots=True)
class Matching:
    """Places of the old and the new sequence: pairs in order, and pairs out of it."""

    stay: list[Pair]
    moved: list[Pair] = field(default_factory=list)


def match(
    old: Sequence[Matchable], new: Sequence[Matchable], fits: Fits, *, last: bool = False
) -> Matching:
    """The pairs of two sequences; `last` pairs their last elements whatever they are like."""
    keyed = _by_key(old, new, fits)
    ends = [(len(old) - 1, len(new) - 1)] if last and old and new else []
    if ends and fits(old[-1], new[-1]):
        keyed = [one for one in keyed if one[0] != ends[0][0] and one[1] != ends[0][1]] + ends
    stay = rising(keyed)
    taken = set(keyed)
    free_old = _free(old, {i for i, _ in taken})
    free_new = _free(new, {j for _, j in taken})
    stay = sorted([*stay, *_between(stay, (old, free_old), (new, free_new), fits)])
    moved = [one for one in keyed if one not in set(stay)]
    return Matching(stay, sorted([*moved, *_elsewhere(stay + moved, old, new)]))


def _by_key(old: Sequence[Matchable], new: Sequence[Matchable], fits: Fits) -> list[Pair]:
    before, behind = _places(old), _places(new)
    found: list[Pair] = []
    for key, olds in before.items():
        if key in behind:
            found += aligned(old, new, olds, behind[key], fits)
    return found


def _places(sequence: Sequence[Matchable]) -> dict[str, list[int]]:
    places = defaultdict(list)
    for place, one in enumerate(sequence):
        if one.key:
            places[one.key].append(place)
    return places


def _free(sequence: Sequence[Matchable], taken: set[int]) -> list[int]:
    """What likeness may pair: no id says that it is something of its own."""
    return [place for place, one in enumerate(sequence) if place not in taken and not one.firm]


def _between(
    stay: Sequence[Pair],
    old: tuple[Sequence[Matchable], Sequence[int]],
    new: tuple[Sequence[Matchable], Sequence[int]],
    fits: Fits,
) -> Iterator[Pair]:
    """Pairs of free elements that stand between the same two pairs."""
    (olds, free_old), (news, free_new) = old, new
    edges = [(-1, -1), *stay, (len(olds), len(news))]
    for (a, b), (c, d) in pairwise(edges):
        left = free_old[bisect_left(free_old, a) : bisect_left(free_old, c)]
        right = free_new[bisect_left(free_new, b) : bisect_left(free_new, d)]
        yield from aligned(olds, news, left, right, fits)


def _elsewhere(
    taken: Sequence[Pair], old: Sequence[Matchable], new: Sequence[Matchable]
) -> Iterator[Pair]:
    """Paragraphs of the same long text that stand in other places."""
    left = _texts(old, {i for i, _ in taken})
    right = _texts(new, {j for _, j in taken})
    for text, place in left.items():
        if text in right:
            yield place, right[text]


def _texts(sequence: Sequence[Matchable], taken: set[int]) -> dict[str, int]:
    rest = [(one.text, place) for place, one in enumerate(sequence) if place not in taken]
    counts = Counter(text for text, _ in rest)
    return {
        text: place
        for text, place in rest
        if counts[text] == 1
        and sequence[place].is_paragraph
        and len(sequence[place].words) >= _WORDS_TO_MOVE
    }


def rising(pairs: Iterable[Pair]) -> list[Pair]:
    """A longest selection in which both places rise.

    >>> rising([(0, 2), (1, 0), (2, 1)])
    [(1, 0), (2, 1)]
    """
    ends: list[int] = []
    tails: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs):
        place = bisect_left(ends, pair[1])
        before[pair] = tails[place - 1] if place else None
        ends[place : place + 1] = [pair[1]]
        tails[place : place + 1] = [pair]
    found: list[Pair] = []
    last = tails[-1] if tails else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def aligned(
    old: Sequence[Matchable],
    new: Sequence[Matchable],
    left: Sequence[int],
    right: Sequence[int],
    fits: Fits,
) -> list[Pair]:
    """The pairs of these places, in order, that are most alike all together."""
    head = 0
    while head < min(len(left), len(right)) and _same(old, new, left[head], right[head]):
        head += 1
    found = list(zip(left[:head], right[:head], strict=True))
    rows, columns = list(left[head:]), list(right[head:])
    if not rows or not columns:
        return found
    if len(rows) * len(columns) > _MOST:
        return found + list(_equal(old, new, rows, columns))
    only = _only_ones(old, rows) & _only_ones(new, columns)
    weights = [
        [_weight(old[i], new[j], only) if fits(old[i], new[j]) else 0 for j in columns]
        for i in rows
    ]
    return found + [(rows[i], columns[j]) for i, j in heaviest(weights)]


def _same(old: Sequence[Matchable], new: Sequence[Matchable], i: int, j: int) -> bool:
    return old[i].spelled == new[j].spelled


def _equal(
    old: Sequence[Matchable], new: Sequence[Matchable], rows: Sequence[int], columns: Sequence[int]
) -> Iterator[Pair]:
    """Where there is too much to weigh: only what is the same to the letter."""
    texts = [old[i].spelled for i in rows], [new[j].spelled for j in columns]
    for i, j, size in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        yield from zip(rows[i : i + size], columns[j : j + size], strict=True)


def _only_ones(sequence: Sequence[Matchable], places: Iterable[int]) -> set[str]:
    """Styles that only one of these elements has: nothing else can be meant by it."""
    counts = Counter(sequence[place].style for place in places)
    return {style for style, number in counts.items() if number == 1}


def _weight(old: Matchable, new: Matchable, only: set[str]) -> float:
    likeness, same = old.likeness(new), old.style == new.style
    meant = old.key == new.key != "" if old.is_row else old.style in only
    if same and meant:
        return likeness + _SAME_STYLE
    if likeness < (_ALIKE if same else _ALIKE_OF_OTHER_STYLE):
        return 0
    return likeness + (_SAME_STYLE if same else 0) + (0.5 if old.spelled == new.spelled else 0)


def heaviest(weights: Sequence[Sequence[float]]) -> list[Pair]:
    """The rising pairs of rows and columns with the greatest sum of weights; 0 is no pair.

    >>> heaviest([[0.9, 0], [0, 0], [0.5, 0.8]])
    [(0, 0), (2, 1)]
    """
    height, width = len(weights), len(weights[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        row, below, own = best[i], best[i + 1], weights[i]
        for j in range(width - 1, -1, -1):
            row[j] = max(below[j], row[j + 1], below[j + 1] + own[j] if own[j] else 0)
    return list(_way(best, weights))


def _way(best: Sequence[Sequence[float]], weights: Sequence[Sequence[float]]) -> Iterator[Pair]:
    i = j = 0
    while i < len(weights) and j < len(weights[0]):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1
