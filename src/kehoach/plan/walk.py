"""Ways through the plan that several readers take, each step with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kehoach.plan.budget import Budget
from kehoach.plan.outline import Section
from kehoach.plan.plan import Plan
from kehoach.plan.projects import Project
from kehoach.plan.tables import Column, Table
from kehoach.source import Route


def projects(plan: Plan) -> Iterator[tuple[Route, Project]]:
    """Projects and subprojects, at any depth."""
    yield from _projects(plan.projects, ("projects",))


def _projects(items: Iterable[Project], path: Route) -> Iterator[tuple[Route, Project]]:
    for index, project in enumerate(items):
        here = (*path, index)
        yield here, project
        yield from _projects(project.subprojects, (*here, "subprojects"))


def budgets(plan: Plan) -> Iterator[tuple[Route, Budget]]:
    """The budgets of projects, subprojects, policies and tasks."""
    for path, project in projects(plan):
        if project.budget:
            yield (*path, "budget"), project.budget
    for key in ("policies", "tasks"):
        for index, one in enumerate(getattr(plan, key)):
            if one.budget:
                yield (key, index, "budget"), one.budget


def sections(plan: Plan) -> Iterator[tuple[Route, Section]]:
    """The sections of the outline, at any depth."""
    yield from _sections(plan.outline, ("outline",))


def _sections(items: Iterable[Section], path: Route) -> Iterator[tuple[Route, Section]]:
    for index, section in enumerate(items):
        here = (*path, index)
        yield here, section
        yield from _sections(section.sections, (*here, "sections"))


def shown_items(plan: Plan, section: Section) -> Sequence[Any]:
    """The items of the plan's data that a section shows, before `only` chooses among them."""
    if not section.view:
        return ()
    found: Sequence[Any] = (
        plan.objectives.targets if section.view == "targets" else getattr(plan, section.view)
    )
    return found


def chosen_items(plan: Plan, section: Section) -> list[Any]:
    """The items that a section shows: those that `only` names, in the order of the data."""
    only = section.only
    return [one for one in shown_items(plan, section) if not only or one.id in only]


def columns(table: Table, path: Route) -> Iterator[tuple[Route, Column]]:
    """The columns of a table, groups and leaves."""
    yield from _columns(table.columns, (*path, "columns"))


def _columns(items: Iterable[Column], path: Route) -> Iterator[tuple[Route, Column]]:
    for index, column in enumerate(items):
        here = (*path, index)
        yield here, column
        yield from _columns(column.columns, (*here, "columns"))
