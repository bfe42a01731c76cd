"""Where the YAML parser stopped, and what to tell the user about it."""

from __future__ import annotations

from typing import Any, NamedTuple

NAME = "yaml-syntax"
QUOTE = "Đặt cả câu trong dấu nháy đơn '...'."


class Complaint(NamedTuple):
    """Where the parser stopped, and what it was reading.

    Attributes:
        text: the whole file.
        at: offset where it stopped.
        opened: offset of the construct it was reading; `at` where it names none.
        within: offset of the innermost map or list that is open.
        last: the event before, if any.
    """

    text: str
    at: int
    opened: int
    within: int
    last: Any

    @property
    def character(self) -> str:
        """What stands where the parser stopped; "" at the file's end."""
        return self.text[self.at : self.at + 1]


class Explained(NamedTuple):
    """A complaint in the user's words."""

    at: int
    message: str
    hint: str
    name: str = NAME


def lowered(text: str) -> str:
    """A sentence to follow another part."""
    return text[:1].lower() + text[1:]
