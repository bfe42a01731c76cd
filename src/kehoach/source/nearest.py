"""The word a user probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word most like a misspelt one, if any is alike.

    >>> nearest("da-1O", ["da-9", "da-10"])
    'da-10'
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)
