"""The lines of a text by offset, whatever they end in."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANKS = re.compile(" *")
_LINE_END = re.compile(r"\r?\n|\Z")


def line_start(text: str, offset: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of a place ends, before its line break."""
    found = _LINE_END.search(text, offset)
    assert found
    return found.start()


def next_line(text: str, offset: int) -> int:
    """Where the line after that of a place begins; the text's end where there is none."""
    return text.find("\n", offset) + 1 or len(text)


def indent(text: str, offset: int) -> str:
    """The blanks that the line of a place begins with."""
    found = _BLANKS.match(text, line_start(text, offset))
    assert found
    return found[0]


def lines_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole lines that a part of the text touches, each from its start to its end."""
    at = line_start(text, start)
    while at < end:
        yield at, line_end(text, at)
        at = next_line(text, at)


def newline(text: str) -> str:
    """The line break that the file uses."""
    return "\r\n" if "\r\n" in text else "\n"
