"""Ways through a tree of maps and lists: every value by its route, one value read, one set."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.source.marks import Map, Mark, Route, Seq, Value


def within(value: Value) -> Iterator[tuple[str | int, Value]]:
    """The steps and values directly in a value, in the file's order; none in a text."""
    if isinstance(value, Map):
        yield from value.items()
    elif isinstance(value, Seq):
        yield from enumerate(value)


def walk(value: Value, route: Route = ()) -> Iterator[tuple[Route, Value]]:
    """A value, then all within it, each with its route."""
    yield route, value
    for step, one in within(value):
        yield from walk(one, (*route, step))


def leaves(value: Value, route: Route = ()) -> Iterator[tuple[Route, str | None]]:
    """The texts and empty values (None) within a value, each with its route."""
    for here, one in walk(value, route):
        if one is None or isinstance(one, str):
            yield here, one


def texts(value: Value, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The texts within a value, each with its route."""
    return ((here, one) for here, one in leaves(value, route) if one is not None)


def below(here: Value, step: str | int) -> Value:
    """The value one step down; None where there is none."""
    if isinstance(here, Map):
        return here.get(str(step))
    if isinstance(here, Seq) and isinstance(step, int) and 0 <= step < len(here):
        return here[step]
    return None


def get(here: Value, route: Route) -> Value:
    """The value that a route leads to; None where it leads nowhere."""
    for step in route:
        here = below(here, step)
    return here


def put(here: Value, route: Route, text: str, mark: Mark) -> Value:
    """The tree with a text at a route, placed at a mark; what does not change is shared.

    A last key that is not there is added. What leads there has to be there.
    """
    if not route:
        return text
    step, last = route[0], len(route) == 1
    one = put(below(here, step), route[1:], text, mark)
    if isinstance(here, Seq) and isinstance(step, int):
        seq = Seq(here.mark)
        seq += here
        seq.items_at, seq.removed = list(here.items_at), here.removed
        seq[step] = one
        return seq
    assert isinstance(here, Map)
    key = str(step)
    copy = Map(here.mark)
    copy |= here
    copy.keys_at, copy.values_at = dict(here.keys_at), dict(here.values_at)
    copy.overridden = here.overridden
    copy.put(key, one, mark if last else here.keys_at[key], mark if last else here.values_at[key])
    return copy
