"""Projects and subprojects: titles, the facets asked for, a sentence on the money."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.choice import chosen
from kehoach.documents.context import Block
from kehoach.documents.sections import Heading, Writer
from kehoach.documents.texts import blocks_of
from kehoach.plan import FACETS, Project, Section


def blocks(section: Section, writer: Writer) -> Iterator[Block]:
    """With `facets`: a numbered part a project. With a pattern alone: one sentence a project."""
    for project in chosen(writer.scope.plan.projects, section):
        if section.item and not section.facets:
            yield from writer.pattern(section.item, project)
        else:
            yield from _project(project, section, writer)


def _project(project: Project, section: Section, writer: Writer) -> Iterator[Block]:
    title, below = writer.numbered(Heading(project.heading))
    yield from title
    yield from _facets(project, section, below)
    for subproject in project.subprojects:
        yield from _project(subproject, section, below)
    if section.item and project.budget:
        yield from writer.pattern(section.item, project)


def _facets(project: Project, section: Section, writer: Writer) -> Iterator[Block]:
    wanted = section.facets or tuple(FACETS)
    texts = {name: getattr(project.facets, name) for name in wanted}
    if len(wanted) == 1:
        yield from blocks_of(texts[wanted[0]])
        return
    facets = Writer(writer.scope, writer.level.above_as("a)"))
    for name, text in texts.items():
        if text:
            title = project.facet_titles.get(name, FACETS[name])
            yield from facets.numbered(Heading(title, text, _form(text)))[0]


def _form(text: str) -> str:
    """One paragraph runs on after its title; several, or dashes, stand below it."""
    found = blocks_of(text)
    return "run-in" if len(found) == 1 and found[0].kind == "paragraph" else "heading"
