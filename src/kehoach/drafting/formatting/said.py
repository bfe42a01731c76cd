"""What a plan says, whatever way it is written: equal before and after `kehoach fmt`."""

from __future__ import annotations

from functools import cache
from typing import Any

from kehoach.documents.texts import blocks_of
from kehoach.drafting.formatting.house import sense_of
from kehoach.plan.cells import cells_of
from kehoach.source import Map, Route, Seq, Value

_sense_of = cache(sense_of)


def said(value: Value, path: Route = ()) -> Any:
    """A value as plain data: rows by their cells, texts by their paragraphs, all else as it is."""
    if isinstance(value, Map):
        return {key: said(one, (*path, key)) for key, one in value.items()}
    if isinstance(value, Seq):
        return [said(one, (*path, 0)) for one in value]  # what counts is alike for all items
    if value is None:
        return None
    match _sense_of(path):
        case "row":
            return cells_of(value)
        case "paragraphs" if "\n" in value or len(value.splitlines()) > 1:
            return [one.text for one in blocks_of(value)]
        case "paragraphs":
            return [value.strip()]
    return value
