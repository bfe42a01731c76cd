"""Mends as edits of the files of a plan: which of them can be made at once, and what they give."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kehoach.diagnostics import Finding
from kehoach.editing.edits import Edit, edited
from kehoach.editing.scalars import Scalar, scalars
from kehoach.source import read

TWO_WAYS = "có hai cách sửa khác nhau"


class Placed(NamedTuple):
    """A finding and the edit that mends it."""

    finding: Finding
    edit: Edit


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be mended next.

    Attributes:
        apart: mends no two of which meet.
        refused: findings that are not mended, each with the reason.
    """

    apart: list[Placed] = field(default_factory=list)
    refused: list[tuple[Finding, str]] = field(default_factory=list)


def chosen(texts: Mapping[str, str], found: Iterable[Finding]) -> Chosen:
    """The mends that can be made at once; of those that meet the first, the others later."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        if one.mark and one.mark.file in texts:
            by_file[one.mark.file].append(one)
    made = Chosen()
    for file, own in by_file.items():
        root, _ = read(file, texts[file].encode())
        if root is None:
            continue  # a sheet of figures, which no mend is written into
        written = sorted(scalars(root, texts[file], keys=True), key=lambda each: each.start)
        placed = [Placed(one, edit) for one in own if (edit := _edit(one, written))]
        _choose(sorted(placed, key=lambda pair: pair.edit[:2]), made)
    return made


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


def _choose(placed: list[Placed], made: Chosen) -> None:
    """In order of place: what begins before the last one ends waits, or is told as refused."""
    for near in _clusters(placed):
        reached = -1
        for one in near:
            if any(_disagree(one.edit, other.edit) for other in near):
                made.refused.append((one.finding, TWO_WAYS))
            elif one.edit.start >= reached:
                made.apart.append(one)
                reached = one.edit.end


def _clusters(ordered: list[Placed]) -> Iterator[list[Placed]]:
    """Runs of edits each of which begins before an earlier one ends."""
    near: list[Placed] = []
    reached = 0
    for pair in ordered:
        if near and pair.edit.start >= reached:
            yield near
            near = []
        near.append(pair)
        reached = max(reached, pair.edit.end)
    if near:
        yield near


def _disagree(one: Edit, other: Edit) -> bool:
    """Whether two edits make different words of the same letters."""
    return one[:2] == other[:2] and one.new != other.new


def applied(texts: Mapping[str, str], batch: list[Placed]) -> tuple[dict[str, str], dict[int, str]]:
    """The files that change, and why a mend could not be written, by its place in the batch."""
    by_file: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(batch):
        assert one.finding.mark is not None
        by_file[one.finding.mark.file].append(index)
    new: dict[str, str] = {}
    refused: dict[int, str] = {}
    for file, own in by_file.items():
        root, _ = read(file, texts[file].encode())
        assert root is not None
        done = edited(root, texts[file], [(batch[index].edit,) for index in own])
        new[file] = done.text
        refused |= {own[index]: why for index, why in done.refused.items()}
    return new, refused
