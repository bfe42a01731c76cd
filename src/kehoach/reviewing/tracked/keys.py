"""The keys of a document's elements, rows and notes, before its bookmarks are taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kehoach.reviewing.tracked.items import Matchable, Split
from kehoach.reviewing.tracked.wordml import text_of
from kehoach.word.keys import block_key, row_key
from kehoach.word.names import ID, SECTION, TBL, TR, P
from kehoach.word.walk import notes


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the body's elements and of each table's rows, in order; of notes, by id."""

    blocks: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, str], ...]


def read_keys(body: Any, footnotes: Any) -> Keys:
    """The keys that a document shows, "" for what has none."""
    nodes = content(body)
    return Keys(
        tuple(block_key(one) for one in nodes),
        tuple(_row_keys(one) for one in nodes),
        tuple((one.get(ID), block_key(one)) for one in notes(footnotes)),
    )


def content(body: Any) -> list[Any]:
    """What a body holds besides the last section's properties."""
    return [one for one in body if one.tag != SECTION]


def _row_keys(node: Any) -> tuple[str, ...]:
    return tuple(row_key(row) for row in node.iterchildren(TR)) if node.tag == TBL else ()


def keyed_items(body: Any, keys: Keys, split: Split) -> list[Matchable]:
    """The body's elements with their keys."""
    found: list[Matchable] = []
    for node, key, rows in zip(content(body), keys.blocks, keys.rows, strict=True):
        after_table = bool(found) and found[-1].is_table and bool(found[-1].key)
        own = f"{found[-1].key}|tail" if not key and after_table and _is_empty(node) else key
        found.append(Matchable(node, split, own, rows))
    return found


def _is_empty(node: Any) -> bool:
    """The paragraph that parts a table from the next belongs to the table."""
    return bool(node.tag == P) and not text_of(node)
