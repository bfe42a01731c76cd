"""The filters every template has: inline text and tables, with the footnotes of the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import pass_context

from kehoach.outputs.inline import runs
from kehoach.outputs.marks import plain
from kehoach.outputs.rules import rule
from kehoach.outputs.table import table_xml

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from markupsafe import Markup

    from kehoach.word.blocks import TableSpec

NOTES = "footnotes"  # the name under which a filling finds its Footnotes


@pass_context
def _runs(context: Context, text: str, base: str = "") -> Markup:
    return runs(text, context.get(NOTES), base)


@pass_context
def _table(context: Context, spec: TableSpec, width_twips: int, size_pt: int = 12) -> Markup:
    return table_xml(spec, width_twips, size_pt=size_pt, footnotes=context.get(NOTES))


FILTERS: dict[str, Callable[..., object]] = {
    "runs": _runs,
    "table": _table,
    "plain": plain,
    "rule": rule,
}
