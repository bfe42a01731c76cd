"""Change one figure of a plan's text, and see what the documents show of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kehoach.api import Dossier, examine
from kehoach.documents import Scope, every_paper
from kehoach.issuing import scope_of
from kehoach.source import Layers, Route, load, locate

TODAY = dt.date(2026, 6, 30)
_NUMBER = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")


class OneFile:
    """A plan's text that stands on no disk."""

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, _name: str) -> bytes:
        return self.text.encode()


def parsed(text: str) -> Layers:
    return load("plan.yaml", OneFile(text))


def opened(text: str, beside: Path) -> Dossier:
    return examine(parsed(text), beside, TODAY)


def changed(text: str, layers: Layers, path: Route, cell: int | None, figure: str) -> str:
    """The text with another number in the value at a path, or in one cell of it."""
    assert layers.root is not None
    mark = locate(layers.root, path)
    cells = text[mark.start : mark.end].split("|")
    place = cell or 0
    cells[place] = _NUMBER.sub(figure, cells[place], count=1)
    return text[: mark.start] + "|".join(cells) + text[mark.end :]


def shown(dossier: Dossier) -> list[str]:
    """Every text of every document that the plan makes, in order."""
    scope: Scope = scope_of(dossier, TODAY)
    return [text for paper in every_paper(scope) for text in _texts(paper.context)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
