"""Projects and subprojects: titles, the facets asked for, a sentence on the money."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, under
from kehoach.documents.sections import Heading, SectionWriter
from kehoach.documents.texts import blocks_of
from kehoach.plan import FACETS, Project, Section
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """With `facets`: a numbered part a project. With a pattern alone: one sentence a project."""
    for project in chosen_items(writer.scope.plan, section):
        if section.item and not section.facets:
            yield from under(project.id, _money(project, section, writer))
        else:
            yield from under(project.id, _project(project, section, writer))


def _project(project: Project, section: Section, writer: SectionWriter) -> Iterator[Block]:
    run_in = project.form == "run-in" and len(section.facets) == 1
    title, below = writer.numbered(_heading(project, section, run_in=run_in))
    yield from title
    if not run_in:
        yield from _facets(project, section, below)
    for subproject in project.subprojects:
        yield from under(subproject.id, _project(subproject, section, below))
    if project.budget:
        yield from under("budget", _money(project, section, writer))


def _heading(project: Project, section: Section, *, run_in: bool) -> Heading:
    """The title on a line of its own, or with its only facet after it."""
    title = project.headed(section.code_mark)
    if not run_in:
        return Heading(title)
    return Heading(title, getattr(project.facets, section.facets[0]), "run-in")


def _money(project: Project, section: Section, writer: SectionWriter) -> list[Block]:
    """The project's own sentence on its money, or else the section's pattern."""
    if project.budget_sentence:
        return blocks_of(project.budget_sentence)
    return writer.pattern(section.item, project) if section.item else []


def _facets(project: Project, section: Section, writer: SectionWriter) -> Iterator[Block]:
    wanted = section.facets or tuple(FACETS)
    texts = {name: getattr(project.facets, name) for name in wanted}
    if len(wanted) == 1:
        yield from blocks_of(texts[wanted[0]])
        return
    facets = SectionWriter(writer.scope, writer.level.above_as("a)"))
    for name, text in texts.items():
        if text:
            title = project.facet_titles.get(name, FACETS[name])
            yield from under(name, facets.numbered(Heading(title, text, _form(text)))[0])


def _form(text: str) -> str:
    """One paragraph runs on after its title; several, or dashes, stand below it."""
    found = blocks_of(text)
    return "run-in" if len(found) == 1 and found[0].kind == "paragraph" else "heading"
