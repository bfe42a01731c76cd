"""Keys and items of a plan by the words that people read for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.plan.schema import field_at
from kehoach.source import Route

_NAMING = ("title", "indicator", "label")


def title_of(route: Route) -> str:
    """The Vietnamese title of the key that a route ends in; "" where the model knows none.

    >>> title_of(("signer", "position")), title_of(("outline", 0)), title_of(("x",))
    ('Chức vụ', 'Bố cục', '')
    """
    field = field_at(route)
    return (field.title if field else None) or ""


def purpose_of(route: Route) -> str:
    """What is to be written at a route, as the manual tells it; "" where the model knows none."""
    field = field_at(route)
    return (field.description if field else None) or ""


def key_label(route: Route) -> str:
    """A key as the file writes it, and its title.

    >>> key_label(("signer", "position"))
    "'position' (Chức vụ)"
    """
    key = next((step for step in reversed(route) if isinstance(step, str)), "")
    title = title_of(route)
    return f"'{key}' ({title})" if title else f"'{key}'"


def item_label(item: Any, key: str) -> str:
    """What a reader calls an item of a list.

    Args:
        item: plain, as read: a map, a text.
        key: what to call it where nothing in it names it.
    """
    if not isinstance(item, Mapping):
        return key
    code, title = item.get("code"), item.get("title")
    if code:
        return f"{code} ({title})" if title else str(code)
    named = (item.get(name) for name in _NAMING)
    if found := next((one for one in named if isinstance(one, str) and one), ""):
        return found
    if item.get("number") and item.get("type"):
        return f"{item['type']} {item['number']}"
    return shortened(str(item.get("text") or key))


def shortened(text: str, width: int = 90) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rsplit(' ', 1)[0]} …"
