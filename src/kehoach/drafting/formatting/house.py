"""What the model tells the writer of a file: the order of keys, the wording of texts."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.drafting.formatting.order import in_order
from kehoach.drafting.formatting.rows import aligned_rows
from kehoach.drafting.formatting.sentences import by_sentences
from kehoach.editing.canonical import FormedText
from kehoach.language.paragraphs import MARKS
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.source import Map, Route


class PlanHouse:
    """The house of one plan file."""

    def __init__(self, root: Map) -> None:
        self.rows = aligned_rows(root)

    def order(self, path: Route, keys: Sequence[str]) -> Sequence[str]:
        """Keys in the model's order."""
        return in_order(path, keys)

    def wording(self, path: Route, text: str) -> FormedText:
        """Rows in columns, paragraphs by sentences, all else as it is."""
        match kind_at(path):
            case TextKind.CELL:
                return FormedText(self.rows.get(path, text), "row" if "\n" not in text else "line")
            case TextKind.PROSE if text.strip():
                found = by_sentences(text).rstrip("\n")
                block = "\n" in found or found.startswith(MARKS)
                return FormedText(found, "lines" if block else "text")
        return FormedText(text, "line")
