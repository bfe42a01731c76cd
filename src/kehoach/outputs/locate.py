"""Where a Jinja line stands in Word: the paragraph of the template that holds the tag.

docxtpl removes the paragraph or row around `{%p %}` and `{%tr %}`, so counting paragraphs in its
result misleads. Instead each tag carries its paragraph's number through docxtpl, written in digits
that every pattern there (and Jinja) takes for white space; afterwards the number becomes the end of
a line behind the tag, and line k of the source holds the k-th tag. Only done after a failure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.outputs.source import PartSource, jinja_source, merged

_DIGIT = 0x2000  # EN QUAD ... PUNCTUATION SPACE: ten kinds of white space
_START = "\u200a"
_MARKED_END = re.compile("\u200a([\u2000-\u2009]+)\\s*(-?[%}]})")
_PLACES = re.compile(r"<w:p(?=[ >/])[^>]*>|</w:p>|-?[%}]\}")
_PIECES = re.compile(
    r"<w:p(?=[ >/])[^>]*>|</w:p>|<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br|cr)(?: [^>]*)?/>"
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Located:
    """Jinja source with one tag a line; `paragraphs[k]` holds tag k, `texts[n - 1]` paragraph n."""

    source: str
    paragraphs: tuple[int, ...]
    texts: tuple[str, ...]

    def at(self, line: int) -> tuple[int, str]:
        """The paragraph (from 1) and its text for a line of `source`; (0, "") where none is."""
        if not self.paragraphs:
            return 0, ""
        paragraph = self.paragraphs[min(max(line, 1), len(self.paragraphs)) - 1]
        return paragraph, self.texts[paragraph - 1] if paragraph else ""


def located(part: PartSource) -> Located:
    """The source of a part with a line for each tag."""
    patched = jinja_source(_marked(merged(part.raw.replace("\n", " "))))
    numbers = tuple(_number(found[1]) for found in _MARKED_END.finditer(patched))
    lines = _MARKED_END.sub(r"\2\n", patched)
    return Located(lines, numbers, tuple(paragraph_texts(part.raw)))


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


def paragraph_texts(raw: str) -> list[str]:
    """The text of each `w:p` in the order of their starts; text in a text box is the box's own."""
    texts: list[str] = []
    open_paragraphs: list[int] = []
    for found in _PIECES.finditer(raw):
        piece = found[0]
        if piece.startswith(("<w:p ", "<w:p>", "<w:p/")):
            texts.append("")
            if not piece.endswith("/>"):
                open_paragraphs.append(len(texts) - 1)
        elif piece == "</w:p>":
            open_paragraphs.pop()
        elif open_paragraphs:
            texts[open_paragraphs[-1]] += " " if found[1] is None else _plain(found[1])
    return texts


def _plain(text: str) -> str:
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text


def _digits(number: int) -> str:
    return _START + "".join(chr(_DIGIT + int(digit)) for digit in str(number))


def _number(digits: str) -> int:
    return int("".join(str(ord(digit) - _DIGIT) for digit in digits))
