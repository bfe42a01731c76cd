"""Spelling and marks: a syllable that Vietnamese does not have, unbalanced brackets, capitals.

Chính tả và dấu câu
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kehoach.checks.case import Case
from kehoach.language.typos import Span, Written, typos_in
from kehoach.language.written import plain_words
from kehoach.source import Finding


def found_in(case: Case, read: Callable[[str], Iterable[Span]]) -> Iterator[Written]:
    """The typos that a reader finds in the texts of a plan, addresses and file names left out."""
    return typos_in(case.written, lambda text: read(case.memory.once(plain_words, text)))


def told(written: Written, message: str, hint: str, *, proved: bool = False) -> Finding:
    """The finding of a typo; the last one that is told of a text counts the others.

    It is mended where the text around it proves the right form (`Span.proved`), or the office has
    set it (`proved`).
    """
    one = written.typo
    return Finding(
        path=written.path,
        message=f"{message}{one.rest}",
        hint=hint,
        needle=one.needle,
        mend=one.mend if proved or one.proved else None,
    )
