"""The paragraphs, dashes and pluses of a text."""

from __future__ import annotations

from collections.abc import Iterator

MARKS = ("- ", "+ ")
"""What a line begins with that opens a paragraph of its own."""


def paragraphs(text: str) -> list[str]:
    r"""Each paragraph on one line: a blank line ends one, a line with a mark opens one.

    >>> paragraphs("Một câu.\nCâu hai.\n\n- Gạch\n+ Cộng")
    ['Một câu. Câu hai.', '- Gạch', '+ Cộng']
    """
    return [" ".join(lines_of(text[start:end])) for start, end in paragraph_spans(text)]


def lines_of(text: str) -> list[str]:
    """The lines of a text without the blanks around them."""
    return [line.strip() for line in text.splitlines()]


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, the blanks around it left out."""
    start: int | None = None
    at = end = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if start is not None and (not words or words.startswith(MARKS)):
            yield start, end
            start = None
        if words:
            begin = at + len(line) - len(line.lstrip())
            start = begin if start is None else start
            end = begin + len(words)
        at += len(line)
    if start is not None:
        yield start, end
