"""Ways through the plan that several readers take, each step with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from kehoach.plan.budget import Budget
from kehoach.plan.outline import Section
from kehoach.plan.plan import Plan
from kehoach.plan.projects import Project
from kehoach.plan.tables import Column, Table
from kehoach.source import Route

E = TypeVar("E")


def nested(items: Iterable[E], route: Route, key: str) -> Iterator[tuple[Route, E]]:
    """Items and all those of their kind that stand under a key of theirs, at any depth."""
    for index, one in enumerate(items):
        here = (*route, index)
        yield here, one
        yield from nested(getattr(one, key), (*here, key), key)


def projects(plan: Plan) -> Iterator[tuple[Route, Project]]:
    """Projects and subprojects, at any depth."""
    return nested(plan.projects, ("projects",), "subprojects")


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
    return nested(plan.outline, ("outline",), "sections")


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


def columns(table: Table, route: Route) -> Iterator[tuple[Route, Column]]:
    """The columns of a table, groups and leaves."""
    return nested(table.columns, (*route, "columns"), "columns")
