"""The plain values of one plan file, each with where and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.source import Map, Mark, Route, Seq, Value


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: its text, and `start:end`, where it is written in the file's text.

    `flow` tells that it stands within brackets or braces.
    """

    path: Route
    value: str
    start: int
    end: int
    style: str
    flow: bool

    @property
    def key(self) -> str:
        """The last key of its path."""
        return next((one for one in reversed(self.path) if isinstance(one, str)), "")


class Spot(NamedTuple):
    """A piece of a value, by its place in the file's text."""

    scalar: Scalar
    start: int
    end: int


def scalars(root: Value, text: str) -> Iterator[Scalar]:
    """Every value that is written out in the file; what an alias repeats is told once."""
    if isinstance(root, (Map, Seq)):
        yield from _below(root, (), text, flow=False)


def _below(value: Map | Seq, path: Route, text: str, *, flow: bool) -> Iterator[Scalar]:
    inside = flow or is_flow(value, text)
    for step, one, mark in _items(value):
        here = (*path, step)
        if text.startswith("*", mark.start):
            continue
        if isinstance(one, (Map, Seq)):
            yield from _below(one, here, text, flow=inside)
        elif one is not None:
            yield _scalar(here, one, mark, text, flow=inside)


def _items(value: Map | Seq) -> Iterator[tuple[str | int, Value, Mark]]:
    if isinstance(value, Map):
        yield from ((key, one, value.values_at[key]) for key, one in value.items())
    else:
        for index, one in enumerate(value):
            yield index, one, value.items_at[index]


def _scalar(path: Route, value: str, mark: Mark, text: str, *, flow: bool) -> Scalar:
    first = text[mark.start]
    style = first if first in "\"'|>" else ""
    # A block's mark runs on over the empty lines after it.
    end = mark.start + len(text[mark.start : mark.end].rstrip())
    return Scalar(path, value, mark.start, end, style, flow)


def is_flow(value: Value, text: str) -> bool:
    """Whether a map or list is written in braces or brackets."""
    return isinstance(value, (Map, Seq)) and text[value.mark.start : value.mark.start + 1] in "{["
