"""Words typed twice: các các, thực hiện thực hiện; not the words that Vietnamese doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import eq

from kehoach.language.tables import language_rows
from kehoach.language.typos import Span
from kehoach.language.written import word_list
from kehoach.source import Memory

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_MOST_WORDS = 4


def doubled(text: str, memory: Memory) -> Iterator[Span]:
    """Words and phrases of up to four words that stand twice in a row without meaning it.

    >>> text = "dần dần giao các các xã thực hiện hiện; đầu tư tư nhân"
    >>> [text[one.start : one.end] for one in doubled(text, Memory())]
    ['các các', 'hiện hiện']
    """
    if not _repeats(memory.once(word_list, text)):
        return
    words = _Words(text)
    at = 0
    while at < len(words.found) - 1:
        size = words.doubled_at(at)
        if size and words.mistaken(at, size):
            yield Span(words.found[at].start(), words.found[at + 2 * size - 1].end())
        at += 2 * size or 1


def _repeats(words: tuple[str, ...]) -> bool:
    """Whether up to four words come again at once, marks between them or not."""
    return len(set(words)) < len(words) and any(
        b"\1" * size in bytes(map(eq, words, words[size:])) for size in range(1, _MOST_WORDS + 1)
    )


class _Words:
    """The words of a text, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = list(_WORD.finditer(text))
        self.keys = [one[0].lower() for one in self.found]
        self.shouted = text.isupper()

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.found[at].end() : self.found[at + 1].start()]

    def doubled_at(self, at: int) -> int:
        """How many words from one on come again at once, the most that do; 0 where none does."""
        for size in range(min(_MOST_WORDS, (len(self.keys) - at) // 2), 0, -1):
            middle = at + size
            if self.keys[at:middle] == self.keys[middle : middle + size]:
                inner = {self.gap(one + step) for one in (at, middle) for step in range(size - 1)}
                if inner <= {" "} and self.gap(middle - 1).isspace():
                    return size
        return 0

    def mistaken(self, at: int, size: int) -> bool:
        """Whether so many words that stand twice are a slip: on one line, and no word as such."""
        if "\n" in self.gap(at + size - 1):
            return False
        first, word = self.found[at][0], self.keys[at]
        if size > 1:
            return first.islower()
        if word in _doubles()["reduplicated"] or len(word) == 1 or self._named(at):
            return False
        if word == "số" and self.text[self.found[at + 1].end() :][1:2].isdigit():
            return not (at and self.gap(at - 1) == " ")  # Luật Công nghiệp công nghệ số số 71/2025
        if first.isupper() and not self.shouted:  # an abbreviation is no part of a longer word
            return True
        before = self.keys[at - 1] if at and self.gap(at - 1) == " " else ""
        ends = at + 2 == len(self.keys) or self.gap(at + 1) != " "
        after = "" if ends else self.keys[at + 2]
        if word in _doubles()["function"]:
            return word not in _doubles()["ends"] or _alone(before)
        return _alone(before) or _alone(after)

    def _named(self, at: int) -> bool:
        """Whether capitals say that both are one name: dân tộc Lô Lô, not "Của Của"."""
        both = self.found[at][0].istitle() and self.found[at + 1][0].istitle()
        return both and self.keys[at] not in _doubles()["function"]


def _alone(word: str) -> bool:
    """Whether the neighbour cannot make a word of two syllables with the doubled one."""
    return not word or word in _doubles()["function"]


@cache
def _doubles() -> dict[str, set[str]]:
    """Words by kind: "reduplicated", "function", "ends" (function words that end others)."""
    found: dict[str, set[str]] = {}
    for line in language_rows("doubles"):
        found.setdefault(line["kind"], set()).add(line["word"])
    return found
