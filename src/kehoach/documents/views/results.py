"""Results of the year before, by project."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.choice import chosen
from kehoach.documents.context import Block
from kehoach.documents.sections import Heading, Writer
from kehoach.plan import Result, Section


def blocks(section: Section, writer: Writer) -> Iterator[Block]:
    """A numbered part a project, with the project's own title unless the result has one."""
    projects = writer.scope.plan.projects
    for result in chosen(writer.scope.plan.results, section):
        project = projects.get(result.id)
        yield from _result(result, project.heading if project else "", writer)


def _result(result: Result, title: str, writer: Writer) -> Iterator[Block]:
    blocks, below = writer.numbered(Heading(result.title or title, result.text))
    yield from blocks
    for part in result.subprojects:
        yield from _result(part, part.id, below)
