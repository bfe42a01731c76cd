"""What the model tells the writer of a file: the order of keys, the wording of texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kehoach.documents.texts import blocks_of
from kehoach.drafting.formatting.order import in_order
from kehoach.drafting.formatting.rows import aligned_rows
from kehoach.drafting.formatting.sentences import by_sentences
from kehoach.editing.canonical import FormedText
from kehoach.plan.cells import cells_of
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import Map, Route

Sense = Literal["line", "row", "paragraphs"]
"""What counts in a text: its characters, its cells, its paragraphs."""

_SENSES: dict[TextKind | None, Sense] = {TextKind.CELL: "row", TextKind.PROSE: "paragraphs"}
_MARKS = ("- ", "+ ")


class PlanHouse:
    """The house of one plan file."""

    def __init__(self, root: Map) -> None:
        self.rows = aligned_rows(root)

    def order(self, path: Route, keys: Sequence[str]) -> Sequence[str]:
        """Keys in the model's order."""
        return in_order(path, keys)

    def wording(self, path: Route, text: str) -> FormedText:
        """Rows in columns, paragraphs by sentences, all else as it is."""
        match sense_of(path):
            case "row":
                return FormedText(self.rows.get(path, text), "row" if "\n" not in text else "line")
            case "paragraphs" if text.strip():
                found = by_sentences(text).rstrip("\n")
                block = "\n" in found or found.startswith(_MARKS)
                return FormedText(found, "lines" if block else "text")
        return FormedText(text, "line")


def sense_of(path: Route) -> Sense:
    """What counts in the text at a path."""
    return _SENSES.get(kind_at(path), "line")


def same_text(path: Route, one: str, two: str) -> bool:
    """Whether two texts at a path say the same."""
    match sense_of(path):
        case "row":
            return cells_of(one) == cells_of(two)
        case "paragraphs":
            return blocks_of(one) == blocks_of(two)
    return one == two
