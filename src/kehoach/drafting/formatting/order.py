"""The order of keys: that of the model's fields."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel

from kehoach.plan.schema import Slot, model_at, slots
from kehoach.source import Route
from kehoach.source.bases import EXTENDS
from kehoach.source.ids import ID
from kehoach.source.orders import ORDERS


def in_order(path: Route, keys: Sequence[str]) -> list[str]:
    """The keys of the map at a path as they are to be written.

    First `extends`, then the keys of the model in its order, then all others as they stand. What
    tells merging where an item goes follows its id.
    """
    model = model_at(path)
    known = keys_of()[model] if model else ()
    ranks = {key: rank for rank, key in enumerate((EXTENDS, *known))}
    others = ranks.get(getattr(model, "free", ""), len(ranks))  # cells by their columns
    return sorted(keys, key=lambda key: ranks.get(key, others))


@cache
def keys_of() -> dict[type[BaseModel], tuple[str, ...]]:
    """The keys of each model in order, an item's orders after its id."""
    return {model: _with_orders(_fields(model)) for model in slots()}


def _with_orders(fields: tuple[str, ...]) -> tuple[str, ...]:
    if ID not in fields:
        return (*ORDERS, *fields)
    place = fields.index(ID) + 1
    return (*fields[:place], *ORDERS, *fields[place:])


def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """A model's own fields, those it inherits after the plain ones that it begins with.

    Pydantic puts inherited ones first, which would set a project's budget before its id and title.
    """
    own = [one for one in inspect.get_annotations(model) if one in model.model_fields]
    bases = (base for base in model.__bases__ if issubclass(base, BaseModel))
    inherited = [one for base in bases for one in _fields(base) if one not in own]
    known = slots().get(model, {})  # a class that others inherit from has fields but no slots
    plain = next((i for i, one in enumerate(own) if _is_nested(known.get(one))), len(own))
    return (*own[:plain], *dict.fromkeys(inherited), *own[plain:])


def _is_nested(slot: Slot | None) -> bool:
    """Whether a field holds a map or a list of maps."""
    return slot is not None and (slot.model is not None or slot.mapped)
