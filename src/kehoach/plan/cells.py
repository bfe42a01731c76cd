"""The cells of a row, as a file writes them on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A bar within an expression is a filter, not the end of a cell.
_CELL = re.compile(r"(?:\{\{.*?\}\}|\{%.*?%\}|[^|])*")


def cell_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each cell begins and ends, the blanks around it included."""
    at = 0
    while at <= len(text):
        found = _CELL.match(text, at)
        assert found is not None
        yield found.span()
        at = found.end() + 1


def cells_of(text: str) -> list[str]:
    """The cells without the blanks around them.

    >>> cells_of("Xã A | {{ figures.a | number }} |")
    ['Xã A', '{{ figures.a | number }}', '']
    """
    if "{" not in text:
        return [cell.strip() for cell in text.split("|")]
    return [text[start:end].strip() for start, end in cell_spans(text)]
