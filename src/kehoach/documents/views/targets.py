"""The targets, one dash each: their own sentence, or indicator and quantity."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, under
from kehoach.documents.sections import SectionWriter
from kehoach.documents.texts import blocks_of, ended
from kehoach.plan import Section
from kehoach.plan.objectives import Target
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """A dash for each target; `;` after each, `.` after the last, unless it has its own mark."""
    targets = chosen_items(writer.scope.plan, section)
    for index, target in enumerate(targets, 1):
        mark = "." if index == len(targets) else ";"
        yield from under(target.id, _target(target, section, writer, mark))


def _target(target: Target, section: Section, writer: SectionWriter, mark: str) -> Iterator[Block]:
    if section.item:
        yield from writer.pattern(section.item, target)
    elif target.text:
        *before, last = blocks_of(target.text)
        yield from before
        yield Block(last.kind, ended(last.text, mark))
    else:
        yield Block("dash", ended(f"- {target.indicator}: {target.quantity.text}", mark))
