"""A mistake put into a plan, the plan examined again, and what was found that was not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kehoach import api
from kehoach.diagnostics import Finding
from kehoach.source import DiskFiles, OverlayFiles, office_folder
from mutations.subject import TODAY, Edit, Mutation, Subject

Place = tuple[str, int]
_ASIDE = {"unused-allowance"}


@dataclass(frozen=True)
class Trial:
    """What became of one mistake.

    Attributes:
        subject: the plan.
        lines: where a finding is right: the edited lines and those that contradict them.
        shown: the first edited line as it was and as it became.
        names: checks that found something new.
        placed: whether one of them stands on a right line.
        void: whether it is no trial: it came under a finding accepted beforehand, or mended one.
    """

    subject: str
    lines: frozenset[Place]
    shown: tuple[str, str]
    names: tuple[str, ...]
    placed: bool
    void: bool


def run(subject: Subject, mutation: Mutation) -> Trial:
    """Examine a plan with one mistake in it."""
    texts = subject.dossier.layers.texts
    edited = {name: applied(text, name, mutation.edits) for name, text in texts.items()}
    changed = {name: text.encode() for name, text in edited.items() if text != texts[name]}
    files = OverlayFiles(DiskFiles(office_folder(subject.path.parent)), changed)
    after = api.open_plan(subject.path, TODAY, files=files).diagnostics
    found = _new(subject.dossier.diagnostics, after)
    lines = right_lines(edited, mutation)
    open_ones = [one for one in found if not one.allowed]
    return Trial(
        subject.name,
        lines,
        _shown(texts, edited, mutation.edits[0]),
        tuple(sorted({one.name for one in open_ones})),
        any(one.mark and (one.mark.file, one.mark.line) in lines for one in open_ones),
        not open_ones and (bool(found) or bool(_new(after, subject.dossier.diagnostics))),
    )


def applied(text: str, file: str, edits: Sequence[Edit]) -> str:
    """A file's text with its edits."""
    for edit in sorted(edits, key=lambda one: -one.start):
        if edit.file == file:
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def right_lines(after: dict[str, str], mutation: Mutation) -> frozenset[Place]:
    """The lines, in the edited files, of the edits and of the places that contradict them."""
    found: set[Place] = set()
    for edit in mutation.edits:
        start = _moved(edit.file, edit.start, mutation.edits)
        first = after[edit.file].count("\n", 0, start) + 1
        last = first + edit.text.rstrip("\n").count("\n")
        found |= {(edit.file, line) for line in range(first, last + 1)}
    for mark in mutation.partners:
        start = _moved(mark.file, mark.start, mutation.edits)
        found.add((mark.file, after[mark.file].count("\n", 0, start) + 1))
    return frozenset(found)


def _moved(file: str, offset: int, edits: Sequence[Edit]) -> int:
    """Where an offset comes to stand when what is before it has changed."""
    earlier = (one for one in edits if one.file == file and one.end <= offset)
    moves = (len(one.text) - (one.end - one.start) for one in earlier if one.start < offset)
    return offset + ([0, *accumulate(moves)])[-1]


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The errors and warnings that were not there before, wherever they stand."""
    known = Counter((one.name, one.message) for one in before)
    found = []
    for one in after:
        key = (one.name, one.message)
        if known[key] > 0:
            known[key] -= 1
        elif one.severity in {"error", "warning"} and one.name not in _ASIDE:
            found.append(one)
    return found


def _shown(before: dict[str, str], after: dict[str, str], edit: Edit) -> tuple[str, str]:
    """The line of an edit, before and after, cut around what changed."""
    pair = []
    for text, length in (
        (before[edit.file], edit.end - edit.start),
        (after[edit.file], len(edit.text)),
    ):
        start = max(text.rfind("\n", 0, edit.start) + 1, edit.start - 60)
        end = min(edit.start + min(length, 80) + 60, len(text))
        pair.append(" ".join(text[start:end].partition("\n\n")[0].split()))
    return pair[0], pair[1]
