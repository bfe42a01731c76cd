"""Results of the year before, by project."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, under
from kehoach.documents.sections import Heading, SectionWriter
from kehoach.plan import Project, Result, Section
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """A numbered part a project, with the project's own title unless the result has one."""
    projects = writer.scope.plan.projects
    for result in chosen_items(writer.scope.plan, section):
        project = projects.get(result.id)
        yield from under(result.id, _result(result, project, section, writer))


def _result(
    result: Result, project: Project | None, section: Section, writer: SectionWriter
) -> Iterator[Block]:
    title = result.title or (project.headed(section.code_mark) if project else "")
    blocks, below = writer.numbered(Heading(title, result.text))
    yield from blocks
    for part in result.subprojects:
        subproject = project.subprojects.get(part.id) if project else None
        yield from under(part.id, _result(part, subproject, section, below))
