"""One thing that is wrong, as a value: the same for files, sheets, registers, rules, templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.source.marks import Mark, Route

Severity = Literal["error", "warning", "info", "off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found, where, and how to mend it; the user's mistakes are these, never exceptions.

    Whoever finds it gives what it knows: a reader of files the `mark`, a rule the `path` and the
    `needle`, from which `diagnostics.place` finds the mark. A rule leaves out `name` and
    `severity`: the engine gives them.

    Attributes:
        message: what was found and what was expected, in Vietnamese.
        hint: what to do, a sentence; "" where the message says it.
        path: route of the value in the plan; () for none, or for the whole plan.
        needle: the piece of the value that is meant, so that the caret stands under it.
        nth: which of several like pieces is meant, from 0; None for the only or the first one.
        at_key: the key is meant, not its value.
        mend: what to write in place of the needle, only where there is exactly one right answer.
        name: the rule's name, its anchor in the manual and the word that allows it.
        severity: how grave; "off" is what an office silences.
        mark: file, line and column; None until it is placed, or where no place is known.
        allowed: the reason for which the plan or the office accepts it; it is still listed.
    """

    message: str
    hint: str = ""
    path: Route = ()
    needle: str = ""
    nth: int | None = None
    at_key: bool = False
    mend: str | None = None
    name: str = ""
    severity: Severity = "error"
    mark: Mark | None = None
    allowed: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it keeps documents from being written."""
        return self.severity == "error" and not self.allowed
