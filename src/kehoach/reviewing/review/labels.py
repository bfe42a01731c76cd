"""Places of a plan in the reader's words: `Dự án 2 (Chương trình 135): vốn sự nghiệp`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.plan.labels import item_label, shortened, title_of
from kehoach.reviewing.review.changes import Item, Step
from kehoach.reviewing.review.keys import key_of
from kehoach.source import Route

_SILENT = {"subprojects", "sections", "rows", "tables", "columns", "targets", "budget", "facets"}


def part_of(path: tuple[Step, ...]) -> str:
    """The part of the plan that a path is in, by its title."""
    return (title_of((str(path[0]),)) if path else "") or "Kế hoạch"


def place_of(path: tuple[Step, ...], root: Any) -> str:
    """Where in its part: the items on the way and the field at the end, parted by `: `."""
    return ": ".join(one for one in _words(path, root) if one)


def _words(path: tuple[Step, ...], root: Any) -> Iterator[str]:
    here = root
    route: Route = ()
    for index, step in enumerate(path):
        if isinstance(step, Item):
            here = _item(here, step.key)
            route = (*route, 0)
            yield item_label(here, step.key)
        else:
            here = here.get(step) if isinstance(here, dict) else None
            route = (*route, step)
            if index and step not in _SILENT:
                title = title_of(route) or step
                yield title[:1].lower() + title[1:]


def _item(here: Any, key: str) -> Any:
    items = here if isinstance(here, list) else ()
    return next((one for one in items if key_of(one) == key), None)


def summary(value: Any) -> str:
    """A value as one line."""
    if isinstance(value, dict):
        return item_label(value, key_of(value) or f"{len(value)} khóa")
    if isinstance(value, list):
        return f"{len(value)} mục"
    return shortened(str(value or ""), 160) or "(để trống)"
