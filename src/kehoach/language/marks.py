"""Blanks around punctuation marks: one after, none before; a lone dash has one on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.letters import CAPITAL, SMALL
from kehoach.language.syllables import is_syllable
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
_SURE = re.compile(
    r"(?<=[^\W\d_])[ \u00a0](?=[,;.](?:\s|\Z))|(?<=[\d)%])[ \u00a0](?=[,;.](?:\s+[^\W\d_]|\s*\Z))"
    r"|(?<=\w)[ \u00a0](?=:(?:\n|\Z))"
)
"""A blank before a mark that ends something; other marks may open what comes next."""
_OPENED = re.compile(r"(?<=\()[ \u00a0](?=\w[^()]*\))|(?<!\w“)(?<=“)[ \u00a0](?=\w[^“”]*”)")
_OPENING = {")": "(", "”": "“"}
_GAP = re.compile(r"(?:giờ|phút|ngày|tháng|năm|hộ|người|lượt|nghìn|triệu|tỷ|đồng|xã|km|ha)\b")
"""What a figure stands before: two blanks there may be left open to be filled."""
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)(?:[,;)]|\.(?:\.\.)?)?\Z")
_WORD_AFTER = re.compile(r"\(?([^\W\d_]+)(?![^\W_])")
_LONGEST = 12
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
            yield Span(*found.span(), " ", proved=_between_words(text, *found.span()))
    for found in _DOUBLE.finditer(text):
        proved = not _GAP.match(text, found.end()) and _between_words(text, *found.span())
        yield Span(*found.span(), " ", proved=proved)


def _without_blank(text: str, start: int, end: int) -> Span:
    """`a ,b` wants its blank behind the comma."""
    moved = text[end : end + 1] in ",;:" and text[end + 1 : end + 2].isalpha()
    if moved:
        proved = text[end] != ":" and _between_words(text, start, end + 1)
    else:
        proved = bool(_SURE.match(text, start)) or _inside(text, start, end)
    return Span(start, end + moved, f"{text[end]} " if moved else "", proved=proved)


def _inside(text: str, start: int, end: int) -> bool:
    """Whether a blank stands inside the mark of a pair, the other one of which is there."""
    if _OPENED.match(text, start):
        return True
    opening = _OPENING.get(text[end : end + 1], "")
    return opening != "" and text.rfind(opening, 0, start) > text.rfind(text[end], 0, start)


def _between_words(text: str, start: int, end: int) -> bool:
    """Whether a Vietnamese word stands on either side: no formula, file name or code."""
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST) : start])
    after = _WORD_AFTER.match(text, end, end + _LONGEST)
    return bool(before and after) and all(
        is_syllable(one[1].lower()) for one in (before, after) if one
    )


def loose_dashes(text: str) -> Iterator[Span]:
    """Dashes with a blank on one side alone: Lao động- Thương binh."""
    for found in _LOOSE_DASH.finditer(text):
        first, last = whole_words(text, *found.span())
        if "/" not in text[first:last]:  # a symbol of a document
            yield Span(*found.span(), f" {found[0].strip()} ")
