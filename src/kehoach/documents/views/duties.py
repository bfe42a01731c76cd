"""Duties of the agencies, a numbered part each."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, step_of, under
from kehoach.documents.scope import Scope
from kehoach.documents.sections import Heading, SectionWriter
from kehoach.plan import Duty, Section
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """The agencies' names as title, then the duty in the form that it asks for."""
    for duty in chosen_items(writer.scope.plan, section):
        title = _title(duty, writer.scope)
        blocks, _ = writer.numbered(Heading(title, duty.text, duty.form))
        yield from under(step_of(duty, title), blocks)


def _title(duty: Duty, scope: Scope) -> str:
    return duty.title or "; ".join(scope.agency(one) for one in duty.agencies)
