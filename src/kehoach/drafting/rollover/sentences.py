"""Which values hold prose, and the sentences in them as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Subject
from kehoach.editing.scalars import Scalar
from kehoach.plan.kinds import OWN
from kehoach.plan.schema import kind_at

_END = re.compile(r"[.;!?](?=\s)|\n\s*\n|\n\s*(?=[-+]\s)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CITED = re.compile(r"(?:\d{4}|/[^\W\d_][\w-]*)[,)]?\s+của\s+[^.,;]{0,300}$")


def prose(subject: Subject) -> Iterator[Scalar]:
    """The values that the new plan says anew; citations and allowances tell of their own time."""
    return (one for one in subject.scalars if kind_at(one.path) in OWN)


def sentences(subject: Subject, scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Where each sentence of a value begins and ends in the file; in `|` a line ends one too."""
    at = scalar.start
    for found in _END.finditer(subject.text, scalar.start, scalar.end):
        yield at, found.end()
        at = found.end()
    yield at, scalar.end


def sentence_of(subject: Subject, scalar: Scalar, offset: int) -> str:
    """The sentence in which a place of a value stands."""
    found = (span for span in sentences(subject, scalar) if span[0] <= offset < span[1])
    start, end = next(found, (scalar.start, scalar.end))
    return subject.text[start:end]


def without_expressions(text: str) -> str:
    """A text whose expressions are blanks, so that places stay."""
    return _EXPRESSION.sub(lambda found: " " * len(found[0]), text)


def cited(subject: Subject, scalar: Scalar, offset: int) -> bool:
    """Whether a name belongs to a document cited just before: its issuer, or words of its title."""
    return _CITED.search(subject.text, max(scalar.start, offset - 340), offset) is not None


def in_expression(subject: Subject, scalar: Scalar, offset: int) -> bool:
    """Whether a place is inside `{{ }}`."""
    before = subject.text[scalar.start : offset]
    return before.rfind("{{") > before.rfind("}}") or before.rfind("{%") > before.rfind("%}")
