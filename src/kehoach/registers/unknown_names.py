"""Names that look like those of agencies, that the register does not know but nearly does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.registers.agencies import Agencies, Agency
from kehoach.registers.mentions import mentions, names_unit_inside, reader_of, tokens

_HEAD = re.compile(r"(?<!\w)(?:Sở|Phòng|Bộ)(?= \w)")
_NEAR = 0.85
_REACH = 2
_SHARED = 0.5
_LONG = 3
_NAME = 60


class UnknownName(NamedTuple):
    """A name as written, where it stands, and the agencies that are nearly called so."""

    text: str
    start: int
    near: tuple[Agency, ...]


def unknown_names(agencies: Agencies, text: str) -> tuple[UnknownName, ...]:
    """The nearly known names of a text: "Sở Lao động Thương binh Xã hội"."""
    return tuple(_unknown(agencies, text))


def _unknown(agencies: Agencies, text: str) -> Iterator[UnknownName]:
    heads = [one for one in _HEAD.finditer(text) if _begins_name(text, one)]
    known = {one.start for one in mentions(agencies, text)} if heads else set()
    for head in heads:
        if head.start() not in known:
            found = _nearest(agencies, text, head.start())
            if found and not names_unit_inside(text, head.start() + len(found.text)):
                yield found


def _begins_name(text: str, head: re.Match[str]) -> bool:
    """Whether a capital follows, or the text is a name of its own and no sentence."""
    return text[head.end() + 1].isupper() or (head.start() == 0 and len(text) < _NAME)


def _nearest(agencies: Agencies, text: str, at: int) -> UnknownName | None:
    """The piece of a text from an offset on that is most like a known name."""
    from difflib import SequenceMatcher  # only misspelt names call for it

    written = list(tokens(text, at))
    words = [token.key for token in written]
    if any(tuple(words[:size]) in reader_of(agencies).names for size in range(2, len(words) + 1)):
        return None
    best, size = _NEAR, 0
    near: tuple[Agency, ...] = ()
    for name, rows in reader_of(agencies).names.items():
        if name[0] != words[0] or len(name) < _LONG or not _akin(name, words):
            continue
        for length in range(max(_LONG, len(name) - _REACH), len(name) + _REACH + 1):
            if length > len(words) or not _alike(words[length - 1], name[-1]):
                continue
            pair = SequenceMatcher(None, " ".join(words[:length]), " ".join(name))
            if pair.quick_ratio() > best and (ratio := pair.ratio()) > best:
                best, size, near = ratio, length, tuple(rows)
    return UnknownName(text[at : written[size - 1].end], at, near) if size else None


def _alike(word: str, other: str) -> bool:
    """Whether two words have the same letters, be it in another order."""
    return word == other or sorted(word) == sorted(other)


def _akin(name: tuple[str, ...], words: list[str]) -> bool:
    """Whether a name shares enough of its words with what is written."""
    shared = set(name) & set(words[: len(name) + _REACH])
    return len(shared) >= max(_SHARED * len(set(name)), 2)
