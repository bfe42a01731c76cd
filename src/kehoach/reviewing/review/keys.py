"""What names an item of a list, so that it is known again in another version of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.source import Map, Value

_NAMES = ("id", "document", "number", "title", "indicator", "name", "subject", "text", "agencies")


def keys_of(items: Sequence[Value]) -> list[str] | None:
    """A key for each item: its id, or what else names it; nothing where two would be alike."""
    keys = [key_of(item) for item in items]
    return keys if all(keys) and len(set(keys)) == len(keys) else None


def key_of(item: Value) -> str:
    """A row by its first cell, a map by the first of its naming keys, a text by itself."""
    if isinstance(item, str):
        return item.partition("|")[0].strip() or item.strip()
    if not isinstance(item, Map):
        return ""
    for name in _NAMES:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()[: 60 if name == "text" else None]
        if isinstance(value, list) and value:
            return "; ".join(one for one in value if isinstance(one, str))
    return ""
