"""What is wrong with a plan, as values: name, severity, where, what was found, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kehoach.source import Finding, Layers, Mark, Pieces, Severity, locate

T = TypeVar("T")

MOST_ALIKE = 50
"""Findings of one kind that are told one by one: of a text that has places, of a file without."""
MOST_IN_PLAN = 300
"""Findings of one kind in all texts of a plan that are told one by one."""
_RANK: dict[str, int] = {"error": 0, "warning": 1, "info": 2, "off": 3}


def place(diagnostics: Iterable[Finding], layers: Layers) -> list[Finding]:
    """Give each finding the place of its path in the files, and sort them as a reader goes."""
    pieces = Pieces(layers.texts)
    return ordered(one if one.mark else _placed(one, layers, pieces) for one in diagnostics)


def _placed(one: Finding, layers: Layers, pieces: Pieces) -> Finding:
    if layers.root is None:
        return one
    mark = locate(layers.root, one.path, key=one.at_key)
    return replace(one, mark=pieces.find(mark, one.needle, one.nth or 0) if one.needle else mark)


def ordered(diagnostics: Iterable[Finding]) -> list[Finding]:
    """By file, line and column; the graver first at one place; each finding once."""
    return sorted(dict.fromkeys(diagnostics), key=_order)


def _order(one: Finding) -> tuple[str, int, int, int, str, str]:
    mark = one.mark or Mark("", 0, 0)
    return (mark.file, mark.line, mark.column, _RANK[one.severity], one.name, one.message)


def blocking(diagnostics: Sequence[Finding]) -> bool:
    """Whether any of them keeps documents from being written."""
    return any(one.blocks for one in diagnostics)


def few_alike(
    items: Iterable[T], kind: Callable[[T], str], made: Callable[[T], Finding]
) -> Iterator[Finding]:
    """The first findings of each kind; how many more there are stands in place of the others.

    Args:
        items: what was found, perhaps without end.
        kind: which of them are alike.
        made: an item in words, which takes far longer than to find it.
    """
    counts: Counter[str] = Counter()
    last: dict[str, Finding] = {}
    for one in items:
        name = kind(one)
        counts[name] += 1
        if counts[name] <= MOST_ALIKE:
            last[name] = made(one)
            yield last[name]
    for name, finding in last.items():
        if (more := counts[name] - MOST_ALIKE) > 0:
            yield _others(finding, more)


def few(diagnostics: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of each kind in each text and in all; of the others how many there are.

    What is allowed and what is not are counted apart, so that neither hides the other.
    """
    told: Counter[Hashable] = Counter()
    left: Counter[Hashable] = Counter()
    last: dict[Hashable, Finding] = {}
    for one in diagnostics:
        kind = (one.name, one.severity, bool(one.allowed))
        for most, alike in ((MOST_IN_PLAN, kind), (MOST_ALIKE, (*kind, one.path))):
            if told[alike] >= most:
                left[alike] += 1
                break
        else:
            for alike in (kind, (*kind, one.path)):
                told[alike] += 1
                last[alike] = one
            yield one
    yield from (_others(last[alike], more) for alike, more in left.items())


def _others(last: Finding, more: int) -> Finding:
    """How many findings like one are not told."""
    message = f"và còn {more:,} chỗ nữa như vậy".replace(",", ".")
    return replace(last, message=message, hint="Sửa các chỗ trên rồi kiểm tra lại.", mend=None)


__all__ = [
    "MOST_ALIKE",
    "MOST_IN_PLAN",
    "Finding",
    "Severity",
    "blocking",
    "few",
    "few_alike",
    "ordered",
    "place",
]
