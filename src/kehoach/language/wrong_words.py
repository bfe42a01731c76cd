"""Words of two syllables that are each a syllable and together no word: phân đấu for phấn đấu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kehoach.formats.texts import capital_first
from kehoach.language.tables import language_rows
from kehoach.language.typos import Span
from kehoach.language.written import word_set
from kehoach.source import Memory

_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+) \Z")
_AFTER = re.compile(r" ([^\W\d_]+)")
_LONGEST = 12


class _Pair(NamedTuple):
    """`wrong` is right within `unless`, and wrong only within `only` where that is given."""

    wrong: str
    right: str
    unless: tuple[str, ...]
    only: tuple[str, ...]
    pattern: re.Pattern[str]


def wrong_words(text: str, memory: Memory) -> list[Span]:
    """The pairs that stand in a text and are meant otherwise there, in its order.

    >>> text = "Phân đấu đạt các chi tiêu; cách chi tiêu trong gia đình"
    >>> [one.right for one in wrong_words(text, Memory())]
    ['Phấn đấu', 'các chỉ tiêu']
    """
    low = text.lower()
    rarest = _pairs()
    near = (pair for word in memory.once(word_set, text) & rarest.keys() for pair in rarest[word])
    found = (one for pair in near if pair.wrong in low for one in _spans(pair, text, low))
    return sorted(found, key=lambda one: one.start)


def _spans(pair: _Pair, text: str, low: str) -> Iterator[Span]:
    for found in pair.pattern.finditer(low):
        written = text[found.start() : found.end()]
        if (
            _meant(pair, low, found.start())
            and not _is_name(written)
            and not _right_words_meet(pair, text, *found.span())
        ):
            yield Span(*found.span(), _as(written, pair.right))


def _right_words_meet(pair: _Pair, text: str, start: int, end: int) -> bool:
    """Whether a syllable belongs to the word beside: hợp đồng | bảo dưỡng, Thái Nguyên | nhận."""
    before = _BEFORE.search(text[max(0, start - _LONGEST) : start])
    if before and before[1].istitle() and text[start].isupper():
        return True
    wrong, right = pair.wrong.split(), pair.right.split()
    if wrong[1:] == right[1:]:
        near, border = before, (wrong[0], right[0], "before")
    else:
        near = _AFTER.match(text, end, end + _LONGEST)
        border = wrong[-1], right[-1], "after"
    return near is not None and near[1].lower() in _borders().get(border, ())


def _is_name(written: str) -> bool:
    """Whether capitals inside say that it is a proper name: xã Vĩnh Hội Đông."""
    return not written.isupper() and any(word[:1].isupper() for word in written.split()[1:])


def _meant(pair: _Pair, low: str, at: int) -> bool:
    if any(_covers(one, pair.wrong, low, at) for one in pair.unless):
        return False
    return not pair.only or any(_covers(one, pair.wrong, low, at) for one in pair.only)


def _covers(phrase: str, wrong: str, low: str, at: int) -> bool:
    """Whether the phrase that holds the pair stands around it."""
    return low.startswith(phrase, max(0, at - phrase.index(wrong)))


def _as(written: str, right: str) -> str:
    """The right words in the capitals of the wrong ones."""
    if written.isupper():
        return right.upper()
    capitals = [word[:1].isupper() for word in written.split()]
    words = right.split()
    if len(words) != len(capitals):
        return right
    pairs = zip(words, capitals, strict=True)
    return " ".join(capital_first(word) if capital else word for word, capital in pairs)


@cache
def _borders() -> dict[tuple[str, str, str], frozenset[str]]:
    """The neighbours with which a syllable is right, by it, by what it may mean, and by side."""
    return {
        (line["written"], line["meant"], line["side"]): frozenset(line["neighbours"].split())
        for line in language_rows("word_borders")
    }


@cache
def _pairs() -> dict[str, list[_Pair]]:
    """The pairs by the rarest syllable of what is wrong, so that few are looked for in vain."""
    ranks = {line["syllable"]: rank for rank, line in enumerate(language_rows("syllables"))}
    found: dict[str, list[_Pair]] = {}
    for line in language_rows("wrong_words"):
        phrases = _phrases(line["unless"]), _phrases(line["only"])
        pattern = re.compile(rf"(?<!\w){re.escape(line['wrong'])}(?!\w)")
        pair = _Pair(line["wrong"], line["right"], *phrases, pattern)
        words = pair.wrong.replace(",", "").split()
        found.setdefault(max(words, key=lambda one: ranks.get(one, len(ranks))), []).append(pair)
    return found


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(one for one in cell.split(";") if one)
