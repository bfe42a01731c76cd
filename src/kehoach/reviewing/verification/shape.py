"""A text of the plan as a pattern of what it prints: which letters are its own, which computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.editing.wording import Splice, joined
from kehoach.language.paragraphs import paragraph_spans

_TOKEN = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[\^[^\]\s]+\]|\\[\\*^~\[\]]|[*^~]+|\s+|[^\s{\[*^~\\]+|.",
    re.DOTALL,
)


class _Piece(NamedTuple):
    """A piece of a raw text and its pattern; `own` where each of its letters is printed as is."""

    start: int
    end: int
    pattern: str
    own: bool


def edited(raw: str, shown: str, changes: Sequence[Splice]) -> str | None:
    """A text of the plan with changes of a paragraph made in it; None where they are not its own.

    Args:
        raw: the text as the plan has it, expressions and marks included.
        shown: a paragraph that prints one of its blocks, maybe with more before and behind.
        changes: what is changed in the paragraph.
    """
    for start, end in paragraph_spans(raw):
        spans = _spans(raw, start, end, shown, changes)
        if spans is not None:
            return joined(raw, sorted(spans))
    return None


def _spans(
    raw: str, start: int, end: int, shown: str, changes: Sequence[Splice]
) -> list[Splice] | None:
    """The changes by their places in the raw text, where the block prints all of what changes."""
    pieces = list(_pieces(raw, start, end))
    words = [raw[one.start : one.end] for one in pieces if one.own]
    if not words or not all(one.isspace() or one in shown for one in words):
        return None
    pattern = re.compile("".join(f"({one.pattern})" for one in pieces), re.DOTALL)
    for found in pattern.finditer(shown):
        spans = [_span(one, pieces, found) for one in changes]
        if all(spans):
            return [one for one in spans if one]
    return None


def _pieces(raw: str, start: int, end: int) -> Iterator[_Piece]:
    for found in _TOKEN.finditer(raw, start, end):
        text = found[0]
        if text.startswith(("{{", "{%", "{#")):
            yield _Piece(*found.span(), ".*?", own=False)
        elif text.startswith("[^"):
            yield _Piece(*found.span(), r"(?:\[\^[^\]]*\])?", own=False)
        elif text[0] in "*^~" or (text[0] == "\\" and len(text) > 1):
            yield _Piece(*found.span(), f"(?:{re.escape(text)})?.??", own=False)
        else:
            yield _Piece(*found.span(), r"\s+" if text.isspace() else re.escape(text), own=True)


def _span(change: Splice, pieces: Sequence[_Piece], found: re.Match[str]) -> Splice | None:
    """A change of the paragraph as one of the raw text; None where it meets what is computed."""
    start, end = _inside(change.start, pieces, found), _inside(change.end, pieces, found)
    if start is None or end is None or start[0] > end[0]:
        return None
    if not all(one.own for one in pieces[start[0] : end[0] + 1]):
        return None
    return Splice(start[1], end[1], change.new)


def _inside(at: int, pieces: Sequence[_Piece], found: re.Match[str]) -> tuple[int, int] | None:
    """The piece of the raw text that prints a place, and the place in it."""
    for index, one in enumerate(pieces):
        start, end = found.span(index + 1)
        if one.own and start <= at <= end:
            return index, min(one.start + at - start, one.end)
    return None
