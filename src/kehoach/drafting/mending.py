"""Mend what has exactly one right answer, in the text of the plan, so that all else stays."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach import api
from kehoach.checks import CHECKS
from kehoach.diagnostics import Finding
from kehoach.editing.diff import unified
from kehoach.editing.edits import Edit, edited
from kehoach.editing.scalars import Scalar, scalars
from kehoach.source import read

TOTALS = frozenset(name for name, rule in CHECKS.items() if rule.totals)
"""The checks whose answer is a figure of the plan: mended only when asked for by name."""


_Placed = tuple[Finding, Edit]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it was and as it would be.

    Attributes:
        file: its name.
        before: its text.
        after: its text with the mends.
        findings: what this mends.
        refused: what it cannot mend, each with the reason.
    """

    file: str
    before: str
    after: str
    findings: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...] = ()

    @property
    def diff(self) -> str:
        """The change, line by line."""
        return unified(self.file, self.before, self.after)


def mend(dossier: api.Dossier, *, totals: bool) -> list[Mended]:
    """Each file of a plan in which something has one right answer; nothing is written."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for one in dossier.diagnostics:
        if one.mark and _mendable(one, totals=totals):
            by_file[one.mark.file].append(one)
    texts = dossier.layers.texts
    made = (_mended(file, texts[file], found) for file, found in by_file.items() if file in texts)
    return [one for one in made if one.findings or one.refused]


def _mendable(one: Finding, *, totals: bool) -> bool:
    return one.mend is not None and not one.allowed and (totals or one.name not in TOTALS)


def _mended(file: str, text: str, found: list[Finding]) -> Mended:
    root, _ = read(file, text.encode())
    assert root is not None  # findings that have a mend are those of a plan that could be read
    written = sorted(scalars(root, text, keys=True), key=lambda each: each.start)
    placed = [(one, edit) for one in found if (edit := _edit(one, written))]
    apart = list(_agreed(placed))
    made = edited(root, text, [(edit,) for _, edit in apart])
    done = tuple(one for index, (one, _) in enumerate(apart) if index not in made.refused)
    refused = tuple((apart[index][0], why) for index, why in made.refused.items())
    return Mended(file, text, made.text, done, refused)


def _edit(one: Finding, written: list[Scalar]) -> Edit | None:
    """The edit of the piece that is meant; None where the file does not show it at that place."""
    assert one.mark is not None
    start, end = one.mark.start, one.mark.end
    place = bisect_right(written, start, key=lambda each: each.start) - 1
    scalar = written[place] if place >= 0 else None
    span = scalar.inside(start, end) if scalar and end <= scalar.end else None
    if scalar is None or span is None or scalar.value[slice(*span)] != one.needle:
        return None
    return Edit(start, end, str(one.mend), scalar)


def _agreed(placed: list[_Placed]) -> Iterator[_Placed]:
    """Findings in order of place; of those that meet, none where they disagree."""
    for near in _clusters(sorted(placed, key=lambda pair: pair[1][:2])):
        for one, edit in near:
            meeting = (other for _, other in near if _meet(edit, other))
            if all(other.new == edit.new for other in meeting):
                yield one, edit


def _clusters(ordered: list[_Placed]) -> Iterator[list[_Placed]]:
    """Runs of edits each of which begins before an earlier one ends."""
    near: list[_Placed] = []
    reached = 0
    for pair in ordered:
        if near and pair[1].start >= reached:
            yield near
            near = []
        near.append(pair)
        reached = max(reached, pair[1].end)
    if near:
        yield near


def _meet(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
