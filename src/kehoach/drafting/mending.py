"""Mend what is proved, in the text of the plan; each mend is checked again before it is kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach import api
from kehoach.checks import CHECKS
from kehoach.diagnostics import Finding
from kehoach.drafting.mends import Placed, applied, chosen
from kehoach.editing.diff import unified
from kehoach.language.typos import MOST
from kehoach.source import DiskFiles, Memory, OverlayFiles, Route, office_folder

TOTALS = frozenset(name for name, rule in CHECKS.items() if rule.totals)
"""The checks whose answer is a figure of the plan: mended only when asked for by name."""

_FURTHER = 5
"""A mended total may show that a figure worked out from it is wrong, and so on."""
_ROUNDS = 100


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


def mend(dossier: api.Dossier, today: dt.date, *, totals: bool) -> list[Mended]:
    """Each file of a plan in which something is proved wrong; nothing is written.

    A mend that leaves its mistake where it was, or raises another, is not made; mends that meet
    are made one after the other.
    """
    work = _Mending(dossier, today, totals=totals)
    for _ in range(_ROUNDS):
        if not work.go_on():
            break
    return work.files()


class _Mending:
    """A plan being mended: `now` is the plan with what was made so far."""

    def __init__(self, dossier: api.Dossier, today: dt.date, *, totals: bool) -> None:
        self.first = self.now = dossier
        self.today, self.totals, self.memory = today, totals, Memory()
        self.done: list[Finding] = []
        self.refused: list[tuple[Finding, str]] = []
        self.tried: set[tuple[object, ...]] = set()

    def go_on(self) -> bool:
        """Try what can be mended now; False where nothing is left."""
        waiting = [
            one
            for one in self.now.diagnostics
            if self._mendable(one) and _identity(one) not in self.tried
        ]
        batch = chosen(self.now.layers.texts, waiting)
        for finding, why in batch.refused:
            self._refuse(finding, why)
        self._attempt(batch.apart)
        return bool(batch.apart)

    def files(self) -> list[Mended]:
        """What became of each file that something was found in."""
        made = []
        for file, before in self.first.layers.texts.items():
            done = tuple(one for one in self.done if one.mark and one.mark.file == file)
            left = tuple(
                pair for pair in self.refused if pair[0].mark and pair[0].mark.file == file
            )
            if done or left:
                made.append(Mended(file, before, self.now.layers.texts[file], done, left))
        return made

    def _mendable(self, one: Finding) -> bool:
        told = one.mend is not None and not one.allowed
        return told and (self.totals or one.name not in TOTALS)

    def _refuse(self, finding: Finding, why: str) -> None:
        self.tried.add(_identity(finding))
        self.refused.append((finding, why))

    def _attempt(self, batch: list[Placed]) -> None:
        """Make the mends of a batch; where they raise something, those that do not."""
        if not batch:
            return
        after, made = self._written(self.now, batch)
        further: list[Finding] = []
        raised = _raised(self.now.diagnostics, made, after.diagnostics)
        for _ in range(_FURTHER):
            if not raised or not all(one.name in TOTALS and self._mendable(one) for one in raised):
                break
            after, more = self._written(after, chosen(after.layers.texts, raised).apart)
            further += more
            raised = _raised(self.now.diagnostics, made, after.diagnostics)
        if not raised:
            self.now = after
            self.done += (*made, *further)
        elif len(batch) == 1:
            self._refuse(batch[0].finding, f"sửa xong thì lại có chỗ sai: {raised[0].message}")
        else:
            self._attempt(batch[: len(batch) // 2])

    def _written(
        self, dossier: api.Dossier, batch: list[Placed]
    ) -> tuple[api.Dossier, list[Finding]]:
        """The plan with mends in its text, examined again, and which mends these are."""
        texts, refused = applied(dossier.layers.texts, batch)
        for index, why in refused.items():
            self._refuse(batch[index].finding, why)
        given = {file: text.encode() for file, text in (dossier.layers.texts | texts).items()}
        path = Path(dossier.file)
        files = OverlayFiles(DiskFiles(office_folder(path.parent)), given)
        after = api.open_plan(path, self.today, self.first.office, files, self.memory)
        return after, [one.finding for at, one in enumerate(batch) if at not in refused]


def _identity(one: Finding) -> tuple[object, ...]:
    return one.name, one.path, one.needle, one.mend


def _raised(
    before: Iterable[Finding], made: Sequence[Finding], after: Iterable[Finding]
) -> list[Finding]:
    """What is found now and was not before, or still is after its mend, place by place.

    Of the mistakes of a kind that one text has only so many are told, and then the next ones.
    """
    left = Counter(map(_place, before))
    left.subtract(place for one in made if left[place := _place(one)] < MOST)
    new = []
    for one in after:
        left[_place(one)] -= 1
        if left[_place(one)] < 0:
            new.append(one)
    return new


def _place(one: Finding) -> tuple[str, Route]:
    return one.name, one.path
