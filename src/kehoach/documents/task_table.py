"""The table that assigns work: task, lead, partners, time, product, by group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kehoach.documents.context import Block
from kehoach.documents.scope import Scope
from kehoach.documents.texts import one_line
from kehoach.documents.views.tasks import time_of
from kehoach.formats.numerals import roman
from kehoach.formats.texts import capital_first
from kehoach.plan import Task
from kehoach.word.blocks import CellSpec, ColumnSpec, HeaderCell, RowSpec, TableSpec

_TITLES = (
    "STT",
    "Nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
    "Sản phẩm",
)


def task_table(scope: Scope) -> Iterator[Block]:
    """One table of all the plan's tasks."""
    yield Block(
        "table",
        table=TableSpec(
            columns=[ColumnSpec() for _ in _TITLES],
            header=[[HeaderCell(title) for title in _TITLES]],
            rows=list(_rows(scope)),
        ),
    )


def _rows(scope: Scope) -> Iterator[RowSpec]:
    ordinal = 0
    for number, (group, tasks) in enumerate(groupby(scope.plan.tasks, lambda one: one.group), 1):
        if group:
            yield _group(roman(number), group)
            ordinal = 0
        for task in tasks:
            ordinal += 1
            yield RowSpec(_cells(str(ordinal), task, scope))


def _group(number: str, title: str) -> RowSpec:
    span = len(_TITLES) - 1
    cells = [
        CellSpec(number, "center", bold=True),
        CellSpec(title, "left", bold=True, colspan=span),
    ]
    return RowSpec(cells, "group")


def _cells(ordinal: str, task: Task, scope: Scope) -> list[CellSpec]:
    partners = "; ".join(scope.agency(one) for one in task.partners)
    texts = [
        one_line(task.text),
        scope.agency(task.lead),
        partners,
        capital_first(time_of(task)),
        task.product,
    ]
    return [CellSpec(ordinal, "center"), *(CellSpec(text, "left") for text in texts)]
