"""What is wrong with a plan, as values: name, severity, where, what was found, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kehoach.source import Finding, Layers, Mark, Severity, find_in, locate

T = TypeVar("T")

MOST_ALIKE = 50
"""Findings of one kind that are told one by one."""
_RANK: dict[str, int] = {"error": 0, "warning": 1, "info": 2, "off": 3}


def place(diagnostics: Iterable[Finding], layers: Layers) -> list[Finding]:
    """Give each finding the place of its path in the files, and sort them as a reader goes."""
    return ordered(one if one.mark else _placed(one, layers) for one in diagnostics)


def _placed(one: Finding, layers: Layers) -> Finding:
    if layers.root is None:
        return one
    mark = locate(layers.root, one.path, key=one.at_key)
    return replace(
        one, mark=find_in(layers, mark, one.needle, one.nth or 0) if one.needle else mark
    )


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
            message = f"và còn {more:,} chỗ nữa như vậy".replace(",", ".")
            yield replace(finding, message=message, hint="Sửa các chỗ trên rồi kiểm tra lại.")


__all__ = ["MOST_ALIKE", "Finding", "Severity", "blocking", "few_alike", "ordered", "place"]
