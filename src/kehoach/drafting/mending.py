"""Mend what has exactly one right answer, in the text of the plan, so that all else stays."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach import api
from kehoach.checks import CHECKS
from kehoach.diagnostics import Diagnostic

TOTALS = frozenset(name for name, check in CHECKS.items() if getattr(check, "TOTALS", False))
"""The checks whose answer is a figure of the plan: mended only when asked for by name."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it was and as it would be, and the findings that this mends."""

    file: str
    before: str
    after: str
    findings: tuple[Diagnostic, ...]

    @property
    def diff(self) -> str:
        """The change, line by line."""
        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        return "".join(difflib.unified_diff(before, after, self.file, self.file))


def mend(dossier: api.Dossier, *, totals: bool) -> list[Mended]:
    """Each file of a plan in which something can be mended; nothing is written."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in dossier.diagnostics:
        if _mendable(one, dossier, totals=totals) and one.mark:
            by_file[one.mark.file].append(one)
    texts = dossier.layers.texts
    made = (_mended(file, texts[file], found) for file, found in by_file.items() if file in texts)
    return [one for one in made if one.before != one.after]


def _mendable(one: Diagnostic, dossier: api.Dossier, *, totals: bool) -> bool:
    """Whether the finding has one right answer, and a place that is certain."""
    if one.mend is None or one.allowed or one.mark is None or (one.name in TOTALS and not totals):
        return False
    text = dossier.layers.texts.get(one.mark.file, "")
    return text[one.mark.start : one.mark.end] == one.needle


def _mended(file: str, text: str, found: list[Diagnostic]) -> Mended:
    done = tuple(_apart(found))
    after = text
    for one in reversed(done):
        assert one.mark is not None
        after = after[: one.mark.start] + str(one.mend) + after[one.mark.end :]
    return Mended(file, text, after, done)


def _apart(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings in order of place; of those that meet, none where they disagree."""
    ordered = sorted(found, key=lambda one: (one.mark or (0,))[3:])
    reached = 0
    for one in ordered:
        assert one.mark is not None
        meeting = [other for other in ordered if _meet(one, other)]
        if one.mark.start >= reached and all(other.mend == one.mend for other in meeting):
            yield one
            reached = one.mark.end


def _meet(one: Diagnostic, other: Diagnostic) -> bool:
    if one.mark is None or other.mark is None:
        return False
    return one.mark.start < other.mark.end and other.mark.start < one.mark.end
