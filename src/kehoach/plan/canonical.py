"""What a plan says, whatever way it is written: equal before and after `kehoach fmt`."""

from __future__ import annotations

from typing import Any

from kehoach.language.paragraphs import paragraphs
from kehoach.plan.cells import cells_of
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import Map, Route, Seq, Value


def canonical(value: Value, route: Route = ()) -> Any:
    """A value as plain data: rows by their cells, sentences by paragraphs, all else as it is.

    Args:
        value: of a plan file or of a plan merged with its bases.
        route: where it stands.
    """
    return _Canonical().value(value, route)


class _Canonical:
    """One value on its way; what the model says of a route is asked once."""

    def __init__(self) -> None:
        self.kinds: dict[Route, TextKind | None] = {}

    def value(self, value: Value, route: Route) -> Any:
        if isinstance(value, Map):
            return {key: self.value(one, (*route, key)) for key, one in value.items()}
        if isinstance(value, Seq):
            return [self.value(one, (*route, 0)) for one in value]  # all items are of one kind
        return value if value is None else self.text(value, route)

    def text(self, text: str, route: Route) -> str | list[str]:
        if route not in self.kinds:
            self.kinds[route] = kind_at(route)
        match self.kinds[route]:
            case TextKind.CELL:
                return cells_of(text)
            case TextKind.PROSE:
                return paragraphs(text) if _in_lines(text) else [text.strip()]
        return text


def _in_lines(text: str) -> bool:
    """Whether a text has line breaks, of any kind."""
    return "\n" in text or len(text.splitlines()) > 1
