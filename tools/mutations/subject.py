"""A plan that mistakes are put into, and the mistakes: replaced stretches of its files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kehoach import api
from kehoach.plan import Plan
from kehoach.registers import Registers
from kehoach.source import Map, Mark, Route, Seq, Value

TODAY = dt.date(2026, 11, 22)

_PROSE = {
    *("text", "general", "preamble", "closing", "ending", "note"),
    *("objective", "beneficiaries", "content", "funding", "assignment"),
}
_LISTED = {"sections", "articles", "footnotes"}
_NOT_PROSE = {"legal_bases", "recipients", "allow", "signer"}
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[\^\w+\]", re.DOTALL)


class Spot(NamedTuple):
    """One plain value of a plan: where the plan has it and where it is written."""

    path: Route
    value: str
    mark: Mark


class Edit(NamedTuple):
    """A stretch of a file and what is to stand there."""

    file: str
    start: int
    end: int
    text: str


class Mutation(NamedTuple):
    """One mistake: the stretches that are replaced, and other places that contradict them."""

    edits: tuple[Edit, ...]
    partners: tuple[Mark, ...] = ()


Mutate = Callable[["Subject"], Iterator[Mutation]]


@dataclass(frozen=True)
class Subject:
    """A plan as read, with the files it is made of."""

    path: Path
    dossier: api.Dossier

    @classmethod
    def open(cls, path: Path) -> Subject:
        """The plan of a file."""
        return cls(path, api.open_plan(path, TODAY))

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def clean(self) -> bool:
        """Whether nothing but notes and accepted findings is found in it."""
        found = self.dossier.diagnostics
        return not any(one.severity in {"error", "warning"} and not one.allowed for one in found)

    @property
    def plan(self) -> Plan:
        assert self.dossier.plan is not None
        return self.dossier.plan

    @property
    def root(self) -> Map:
        assert self.dossier.layers.root is not None
        return self.dossier.layers.root

    @property
    def issued(self) -> dt.date:
        """The day after which no source can be."""
        return self.plan.issued_on or TODAY

    @property
    def day(self) -> dt.date:
        """The day on which its names have to be right; of an old plan without a date its year."""
        year = self.plan.year or (self.plan.period.start if self.plan.period else TODAY.year)
        return self.plan.issued_on or min(TODAY, dt.date(year, 3, 1))

    @property
    def registers(self) -> Registers:
        return api.registers_of(self.dossier.office.registers)[0]

    def raw(self, mark: Mark) -> str:
        """What is written at a place."""
        return self.dossier.layers.texts[mark.file][mark.start : mark.end]

    @cached_property
    def maps(self) -> list[tuple[Route, Map]]:
        """Every map of the merged tree that stands in a plan file, with its path."""
        texts = self.dossier.layers.texts
        return [(path, one) for path, one in _maps(self.root, ()) if one.mark.file in texts]

    @cached_property
    def spots(self) -> list[Spot]:
        """Every plain value that counts, once, where it is written out (not where it is `*x`)."""
        texts = self.dossier.layers.texts  # a table's data file is no YAML and has none here
        here = (one for one in _spots(self.root, ()) if one.mark.file in texts)
        found = (one for one in here if not self.raw(one.mark).startswith("*"))
        once = {(one.mark.file, one.mark.start): one for one in found}
        return [self._unanchored(one) for one in once.values()]

    def _unanchored(self, spot: Spot) -> Spot:
        """The spot without the `&name ` that may stand before its value."""
        anchor = re.match(r"&\w+\s+", self.raw(spot.mark))
        if anchor is None:
            return spot
        return spot._replace(mark=spot.mark._replace(start=spot.mark.start + anchor.end()))

    def keyed(self, *names: str) -> Iterator[Spot]:
        """The values of these keys, or listed under them."""
        return (one for one in self.spots if key_of(one.path) in names)

    @cached_property
    def prose(self) -> list[Spot]:
        """The values that hold sentences."""
        return [one for one in self.spots if _is_prose(one.path) and one.path[0] not in _NOT_PROSE]

    def found(self, pattern: re.Pattern[str], spots: Iterable[Spot]) -> Iterator[Found]:
        """Where a pattern stands in the written form of values, expressions left out."""
        for spot in spots:
            raw = self.raw(spot.mark)
            hidden = [one.span() for one in _EXPRESSION.finditer(raw)]
            for match in pattern.finditer(raw):
                if not any(start < match.end() and match.start() < end for start, end in hidden):
                    yield Found(spot, match)


class Found(NamedTuple):
    """A match in the written form of a value."""

    spot: Spot
    match: re.Match[str]

    @property
    def mark(self) -> Mark:
        """The place of the match; only its offsets are right."""
        at = self.spot.mark
        return at._replace(start=at.start + self.match.start(), end=at.start + self.match.end())

    def edit(self, text: str, group: str | int = 0) -> Edit:
        """The match, or a group of it, replaced."""
        at = self.spot.mark
        return Edit(
            at.file, at.start + self.match.start(group), at.start + self.match.end(group), text
        )

    def mutation(self, text: str, group: str | int = 0, *partners: Mark) -> Mutation:
        return Mutation((self.edit(text, group),), partners)


def replaced(mark: Mark, text: str, *partners: Mark) -> Mutation:
    """A whole value replaced."""
    return Mutation((Edit(mark.file, mark.start, mark.end, text),), partners)


def key_of(path: Route) -> str:
    """The last key of a path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _is_prose(path: Route) -> bool:
    if _NOT_PROSE & set(path):
        return False
    listed = isinstance(path[-1], int) and key_of(path) in _LISTED
    return listed or path[-1] in _PROSE or path[0] == "footnotes"


def _spots(value: Value, path: Route) -> Iterator[Spot]:
    pairs: Iterable[tuple[str | int, Value, Mark]] = ()
    if isinstance(value, Map):
        pairs = ((key, one, value.values_at[key]) for key, one in value.items())
    elif isinstance(value, Seq):
        pairs = ((i, one, value.items_at[i]) for i, one in enumerate(value))
    for step, one, mark in pairs:
        if isinstance(one, str):
            yield Spot((*path, step), one, mark)
        else:
            yield from _spots(one, (*path, step))


def _maps(value: Value, path: Route) -> Iterator[tuple[Route, Map]]:
    if isinstance(value, Map):
        yield path, value
        for key, one in value.items():
            yield from _maps(one, (*path, key))
    elif isinstance(value, Seq):
        for index, one in enumerate(value):
            yield from _maps(one, (*path, index))
