"""What is wrong with a plan, as values: name, severity, where, what was found, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kehoach.source import Layers, Mark, Problem, Route, find_in, locate

Severity = Literal["error", "warning", "info", "off"]
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


def path_text(path: Route) -> str:
    """A path as the user writes it to allow a finding.

    >>> path_text(("projects", 1, "budget", "total"))
    'projects[1].budget.total'
    """
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
