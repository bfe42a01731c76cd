"""Two edits of one text that lie apart: other cells of a row, other lines of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from kehoach.plan.cells import cells_of
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import Route


class _Hunk(NamedTuple):
    """`base[start:end]` becomes `lines`."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged_text(base: Any, ours: Any, theirs: Any, path: Route) -> str | None:
    """Both edits in one text; None where they meet."""
    texts = (base, ours, theirs)
    if not all(isinstance(one, str) for one in texts):
        return None
    if kind_at(path) is TextKind.CELL:
        return _row(*(cells_of(one) for one in texts))
    lines = [one.split("\n") for one in texts]
    return _lines(*lines) if min(map(len, lines)) > 1 else None


def _row(base: list[str], ours: list[str], theirs: list[str]) -> str | None:
    if not len(base) == len(ours) == len(theirs):
        return None
    cells = [_cell(*three) for three in zip(base, ours, theirs, strict=True)]
    return None if None in cells else " | ".join(one or "" for one in cells).strip()


def _cell(base: str, ours: str, theirs: str) -> str | None:
    if theirs in (base, ours):
        return ours
    return theirs if base == ours else None


def _lines(base: list[str], ours: list[str], theirs: list[str]) -> str | None:
    hunks = sorted({*_hunks(base, ours), *_hunks(base, theirs)})
    made, at = [], 0
    last = -1
    for one in hunks:
        if one.start < at or (one.start == at == last):
            return None
        made += [*base[at : one.start], *one.lines]
        at = one.end
        last = one.start if one.start == one.end else -1
    return "\n".join([*made, *base[at:]])


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [_Hunk(i, j, tuple(new[k:m])) for tag, i, j, k, m in found if tag != "equal"]
