"""Reads the keys that a marked rendering shows, to lay them on the plain one of the same shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.reviewing.tracked.items import Matchable, Split
from kehoach.reviewing.tracked.wordml import text_of
from kehoach.word.keymarks import block_key, row_key
from kehoach.word.names import ID, SECTION, TBL, TR, P, w


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the body's elements and of each table's rows, in order; of notes, by id."""

    blocks: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


def read_keys(body: Any, notes: Any) -> Keys:
    """The keys of a marked rendering."""
    nodes = content(body)
    return Keys(
        tuple(block_key(text_of(one)) for one in nodes),
        tuple(_row_keys(one) for one in nodes),
        tuple((one.get(ID), block_key(text_of(one))) for one in _notes(notes)),
    )


def content(body: Any) -> list[Any]:
    """What a body holds besides the last section's properties."""
    return [one for one in body if one.tag != SECTION]


def _row_keys(node: Any) -> tuple[str, ...]:
    if node.tag != TBL:
        return ()
    return tuple(row_key(text_of(row)) for row in node.iterchildren(TR))


def _notes(root: Any) -> Sequence[Any]:
    return [] if root is None else list(root.iterchildren(w("footnote")))


def keyed_items(body: Any, keys: Keys, split: Split) -> list[Matchable]:
    """The body's elements with their keys; without keys where the two renderings differ."""
    nodes = content(body)
    if len(nodes) != len(keys.blocks):
        return [Matchable(one, split) for one in nodes]
    found: list[Matchable] = []
    for node, key, rows in zip(nodes, keys.blocks, keys.rows, strict=True):
        after_table = bool(found) and found[-1].is_table and bool(found[-1].key)
        own = f"{found[-1].key}|tail" if not key and after_table and _is_empty(node) else key
        found.append(Matchable(node, split, own, rows))
    return found


def _is_empty(node: Any) -> bool:
    """The paragraph that parts a table from the next belongs to the table."""
    return bool(node.tag == P) and not text_of(node)
