"""Blanks around punctuation marks: one after, none before; a lone dash has one on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.letters import CAPITAL, SMALL
from kehoach.language.typos import Span, whole_words

_LETTER = r"[^\W\d_]"
_ANY = re.compile(
    r"[ \u00a0(“,;:.)](?:(?<=[ \u00a0])[ ,;:!?.)”\u00a0]|(?<=[(“])[ \u00a0]|(?<=[,;:.)])[^\W\d_]"
    r"|(?<=\w\())"
)
"""What every form below has in it: most texts have none, and are done with one look."""
_TOO_MANY = (
    re.compile(
        r"(?<=[\w)”\"%])[ \u00a0]"
        r"(?=(?:[,;!?]|:(?! ?\d)|\.(?![./\d]|\w+\b(?! ))|\)|”)(?:\s|\Z|\w|[\"”)*,.;]))"
    ),
    re.compile(r"(?<=[(“])[ \u00a0](?=\w)"),
)
_TOO_FEW = (
    re.compile(rf"(?<=[,;:])(?=[^\W\d_]{{2}})(?:(?<={_LETTER}{{2}}.)|(?<=\d[,;]))"),
    re.compile(rf"(?<=\.)(?={CAPITAL}{SMALL}+[ ,])(?<={SMALL}{{2}}.)"),
    re.compile(rf"(?<=\.\.\.)(?=[^\W\d_]{{2}})(?<={_LETTER}...)"),
    re.compile(r"(?<=\))(?=[^\W\d_]{2})(?<=[^\W_]{2}.)"),
    re.compile(rf"(?=\({_LETTER}{{2}}[^()]{{3,}}\))(?<={_LETTER}{{2}})"),
)
_DOUBLE = re.compile(r"(?<=[\w,.;:)”%])(?<!ngày)(?<!tháng)(?<!năm)(?<!số)(?<!số:)  (?=[\w(“])")
_LOOSE_DASH = re.compile(rf" [-–](?={_LETTER})(?<={_LETTER}..)|[-–] (?={_LETTER})(?<={_LETTER}..)")


def spacing(text: str) -> Iterator[Span]:
    """Blanks that are one too many or one too few.

    >>> [(one.start, one.right) for one in spacing("hộ nghèo , hộ cận nghèo;hộ khác ( nếu có).")]
    [(8, ''), (33, ''), (24, ' ')]
    """
    if not _ANY.search(text):
        return
    for form in _TOO_MANY:
        for found in form.finditer(text):
            yield _without_blank(text, *found.span())
    for form in _TOO_FEW:
        for found in form.finditer(text):
            yield Span(*found.span(), " ")
    for found in _DOUBLE.finditer(text):
        yield Span(*found.span(), " ")


def _without_blank(text: str, start: int, end: int) -> Span:
    """`a ,b` wants its blank behind the comma."""
    moved = text[end : end + 1] in ",;:" and text[end + 1 : end + 2].isalpha()
    return Span(start, end + moved, f"{text[end]} " if moved else "")


def loose_dashes(text: str) -> Iterator[Span]:
    """Dashes with a blank on one side alone: Lao động- Thương binh."""
    for found in _LOOSE_DASH.finditer(text):
        first, last = whole_words(text, *found.span())
        if "/" not in text[first:last]:  # a symbol of a document
            yield Span(*found.span(), f" {found[0].strip()} ")
