"""Blanks around punctuation marks: one after, none before; a lone dash has one on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.slips import Slip, slip
from kehoach.language.syllables import CAPITAL, SMALL

_LETTER = r"[^\W\d_]"
_ANY = re.compile(
    r"[ \u00a0(“,;:.)](?:(?<=[ \u00a0])[ ,;:!?.)”\u00a0]|(?<=[(“])[ \u00a0]|(?<=[,;:.)])[^\W\d_]"
    r"|(?<=\w\())"
)
"""What every form below has in it: most texts have none, and are done with one look."""
_TOO_MANY = (
    re.compile(
        r"[ \u00a0]+(?=(?:[,;!?]|:(?! ?\d)|\.(?![./\d]|\w+\b(?! ))|\)|”)(?:\s|\Z|\w|[\"”)*,.;]))"
        r"(?<=[\w)”\"%][ \u00a0])"
    ),
    re.compile(r"[ \u00a0]+(?=\w)(?<=[(“][ \u00a0])"),
)
_TOO_FEW = (
    re.compile(rf"(?<=[,;:])(?=[^\W\d_]{{2}})(?:(?<={_LETTER}{{2}}.)|(?<=\d[,;]))"),
    re.compile(rf"(?<=\.)(?={CAPITAL}{SMALL}+[ ,])(?<={SMALL}{{2}}.)"),
    re.compile(rf"(?<=\.\.\.)(?=[^\W\d_]{{2}})(?<={_LETTER}...)"),
    re.compile(r"(?<=\))(?=[^\W\d_]{2})(?<=[^\W_]{2}.)"),
    re.compile(rf"(?=\({_LETTER}{{2}}[^()]{{3,}}\))(?<={_LETTER}{{2}})"),
)
_DOUBLE = re.compile(
    r" {2,}(?=[\w(“])(?<=[\w,.;:)”%]  )(?<!ngày  )(?<!tháng  )(?<!năm  )(?<!số  )(?<!số:  )"
)
_LOOSE_DASH = re.compile(rf" [-–](?={_LETTER})(?<={_LETTER}..)|[-–] (?={_LETTER})(?<={_LETTER}..)")


def spacing(text: str) -> Iterator[Slip]:
    """Blanks that are one too many or one too few.

    >>> [one.mend for one in spacing("hộ nghèo , hộ cận nghèo;hộ khác ( nếu có).")]
    ['nghèo,', '(nếu', 'nghèo; hộ']
    """
    if not _ANY.search(text):
        return
    for form in _TOO_MANY:
        for found in form.finditer(text):
            yield _without_blank(text, *found.span())
    for form in _TOO_FEW:
        for found in form.finditer(text):
            yield slip(text, *found.span(), " ")
    for found in _DOUBLE.finditer(text):
        yield slip(text, *found.span(), " ")


def _without_blank(text: str, start: int, end: int) -> Slip:
    """`a ,b` wants its blank behind the comma."""
    moved = text[end : end + 1] in ",;:" and text[end + 1 : end + 2].isalpha()
    return slip(text, start, end + moved, f"{text[end]} " if moved else "")


def loose_dashes(text: str) -> Iterator[Slip]:
    """Dashes with a blank on one side alone: Lao động- Thương binh."""
    for found in _LOOSE_DASH.finditer(text):
        one = slip(text, *found.span(), f" {found[0].strip()} ")
        if "/" not in one.needle:  # a symbol of a document
            yield one
