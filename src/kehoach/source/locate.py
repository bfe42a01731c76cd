"""From a path in the merged tree to a place in a file."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from kehoach.source.layers import Layers
from kehoach.source.marks import Map, Mark, Route, Seq, Value, moved


def locate(root: Map, path: Route, *, key: bool = False) -> Mark:
    """The place of the deepest part of a path that exists.

    Steps that the file does not have are skipped (pydantic adds some for unions). Where the last
    one is missing from a map, the map's key is the place to write it under.

    Args:
        root: the merged tree.
        path: keys, and indices in merged lists.
        key: the place of the last key rather than of its value.
    """
    node: Value = root
    value_at = key_at = root.mark
    missing = False
    for step in path:
        missing = False
        if isinstance(node, Map) and step in node:
            name = str(step)
            value_at, key_at, node = node.values_at[name], node.keys_at[name], node[name]
        elif isinstance(node, Seq) and isinstance(step, int) and 0 <= step < len(node):
            value_at = key_at = node.items_at[step]
            node = node[step]
        else:
            missing = True
    return key_at if key or (missing and isinstance(node, Map)) else value_at


def find_in(layers: Layers, mark: Mark, needle: str, nth: int = 0) -> Mark:
    """The place of a piece of text inside the value at a mark, else the mark itself.

    `nth` counts from 0 where the piece stands there more than once. White space of the piece
    matches line breaks, and a quote or backslash its escaped form, since the value as parsed
    differs there from the value as written.
    """
    text = layers.texts.get(mark.file, "")
    words = unicodedata.normalize("NFC", needle).split()
    pattern = r"\s+".join("".join(map(_as_written, word)) for word in words)
    every = re.compile(pattern).finditer(text, mark.start, mark.end) if pattern else iter(())
    found = next(islice(every, nth, None), None)
    return moved(mark, text, *found.span()) if found else mark


def _as_written(character: str) -> str:
    if character == "'":
        return "''?"
    return rf"\\?{re.escape(character)}" if character in '"\\' else re.escape(character)
