"""What a file says, as plain data, and what it is to say after edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from enum import Enum
from typing import Any, NamedTuple

from kehoach.editing.scalars import alias_at
from kehoach.source import Finding, Map, Mark, Route, Seq, Value, read


class Gone(Enum):
    """The value of a route that is to be no more."""

    GONE = "gone"


GONE = Gone.GONE


class Alias(NamedTuple):
    """`*name` in place of a value: what it repeats changes with the value that it names."""

    name: str


class Meant(NamedTuple):
    """What an edit means: the value of a route, plain; of a new key too; or that it is gone.

    `key` gives the value's key another name; `inserted` makes room in a list for one more item.
    """

    route: Route
    value: Any = None
    key: str = ""
    inserted: bool = False


def says(text: str, name: str = "", known: int = 0) -> Any:
    """What a file's text says, `*name` as it stands; None where it has more errors than known."""
    root, problems = read(name, text.encode("utf-8", "replace"))
    if root is None or errors(problems) > known:
        return None
    return said(root, root.mark, text)


def errors(problems: Iterable[Finding]) -> int:
    """How many findings of a reader are errors."""
    return sum(one.severity == "error" for one in problems)


def said(value: Value, mark: Mark, text: str) -> Any:
    """A value of a file as plain data."""
    if alias := alias_at(mark, text):
        return Alias(alias)
    if isinstance(value, Map):
        return {key: said(one, value.values_at[key], text) for key, one in value.items()}
    if isinstance(value, Seq):
        return [said(one, at, text) for one, at in zip(value, value.items_at, strict=True)]
    return value


def with_meant(tree: Any, meant: Iterable[Meant]) -> Any:
    """The tree after edits.

    Raises:
        LookupError: two of them cannot both be meant.
    """
    made, later, renamed = deepcopy(tree), [], []
    for one in meant:
        if one.key:
            renamed.append(one)
        elif one.value is GONE or one.inserted:
            later.append(one)
        else:
            _owner(made, one.route)[one.route[-1]] = one.value
    for one in sorted(later, key=_from_the_end):
        _move(made, one)
    _rename(made, renamed)
    return made


def _from_the_end(one: Meant) -> tuple[int, list[tuple[int, str]]]:
    """The innermost first, and later items of a list, so that the places of the others hold."""
    steps = [(-step, "") if isinstance(step, int) else (1, step) for step in one.route]
    return -len(steps), steps


def _move(tree: Any, one: Meant) -> None:
    owner, step = _owner(tree, one.route), one.route[-1]
    if one.inserted:
        owner.insert(step, one.value)
        return
    del owner[step]
    if not owner and len(one.route) > 1:  # a block without items is read as no value
        _owner(tree, one.route[:-1])[one.route[-2]] = None


def _rename(tree: Any, meant: Iterable[Meant]) -> None:
    """New names for keys, all at once, since one may get the name that another gives up."""
    deepest = sorted(meant, key=_from_the_end)
    taken = [(one, owner := _owner(tree, one.route), owner.pop(one.route[-1])) for one in deepest]
    for one, owner, value in taken:
        if one.key in owner:
            raise KeyError(one.key)
        owner[one.key] = value


def _owner(tree: Any, route: Route) -> Any:
    for step in route[:-1]:
        tree = tree[step]
    if not isinstance(tree, (dict, list)):
        raise KeyError(route)
    return tree


def differences(one: Any, two: Any, route: Route = ()) -> Iterator[Route]:
    """The routes at which two trees of plain data differ."""
    if isinstance(one, dict) and isinstance(two, dict):
        for key in {**one, **two}:
            if key in one and key in two:
                yield from differences(one[key], two[key], (*route, key))
            else:
                yield (*route, key)
    elif isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        for index, pair in enumerate(zip(one, two, strict=True)):
            yield from differences(*pair, (*route, index))
    elif one != two:
        yield route
