"""What names an item of a list, so that it is known again in another version of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kehoach.plan.cells import cells_of

_NAMES = ("id", "document", "number", "title", "indicator", "name", "subject", "text", "agencies")


def keys_of(items: Sequence[Any]) -> list[str] | None:
    """A key for each item, read or plain; None where two would be alike or one has no name."""
    keys = [key_of(item) for item in items]
    return keys if all(keys) and len(set(keys)) == len(keys) else None


def key_of(item: Any) -> str:
    """A row by its first cell, a map by the first of its naming keys, a text by itself.

    A map with none of them, such as a row by the ids of its columns, goes by its first text.
    """
    if isinstance(item, list):
        return key_of(item[0]) if item else ""
    if isinstance(item, str):
        return cells_of(item)[0] or item.strip()
    if not isinstance(item, dict):
        return ""
    for name in _NAMES:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()[: 60 if name == "text" else None]
        if isinstance(value, list) and value:
            return "; ".join(one for one in value if isinstance(one, str))
    texts = (one.strip() for one in item.values() if isinstance(one, str))
    return next(filter(None, texts), "")
