"""The texts that people wrote and the page prints, and what stands in them that is no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.language.slips import Slip
from kehoach.source import Route

_OPAQUE = re.compile(
    r"\[\^[^\]\s]+\]|\S+@\S+|(?:https?://|www\.)\S+|\b\w+(?:\.\w+)*\.(?:vn|com|gov|org|net)\b\S*"
    r"|\b\w+\.(?:docx?|xlsx?|pdf|csv)\b"
)
_HINTS = ("[^", "@", "http", "www.", ".vn", ".com", ".gov", ".org", ".net", ".doc", ".xls", ".pdf")
_WORDS = re.compile(r"\w+")
_FILLER = "\x00"


class Written(NamedTuple):
    """A slip in one of a plan's texts."""

    path: Route
    text: str
    slip: Slip


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """The text with footnote marks, addresses and file names blotted out, as long as before."""
    if not any(map(text.__contains__, _HINTS)):
        return text
    return _OPAQUE.sub(lambda found: _FILLER * len(found[0]), text)


@lru_cache(maxsize=4096)
def word_list(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in its order."""
    return tuple(_WORDS.findall(text.lower()))


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The different words of a text in small letters."""
    return frozenset(word_list(text))


def slips(
    texts: Iterable[tuple[Route, str]], read: Callable[[str], Iterable[Slip]]
) -> Iterator[Written]:
    """The slips that a reader finds in the written texts, each once where it was written."""
    found = [
        Written(path, text, one)
        for path, text in texts
        for one in {one.needle: one for one in read(plain_words(text))}.values()
    ]
    return (one for at, one in enumerate(found) if not _shown(at, one, found))


def _shown(at: int, one: Written, every: list[Written]) -> bool:
    """Whether the slip stands in a text that this one shows by an expression."""
    whole = one.text.casefold()
    return any(
        other.slip.wrong.casefold() == one.slip.wrong.casefold()
        and other.path != one.path
        and (len(other.text) < len(one.text) or (other.text == one.text and place < at))
        and other.text.strip().casefold() in whole
        for place, other in enumerate(every)
    )
