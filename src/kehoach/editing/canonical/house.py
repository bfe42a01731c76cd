"""What the writer of a file asks of those who know what the file is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from kehoach.source.marks import Route

Form = Literal["line", "row", "text", "lines"]
"""How a text may be written.

`line` keeps its very characters, folded over lines where it is long; `row` does so on one line;
`text` may gain a line end at its end, and stands as a block where it is long; `lines` always does.
"""


class FormedText(NamedTuple):
    """A text as it is to be written, and in which form."""

    text: str
    form: Form


class House(Protocol):
    """The order of keys and the wording of texts."""

    def order(self, path: Route, keys: Sequence[str]) -> Sequence[str]:
        """The keys of the map at a path, each once, in the order to write them."""

    def wording(self, path: Route, text: str) -> FormedText:
        """The text at a path in the words to write."""
