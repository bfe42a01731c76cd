"""The texts that people wrote and the page prints, and what stands in them that is no language."""

from __future__ import annotations

import re

_REST = r"(?:(?:[^\s()<>“”\"]|\([^\s()]*\))*(?:[\w/#=&%-]|\([^\s()]*\)))?"
"""An address to its end: brackets and marks around it belong to the sentence."""
_OPAQUE = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*|\[\^[^\[\]\s]+\]"
    rf"|(?:https?://|www\.){_REST}"
    rf"|(?<!\w)(?<!\w\.)\w+(?:\.\w+)*\.(?:vn|com|gov|org|net)\b{_REST}"
    r"|\b\w+\.(?:docx?|xlsx?|pdf|csv)\b"
)
_HINTS = ("[^", "@", "http", "www.", ".vn", ".com", ".gov", ".org", ".net", ".doc", ".xls", ".pdf")
_WORDS = re.compile(r"\w+")
_FILLER = "\x00"


def plain_words(text: str) -> str:
    """The text with footnote marks, addresses and file names blotted out, as long as before."""
    if not any(map(text.__contains__, _HINTS)):
        return text
    return _OPAQUE.sub(lambda found: _FILLER * len(found[0]), text)


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in its order."""
    return tuple(_WORDS.findall(text.lower()))


def word_set(text: str) -> frozenset[str]:
    """The different words of a text in small letters."""
    return frozenset(_WORDS.findall(text.lower()))
