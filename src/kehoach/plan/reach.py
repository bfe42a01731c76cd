"""What an expression may reach from a value: fields of the model, items by key or number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateRuntimeError
from pydantic import BaseModel

from kehoach.plan.base import Entry, Items
from kehoach.plan.figures import Figures, Line
from kehoach.plan.grammar import RefusedError
from kehoach.plan.tables import Table

_DAY = ("day", "month", "year")


class UnknownNameError(TemplateRuntimeError):
    """An expression names what the plan does not have.

    `known` are the names that stand there; None where the name is one of the plan's own.
    """

    def __init__(self, name: str, known: list[str] | None) -> None:
        super().__init__(name)
        self.name, self.known = name, known


class Reach:
    """Looks values up; remembers the ids of lists and the worked-out tables of one plan."""

    def __init__(self) -> None:
        self._keys: dict[int, tuple[Any, dict[str, Any]]] = {}
        self._figures: dict[int, tuple[Table, Figures]] = {}

    def field(self, owner: Any, name: str) -> Any:
        """What stands after a dot; an empty value has only empty fields.

        Raises:
            UnknownNameError: the owner has no such field, and methods are no fields.
            UnreadyError: a figure of a table that waits for others.
        """
        if name.startswith("_"):
            raise RefusedError("điều này không được phép trong kế hoạch")
        match owner:
            case None:
                return None
            case dict() if name in owner:
                return owner[name]
            case Items() if (found := self._by_key(owner).get(name)) is not None:
                return found
            case Figures() if (row := owner.row(name)) is not None:
                return row
            case Line() if name in owner.cells:
                return owner.cells[name]
            case Line() if name in names_of(owner.written):
                return getattr(owner.written, name)
            case Table() if name == "total":
                return self._worked(owner).total
            case Table() if name == "rows":
                return self._worked(owner)
            case BaseModel() | object(__dataclass_fields__=_) | dt.date() if name in _fields(owner):
                return getattr(owner, name)
        raise UnknownNameError(name, names_of(owner))

    def item(self, owner: Any, key: str | int) -> Any:
        """What stands in brackets: an item by its number from 0, or anything by its name."""
        found = None
        match owner:
            case None:
                return None
            case Figures():
                found = owner.row(key)
            case dict():
                found = owner.get(key, owner.get(_whole(key)))
            case tuple() if isinstance(key, int):
                found = owner[key] if -len(owner) <= key < len(owner) else None
            case _ if isinstance(key, str):
                return self.field(owner, key)
        if found is None:
            raise UnknownNameError(str(key), names_of(owner))
        return found

    def each(self, items: Any, path: str) -> list[Any]:
        """What a dotted path gives from each item, and from each item of lists on the way."""
        found = list(items) if isinstance(items, tuple) else [items]
        for step in path.split("."):
            found = [one for owner in found for one in _spread(self.field(owner, step))]
        return found

    def _by_key(self, items: Items[Any]) -> dict[str, Any]:
        """The items by id or key, the first of each; found once for each list."""
        if id(items) not in self._keys:
            named = {key: one for one in reversed(items) for key in _keys(one)}
            self._keys[id(items)] = (items, named)
        return self._keys[id(items)][1]

    def _worked(self, table: Table) -> Figures:
        if id(table) not in self._figures:
            self._figures[id(table)] = (table, Figures(table))
        return self._figures[id(table)][1]


def _spread(value: Any) -> Iterable[Any]:
    many = value if isinstance(value, tuple) else (value,)
    return (one for one in many if one is not None and one != "")


def _whole(key: str | int) -> Any:
    """Years are numbers where they are keys: `years["2027"]`."""
    return int(key) if isinstance(key, str) and key.isdecimal() and len(key) < 9 else key


def _keys(one: Any) -> list[str]:
    found = (getattr(one, "key", None), getattr(one, "id", None))
    return [key for key in found if isinstance(key, str) and key]


def names_of(owner: Any) -> list[str]:
    """What may stand after the dot; nothing after a text or a number."""
    match owner:
        case dict():
            return [str(key) for key in owner]
        case Items():
            return [key for one in owner for key in _keys(one)[-1:]]
        case Figures():
            return owner.names
        case Line():
            return [*owner.cells, *names_of(owner.written)]
    return list(_fields(owner))


def _fields(owner: Any) -> tuple[str, ...]:
    """The fields of a model and what the project computes of them; those of its plain values."""
    kind = type(owner)
    if isinstance(owner, dt.date):
        return _DAY
    if isinstance(owner, BaseModel):
        own = [one for one in kind.__mro__ if issubclass(one, Entry)]
        return (*kind.model_fields, *_computed(own))
    if kind.__module__.startswith("kehoach.formats.values"):
        return (*kind.__dataclass_fields__, *_computed([kind]))
    return ()


def _computed(kinds: Iterable[type]) -> list[str]:
    pairs = (pair for kind in kinds for pair in vars(kind).items())
    return [name for name, one in pairs if isinstance(one, property) and name[0] != "_"]
