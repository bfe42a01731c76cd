"""The way to a value of a plan: as steps, and as text in messages, `allow` and kehoach.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.source.ids import id_of
from kehoach.source.marks import Map, Route, Seq, Value
from kehoach.source.tree import below

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_STEP_END = re.compile(r"[.\[]")


def route_text(route: Route) -> str:
    """A route as the user writes it to allow a finding.

    >>> route_text(("projects", 1, "budget", "total"))
    'projects[1].budget.total'
    """
    text = ""
    for step in route:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def named_route(root: Value, route: Route) -> str:
    """The same with ids for places where items have them: `projects.da_2.budget.total`."""
    here, text = root, ""
    for step in route:
        here = below(here, step)
        name = id_of(here) if isinstance(step, int) else None
        text = f"{text}.{name}" if name else route_text((text, step)) if text else str(step)
    return text


def find_route(root: Value, text: str) -> Route | None:
    """The route that a text such as `projects.da_2.budget[0]` names in a tree.

    None where a step of it leads nowhere.
    """
    route: list[str | int] = []
    here = root
    for index, name in _STEP.findall(text):
        step = _step(here, index, name)
        if step is None:
            return None
        route.append(step)
        here = below(here, step)
    return tuple(route)


def _step(here: Value, index: str, name: str) -> str | int | None:
    if isinstance(here, Map):
        return name if name in here else None
    if not isinstance(here, Seq):
        return None
    if index:
        return int(index) if len(index) < 10 and int(index) < len(here) else None
    return next((place for place, one in enumerate(here) if id_of(one) == name), None)


def covering(spellings: Iterable[str]) -> Iterator[str]:
    """The routes by which a value is meant in `allow` or kehoach.toml: its own and its holders'.

    Args:
        spellings: the value's route, with places and with ids.

    >>> list(covering(["a.b[0]"]))
    ['', 'a', 'a.b', 'a.b[0]']
    """
    yield ""
    for one in spellings:
        yield from (one[: found.start()] for found in _STEP_END.finditer(one))
        yield one


def covers(wanted: str, spellings: Iterable[str]) -> bool:
    """Whether a route written in `allow` or kehoach.toml is that of a value or of what holds it.

    Args:
        wanted: as it is written there; "" covers all.
        spellings: the value's route, with places and with ids.
    """
    return not wanted or any(
        one == wanted or one.startswith((f"{wanted}.", f"{wanted}[")) for one in spellings
    )
