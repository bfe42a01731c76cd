"""Tasks in the outline: one dash each, with lead, partners, time and product."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, under
from kehoach.documents.scope import Scope
from kehoach.documents.sections import SectionWriter
from kehoach.documents.texts import one_line
from kehoach.formats.dates import date_short
from kehoach.formats.texts import list_text
from kehoach.plan import Section, Task
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """A dash a task, or the section's pattern."""
    for task in chosen_items(writer.scope.plan, section):
        if section.item:
            blocks = writer.pattern(section.item, task)
        else:
            blocks = [Block("dash", _sentence(task, writer.scope))]
        yield from under(task.id, blocks)


def _sentence(task: Task, scope: Scope) -> str:
    parts = [one_line(task.text).rstrip(".;")]
    parts += [f"Chủ trì: {scope.agency(task.lead)}"] if task.lead else []
    if task.partners:
        parts.append(f"Phối hợp: {list_text([scope.agency(one) for one in task.partners])}")
    parts += [f"Thời gian: {time_of(task)}"] if time_of(task) else []
    parts += [f"Sản phẩm: {task.product}"] if task.product else []
    return f"- {'. '.join(parts)}."


def time_of(task: Task) -> str:
    """When the task is due, as printed."""
    return f"trước ngày {date_short(task.due)}" if task.due else task.time
