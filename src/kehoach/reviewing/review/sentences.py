"""Changes as sentences of the domain, grouped by part, with their consequences below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.plan.cells import cells_of
from kehoach.plan.labels import shortened
from kehoach.reviewing.review.changes import Change, Item
from kehoach.reviewing.review.figures import moved
from kehoach.reviewing.review.labels import part_of, place_of, summary
from kehoach.reviewing.review.words import Stretch, around, compare


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One change told: where, what happened, the texts side by side, what changes along with it."""

    change: Change
    part: str
    place: str
    text: str
    pieces: tuple[Stretch, ...] = ()
    knock_on: tuple[str, ...] = ()


def entries(
    found: Sequence[Change], old: Any, new: Any, knock_on: Mapping[int, Sequence[str]]
) -> list[ChangeEntry]:
    """The changes told; `knock_on` has what follows from each, by its place in the list."""
    return [
        _entry(one, old, new, tuple(knock_on.get(index, ()))) for index, one in enumerate(found)
    ]


def _entry(one: Change, old: Any, new: Any, knock_on: tuple[str, ...]) -> ChangeEntry:
    root = old if one.kind == "removed" else new
    place = place_of(one.path[:-1] if isinstance(one.path[-1], Item) else one.path, root)
    text, pieces = _message(one, root)
    return ChangeEntry(one, part_of(one.path), place, text, pieces, knock_on)


def _message(one: Change, root: Any) -> tuple[str, tuple[Stretch, ...]]:
    match one.kind:
        case "added":
            return f"thêm {_named(one.new, one)}", ()
        case "removed":
            return f"bỏ {_named(one.old, one)}", ()
        case "moved":
            where = f"xuống sau “{_label(one, root, one.after)}”" if one.after else "lên đầu"
            return f"chuyển “{_label(one, root, _key(one))}” {where}", ()
    return _changed(one)


def _key(one: Change) -> str:
    last = one.path[-1]
    return last.key if isinstance(last, Item) else last


def _label(one: Change, root: Any, key: str) -> str:
    """What a reader calls the item of this key, beside the one that changed."""
    place = place_of((*one.path[:-1], Item(key)), root)
    return shortened(place.rpartition(": ")[2] or key, 60)


def _named(value: Any, one: Change) -> str:
    name = summary(value)
    money = _money(value)
    return f"“{name}”{f' ({money})' if money else ''}" if name else f"“{shortened(_key(one), 60)}”"


def _money(value: Any) -> str:
    budget = value.get("budget") if isinstance(value, dict) else None
    if isinstance(budget, str):
        return budget
    return str(budget.get("total") or "") if isinstance(budget, dict) else ""


def _changed(one: Change) -> tuple[str, tuple[Stretch, ...]]:
    old, new = _row(one.old), _row(one.new)
    if not isinstance(old, str) or not isinstance(new, str):
        return f"{summary(old)} -> {summary(new)}", ()
    figure = moved(old, new)
    if figure:
        return figure, ()
    if "|" in old and "|" in new and isinstance(one.path[-1], Item):
        return "; ".join(_cells(old, new)), ()
    pieces = tuple(compare(old, new))
    return marked(around(list(pieces))), pieces


def _row(value: Any) -> Any:
    """A row that is written as a list, on one line."""
    if isinstance(value, list) and all(isinstance(one, str | None) for one in value):
        return " | ".join(one or "" for one in value)
    return value


def _cells(old: str, new: str) -> Iterator[str]:
    """The cells of a row that changed."""
    before, after = map(cells_of, (old, new))
    yield before[0]
    for one, two in zip(before[1:], after[1:], strict=False):
        if one != two:
            yield moved(one, two) or f"“{one}” -> “{two}”"


def marked(pieces: Sequence[Stretch]) -> str:
    """Words with what is gone in [-brackets-] and what is new in {+braces+}."""
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[one.kind].format(" ".join(one.text.split("\n"))) for one in pieces)
