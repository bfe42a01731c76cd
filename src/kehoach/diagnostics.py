"""What is wrong with a plan, as values: name, severity, where, what was found, how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from kehoach.source import Layers, Mark, Problem, Route, find_in, locate

Severity = Literal["error", "warning", "info", "off"]
T = TypeVar("T")

MOST_ALIKE = 50
"""Findings of one kind that are told one by one."""
_RANK: dict[str, int] = {"error": 0, "warning": 1, "info": 2, "off": 3}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Checks fill `path`; the engine fills `mark` from it (`place`).

    `name` is the check's file stem, its anchor in the manual and the word that allows it; `allowed`
    holds the reason once a plan or the office has allowed it: an allowed finding is still listed.
    `needle` is the piece of the value that is meant, where the value is longer than that;
    `at_key` means the key itself. `mend` is the one right text in place of the needle; `nth` counts
    from 0 where the needle may stand there more than once.
    """

    name: str
    message: str
    path: Route = ()
    hint: str = ""
    severity: Severity = "error"
    mark: Mark | None = None
    allowed: str = ""
    needle: str = ""
    at_key: bool = False
    mend: str | None = None
    nth: int | None = None

    @property
    def blocks(self) -> bool:
        """Whether it keeps documents from being written."""
        return self.severity == "error" and not self.allowed


def of_problem(problem: Problem) -> Diagnostic:
    """A finding of the reader, which knows its place already."""
    return Diagnostic(
        problem.name, problem.message, problem.path, problem.hint, problem.severity, problem.mark
    )


def place(diagnostics: Iterable[Diagnostic], layers: Layers) -> list[Diagnostic]:
    """Give each finding the place of its path in the files, and sort them as a reader goes."""
    return ordered(one if one.mark else _placed(one, layers) for one in diagnostics)


def _placed(one: Diagnostic, layers: Layers) -> Diagnostic:
    if layers.root is None:
        return one
    mark = locate(layers.root, one.path, key=one.at_key)
    return replace(
        one, mark=find_in(layers, mark, one.needle, one.nth or 0) if one.needle else mark
    )


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line and column; the graver first at one place; each finding once."""
    return sorted(dict.fromkeys(diagnostics), key=_order)


def _order(one: Diagnostic) -> tuple[str, int, int, int, str, str]:
    mark = one.mark or Mark("", 0, 0)
    return (mark.file, mark.line, mark.column, _RANK[one.severity], one.name, one.message)


def blocking(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether any of them keeps documents from being written."""
    return any(one.blocks for one in diagnostics)


def few_alike(
    items: Iterable[T], kind: Callable[[T], str], made: Callable[[T], Diagnostic]
) -> Iterator[Diagnostic]:
    """The first findings of each kind; how many more there are stands in place of the others.

    Args:
        items: what was found, perhaps without end.
        kind: which of them are alike.
        made: an item in words, which takes far longer than to find it.
    """
    counts: Counter[str] = Counter()
    last: dict[str, Diagnostic] = {}
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
