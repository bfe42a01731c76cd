"""Phụ lục: Mẫu 2.1, 2.2 (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.documents.context import AppendixContext, Block, under
from kehoach.documents.frame import reference_to_act
from kehoach.documents.paper import Paper
from kehoach.documents.scope import Scope
from kehoach.documents.tables import table_blocks
from kehoach.documents.task_table import task_table
from kehoach.documents.texts import blocks_of, upper
from kehoach.formats.numerals import roman
from kehoach.plan import Appendix

PLACE = 3
_NUMBERED = re.compile(r"(?:\d[\d./]*[a-zđ]?(?:[-/][A-ZĐ-]+)?| [IVXL]+)$")  # Biểu 1.1, Biểu 02/KH
TEMPLATES = ("phu-luc", "phu-luc-ngang")
CONTEXT = AppendixContext


def papers(scope: Scope) -> Iterator[Paper]:
    """The appendices that are files of their own."""
    return (paper for one, paper in _every(scope) if one.separate)


def inside(scope: Scope) -> Iterator[Paper]:
    """Those that stand behind the document which they belong to."""
    return (paper for one, paper in _every(scope) if not one.separate)


def _every(scope: Scope) -> Iterator[tuple[Appendix, Paper]]:
    portrait, landscape = TEMPLATES
    for index, one in enumerate(scope.plan.appendices):
        template = landscape if one.orientation == "landscape" else portrait
        name = f"{portrait}-{one.id.replace('_', '-')}"
        yield one, Paper(name, template, one.title, context(scope, index))


def context(scope: Scope, index: int) -> AppendixContext:
    """The values for the appendix at this place; two or more carry Roman numerals, or their own."""
    appendix = scope.plan.appendices[index]
    counted = len(scope.plan.appendices) > 1 and not _NUMBERED.search(appendix.label)
    numeral = f" {roman(index + 1)}" if counted else ""
    return AppendixContext(
        label=f"{appendix.label}{numeral}",
        title=upper(appendix.title),
        reference=appendix.reference or reference_to_act(scope, _act(scope)),
        signing_line=_signing_line() if appendix.separate else "",
        body=tuple(under(appendix.id, _body(scope, appendix))),
    )


def _act(scope: Scope) -> str:
    decision = scope.plan.decision
    return decision.type if decision else "Kế hoạch"


def _signing_line() -> str:
    """The line that the signing system fills on a separate file (Mẫu 2.2)."""
    return "Số: ................; ngày ....../....../......; giờ: ......: ......: ......"


def _body(scope: Scope, appendix: Appendix) -> Iterator[Block]:
    yield from blocks_of(appendix.text)
    for table in appendix.tables:
        yield from under(table.id, table_blocks(table))
    if appendix.tasks:
        yield from under("tasks", task_table(scope))
