"""A wrong piece of a text and what it should be, quoted so that it is found at its place alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from kehoach.source import Route

T = TypeVar("T")

MOST = 20
"""Mistakes of one kind in one text that are told one by one; of the others the number."""
_SOURCES = 32
_REACH = 80
_MOST_WORDS = 12
_WORD_BEFORE = re.compile(r"\S*[^\S\n]*\Z")
_WORD_AFTER = re.compile(r"[^\S\n]*\S*")
_UNEVEN = re.compile(r"\s\s|[^\S ]")


class Span(NamedTuple):
    """Where a text is written wrong.

    Attributes:
        start: offset of the wrong piece.
        end: offset behind it.
        right: what should stand there; None where nobody can say; a function of the wrong piece
            where it takes long to find out.
        proved: whether every reader would write `right`, as the letters around it show; what lists
            of words or counts say is never proved.
    """

    start: int
    end: int
    right: str | Callable[[str], str | None] | None = None
    proved: bool = False


class Typo(NamedTuple):
    """One mistake of writing.

    Attributes:
        wrong: the piece itself.
        right: what it should be; empty where that is not sure.
        start: offset of the piece.
        needle: the piece with as many words around it as tell it from the text before it.
        mend: the needle put right; None where the right form is not sure.
        more: how many more the text has, which are not told one by one.
        proved: whether every reader would put it right so (`Span`).
    """

    wrong: str
    right: str
    start: int
    needle: str
    mend: str | None
    more: int = 0
    proved: bool = False

    @property
    def rest(self) -> str:
        """What a message adds for those that are not told one by one."""
        return rest(self.more)


class Written(NamedTuple):
    """A typo in one of a plan's texts."""

    path: Route
    text: str
    typo: Typo


def first(found: Iterable[T]) -> tuple[list[T], int]:
    """What is told one by one of what a reader finds in one text, and how many more there are."""
    waiting = iter(found)
    return list(islice(waiting, MOST)), sum(1 for _ in waiting)


def rest(more: int) -> str:
    """What the message of the last one adds for those that are not told.

    >>> rest(37), rest(0)
    (' ... và 37 chỗ nữa', '')
    """
    return f" ... và {more} chỗ nữa" if more else ""


def typo(text: str, start: int, end: int, right: str | None) -> Typo:
    """The typo at text[start:end]; `right` None where nobody can say.

    >>> typo("hoàn thành, hoà bình", 12, 15, "hòa").needle
    'hoà bình'
    """
    first, last = _stretch(text, start, end)
    needle = text[first:last]
    certain = right is not None and "\n" not in needle and _found_at(text, needle) == first
    mend = f"{text[first:start]}{right}{text[end:last]}" if certain else None
    return Typo(text[start:end], right or "", start, needle, mend)


def typos(text: str, spans: Iterable[Span]) -> list[Typo]:
    """The first typos of a text, each needle once; the last one knows how many are left."""
    here, more = first(spans)
    found: dict[str, Typo] = {}
    for span in here:
        one = _typo(text, span)
        found.setdefault(one.needle, one)
    told = list(found.values())
    return [*told[:-1], told[-1]._replace(more=more)] if more else told


def _typo(text: str, span: Span) -> Typo:
    right = span.right(text[span.start : span.end]) if callable(span.right) else span.right
    return typo(text, span.start, span.end, right)._replace(proved=span.proved)


def typos_in(
    texts: Iterable[tuple[Route, str]], read: Callable[[str], Iterable[Span]]
) -> Iterator[Written]:
    """The typos that a reader finds in texts, each once where it was written.

    A text that shows another one by an expression holds its typos too: they are left out there.
    """
    found = [Written(path, text, one) for path, text in texts for one in typos(text, read(text))]
    sources: dict[str, list[tuple[str, int, Written]]] = {}
    for one in sorted(found, key=lambda one: len(one.text)):
        same = sources.setdefault(one.typo.wrong.casefold(), [])
        if len(same) < _SOURCES:
            same.append((*_placed(one), one))
    return (one for one in found if not _shown(one, sources[one.typo.wrong.casefold()]))


def _placed(one: Written) -> tuple[str, int]:
    """The whole text without outer blanks, case apart, and where its typo stands in it."""
    blanks = len(one.text) - len(one.text.lstrip())
    return one.text.strip().casefold(), max(0, one.typo.start - blanks)


def _shown(one: Written, sources: list[tuple[str, int, Written]]) -> bool:
    """Whether another text, shorter or earlier, stands as a whole around the typo."""
    whole = one.text.casefold()
    for text, at, other in sources:
        if other is one or len(other.text) > len(one.text):
            return False
        start = one.typo.start - at
        if other.path != one.path and start >= 0 and whole.startswith(text, start):
            return True
    return False


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece with the words it needs: right of it first, then left, within its line."""
    first, last = whole_words(text, start, end)
    for _ in range(2 * _MOST_WORDS):
        if _found_at(text, text[first:last]) == first:
            break
        after, before = _word_after(text, last), _word_before(text, first)
        if after > last and last < end + _REACH:
            last = after
        elif before < first:
            first = before
        else:
            break
    return first, last


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widened to whole words where the piece begins or ends with a blank or a mark, or is empty."""
    piece = text[start:end]
    first = start if piece[:1].isalnum() else _word_before(text, start)
    last = end if piece[-1:].isalnum() else _word_after(text, end)
    return first, last


def _word_before(text: str, at: int) -> int:
    """Where the word before an offset begins, on the same line."""
    window = text[max(0, at - _REACH) : at]
    found = _WORD_BEFORE.search(window, window.rfind("\n") + 1)
    return at - len(found[0]) if found else at


def _word_after(text: str, at: int) -> int:
    """Where the word after an offset ends, on the same line."""
    found = _WORD_AFTER.match(text, at, at + _REACH)
    return found.end() if found else at


def _found_at(text: str, needle: str) -> int:
    """Where a search that takes all white space alike meets the needle first."""
    at = text.find(needle)
    if len(needle.split()) == 1 or not _UNEVEN.search(text, 0, at + len(needle)):
        return at
    pattern = r"\s+".join(map(re.escape, needle.split()))
    found = re.compile(pattern).search(text, 0, at + len(needle))
    return found.start() if found else at
