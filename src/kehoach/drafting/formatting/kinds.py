"""What the model says stands at a path: a model, a list, a map, a text."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union

from pydantic import BaseModel

from kehoach.plan import Plan
from kehoach.source import Route


@cache
def hints_of(model: type[BaseModel]) -> dict[str, Any]:
    """The type of each field, its metadata with it."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


@cache
def kind_at(path: Route) -> Any:
    """The type of the value at a path; None where the model knows none."""
    return _below(kind_at(path[:-1]), path[-1]) if path else Plan


def model_of(kind: Any) -> type[BaseModel] | None:
    """The model among the choices of a type."""
    found = (one for one in choices(kind) if isinstance(one, type) and issubclass(one, BaseModel))
    return next(found, None)


def choices(kind: Any) -> Iterator[Any]:
    """The members of a union; a type that is none is its own only choice."""
    if typing.get_origin(kind) in (Union, types.UnionType):
        for one in typing.get_args(kind):
            yield from choices(one)
    else:
        yield kind


def _below(kind: Any, step: str | int) -> Any:
    found = (_step(one, step) for one in choices(kind))
    return next((one for one in found if one is not None), None)


def _step(kind: Any, step: str | int) -> Any:
    """The type of the item or key of a type; None where it has none."""
    if typing.get_origin(kind) is Annotated:
        return _step(typing.get_args(kind)[0], step)
    if isinstance(step, str):
        model = model_of(kind)
        if model:
            return hints_of(model).get(step)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    listed = isinstance(origin, type) and issubclass(origin, list | tuple)
    if isinstance(step, int):
        return inner[0] if listed else None
    return inner[1] if origin is dict else None
