"""Which values hold prose, and the sentences in them as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Subject
from kehoach.editing.scalars import Scalar
from kehoach.source import Route

_NAMES = {
    *("id", "document", "agency", "symbol", "number", "formula", "view", "kind", "form", "variant"),
    *("extends", "source", "sheet", "path", "only", "task_ids", "levels", "orientation", "urgency"),
    *("wrapping", "after", "before", "remove", "comparison", "code_mark", "numbering", "width"),
    *("last_basis", "dates", "closing_mark", "number_word", "mark", "decimals", "sum", "label"),
}
_HISTORY = {"legal_bases", "allow", "style", "period", "year", "issued_on"}
_END = re.compile(r"[.;!?](?=\s)|\n\s*\n|\n\s*(?=[-+]\s)")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_CITED = re.compile(r"(?:\d{4}|/[^\W\d_][\w-]*)[,)]?\s+của\s+[^.,;]{0,300}$")


def in_prose(path: Route) -> bool:
    """Whether a value is text that the new plan says anew; citations tell of their own time."""
    keys = [one for one in path if isinstance(one, str)]
    outside = not keys or keys[0] in _HISTORY or keys[:2] == ["decision", "legal_bases"]
    return not outside and keys[-1] not in _NAMES and path[-1:] != ("due",)


def prose(subject: Subject) -> Iterator[Scalar]:
    """The values that hold text."""
    return (one for one in subject.scalars if in_prose(one.path))


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
