"""Where a tag stands in Word: the paragraph of the template that holds it.

docxtpl removes the paragraph or row around `{%p %}` and `{%tr %}`, so counting paragraphs in its
result misleads. Instead each tag carries its paragraph's number through docxtpl, written in digits
that every pattern there (and Jinja) takes for white space. Only done after a failure.
"""

from __future__ import annotations

import re
from functools import cached_property

from kehoach.outputs.faults import FaultKind, TemplateFault
from kehoach.outputs.source import PartSource, jinja_source, merged

_DIGIT = 0x2000  # EN QUAD ... PUNCTUATION SPACE: ten kinds of white space
_START = "\u200a"
_ENDS = re.compile("(?:\u200a([\u2000-\u2009]+)\\s*)?-?[%}]}")
_PLACES = re.compile(r"<w:p(?=[ >/])[^>]*>|</w:p>|-?[%}]\}")


class Places:
    """Faults of one part at their tags; the places are found at the first fault."""

    def __init__(self, part: PartSource) -> None:
        self._part = part

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        patched = jinja_source(_marked(merged(self._part.raw.replace("\n", " "))))
        numbers = [0]
        for found in _ENDS.finditer(patched):  # a tag that docxtpl adds stands by the one before
            numbers.append(_number(found[1]) if found[1] else numbers[-1])
        return tuple(numbers[1:])

    def at_tag(self, kind: FaultKind, message: str, tag: int) -> TemplateFault:
        """A fault at the tag of this number, from 1; at no place where there is none."""
        found = self._paragraphs
        paragraph = found[min(tag, len(found)) - 1] if found and tag else 0
        return self.at(kind, message, paragraph)

    def at(self, kind: FaultKind, message: str, paragraph: int) -> TemplateFault:
        """A fault in a paragraph, from 1; 0 where none is known."""
        text = self._part.elements["p"][paragraph - 1].text if paragraph else ""
        return TemplateFault(kind, message, self._part.name, paragraph, text)


def _marked(raw: str) -> str:
    """The XML with each tag's end preceded by the number of its paragraph."""
    open_paragraphs: list[int] = []
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        piece = found[0]
        if piece.startswith("<w:p"):
            count += 1
            if not piece.endswith("/>"):
                open_paragraphs.append(count)
            return piece
        if piece == "</w:p>":
            open_paragraphs.pop()
            return piece
        return _digits(open_paragraphs[-1] if open_paragraphs else 0) + piece

    return _PLACES.sub(mark, raw)


def _digits(number: int) -> str:
    return _START + "".join(chr(_DIGIT + int(digit)) for digit in str(number))


def _number(digits: str) -> int:
    return int("".join(str(ord(digit) - _DIGIT) for digit in digits))
