"""Where each letter of a value stands in the file that writes it."""

from __future__ import annotations

from kehoach.editing.scalars import Scalar


def offsets(scalar: Scalar, text: str) -> list[int] | None:
    """The offset of each letter of a value in the file's text, and of its end.

    None where the value is written with escapes that do not show it letter by letter.
    """
    written = text[scalar.start : scalar.end]
    at = _opening(written, scalar.style)
    value = scalar.value.rstrip("\n") if scalar.style in ("|", ">") else scalar.value
    found = []
    for place, letter in enumerate(value):
        if letter.isspace():
            if place and value[place - 1].isspace():
                at += 0
            elif not written[at : at + 1].isspace():
                return None
            found.append(scalar.start + at)
            last = place + 1 == len(value) or not value[place + 1].isspace()
            at += _blanks(written, at) if last else 0
            continue
        at += _escape(written, at, scalar.style)
        if written[at : at + 1] != letter:
            return None
        found.append(scalar.start + at)
        at += 1
    rest = len(scalar.value) - len(value) + 1
    return [*found, *[scalar.start + at] * rest]


def _opening(written: str, style: str) -> int:
    """Where the letters begin: behind the quote, or below the head line of a block."""
    if style not in ("|", ">"):
        return len(style)
    head = written.find("\n") + 1
    return head + len(written[head:]) - len(written[head:].lstrip())


def _blanks(written: str, at: int) -> int:
    return len(written[at:]) - len(written[at:].lstrip())


def _escape(written: str, at: int, style: str) -> int:
    """The length of what escapes the letter here: a quote doubled, a backslash."""
    if style == "'" and written[at : at + 2] == "''":
        return 1
    return 1 if style == '"' and written[at : at + 2] in ('\\"', "\\\\") else 0
