"""Places of a plan in the reader's words: `Dự án 2 (Chương trình 135): vốn sự nghiệp`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.plan.schema import field_at
from kehoach.reviewing.review.changes import Item, Step
from kehoach.reviewing.review.keys import key_of
from kehoach.source import Map, Mark, Route, Seq

_SILENT = {"subprojects", "sections", "rows", "tables", "columns", "targets", "budget", "facets"}


def part_of(path: tuple[Step, ...]) -> str:
    """The part of the plan that a path is in, by its title."""
    field = field_at((str(path[0]),)) if path else None
    return str(field.title) if field and field.title else "Kế hoạch"


def place_of(path: tuple[Step, ...], root: Any) -> str:
    """Where in its part: the items on the way and the field at the end, parted by `: `."""
    return ": ".join(one for one in _words(path, root) if one)


def _words(path: tuple[Step, ...], root: Any) -> Iterator[str]:
    here = root
    model_path: Route = ()
    for index, step in enumerate(path):
        if isinstance(step, Item):
            here = _item(here, step.key)
            model_path = (*model_path, 0)
            yield item_label(here, step.key)
        else:
            here = here.get(step) if isinstance(here, dict) else None
            model_path = (*model_path, step)
            if index and step not in _SILENT:
                yield _field(model_path, step)


def _field(path: Route, step: str) -> str:
    field = field_at(path)
    title = str(field.title) if field and field.title else step
    return title[:1].lower() + title[1:]


def _item(here: Any, key: str) -> Any:
    if not isinstance(here, list):
        return None
    return next((one for one in here if key_of(_as_map(one)) == key), None)


def _as_map(value: Any) -> Any:
    if not isinstance(value, dict) or isinstance(value, Map):
        return value
    made = Map(Mark("", 0, 0))
    made.update(value)
    return made


def item_label(item: Any, key: str) -> str:
    """An item by what a reader calls it."""
    if not isinstance(item, dict):
        return key
    if item.get("code"):
        return f"{item['code']} ({item['title']})" if item.get("title") else str(item["code"])
    for name in ("title", "indicator", "label"):
        if isinstance(item.get(name), str) and item[name]:
            return str(item[name])
    if item.get("number") and item.get("type"):
        return f"{item['type']} {item['number']}"
    return shortened(str(item.get("text") or key))


def shortened(text: str, width: int = 90) -> str:
    """The first words of a text."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rsplit(' ', 1)[0]} …"


def summary(value: Any) -> str:
    """A value as one line."""
    if isinstance(value, dict):
        return item_label(value, key_of(_as_map(value)) or f"{len(value)} khóa")
    if isinstance(value, list | Seq):
        return f"{len(value)} mục"
    return shortened(str(value or ""), 160) or "(để trống)"
