"""Where each letter of a value stands in what is written of it."""

from __future__ import annotations

import re

_BLANK = " \t\r\n"
_ESCAPE = re.compile(r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)")
_NO_BREAK = re.compile(r"\\\r?\n[ \t]*")
_INDENT = re.compile(r"[|>][+-]?([1-9])")
_KEEPS = re.compile(r"[|>]\d?\+")
_BLANKS = re.compile(rf"[{_BLANK}]*")

Span = tuple[int, int]


def letters(value: str, written: str, style: str) -> list[Span] | None:
    """The start and end, in what is written, of each letter of a value.

    Args:
        value: the value as read.
        written: the same as it stands in the file, quotes or the head line of a block included.
        style: its first letter where it is written in quotes or as a block; else "".

    Returns:
        None where the two cannot be laid side by side; who changes letters by it reads what came
        of that, since a line break within a block may stand for more blanks than one.
    """
    found: list[Span] = []
    at = _opening(written, style)
    while len(found) < len(value):
        if style == '"' and written.startswith("\\", at):
            if skipped := _NO_BREAK.match(written, at):
                at = skipped.end()
                continue
            spans = [match.span() if (match := _ESCAPE.match(written, at)) else (at, at)]
        elif value[len(found)] in _BLANK:
            spans = _blanks(value, len(found), written, at, style)
        else:
            spans = [_letter(value[len(found)], written, at, style)]
        if not spans or spans[-1][1] <= at:
            return _ended(value, found, at)
        found += spans
        at = spans[-1][1]
    return found if len(found) == len(value) else None


def pad_of(written: str, column: int) -> int:
    """How many blanks stand before the lines of a block, whose key or dash has `column` of them."""
    head, *lines = written.splitlines()
    if told := _INDENT.match(head):
        return column + int(told[1])
    first = next((one for one in lines if one.strip(" \t")), " " * (column + 2))
    return len(first) - len(first.lstrip(" "))


def block_of(written: str, column: int) -> str:
    """A block without the empty lines after it, over which its mark runs on.

    Where its head keeps them (`|+`) they are its own.
    """
    *lines, rest = written.split("\n")
    lines += [rest] if rest.strip(" \t") else []
    width = pad_of(written, column)
    while not _KEEPS.match(written) and len(lines) > 1 and _is_empty(lines[-1], width):
        del lines[-1]
    return "\n".join(lines).removesuffix("\r")


def _is_empty(line: str, width: int) -> bool:
    return not line[width:].strip("\r") and not line.strip(" \r")


def _ended(value: str, found: list[Span], at: int) -> list[Span] | None:
    """The line break that ends a block, which the file's last line may lack."""
    rest = value[len(found) :]
    return None if rest.strip("\n") else [*found, *[(at, at)] * len(rest)]


def _opening(written: str, style: str) -> int:
    """Where the letters begin: behind the quote, or below the head line of a block."""
    if style not in ("|", ">"):
        return len(style)
    head = written.find("\n") + 1 or len(written)
    return _end_of_blanks(written, head)


def _letter(letter: str, written: str, at: int, style: str) -> Span:
    """One letter; nothing where another stands there. A single quote is doubled within quotes."""
    width = 2 if style == "'" and written.startswith("''", at) else 1
    return (at, at + width) if written.startswith(letter, at) else (at, at)


def _blanks(value: str, start: int, written: str, at: int, style: str) -> list[Span]:
    """A run of blanks: one by one where they are written so, else the last takes up the rest."""
    end = _end_of_blanks(written, at)
    count = _end_of_blanks(value, start) - start
    if style not in ("|", ">"):  # blanks around a line break are none of the value's
        breaks = written.count("\n", at, end)
        count = min(count, end - at if not breaks else max(1, breaks - 1))
    if count <= 0 or end - at < count:
        return []
    return [*((at + i, at + i + 1) for i in range(count - 1)), (at + count - 1, end)]


def _end_of_blanks(text: str, start: int) -> int:
    found = _BLANKS.match(text, start)
    assert found
    return found.end()
