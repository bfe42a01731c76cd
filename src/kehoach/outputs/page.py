"""Filters bound to a template's page: tables as wide as its text, rules as long as lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from jinja2 import pass_context

from kehoach.outputs.filters import NOTES
from kehoach.outputs.rules import rule
from kehoach.outputs.table import table_xml
from kehoach.word.fault import WordFileError
from kehoach.word.metrics import line_width
from kehoach.word.names import SECTION, child, number
from kehoach.word.package import Package

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from markupsafe import Markup

    from kehoach.word.blocks import TableSpec


def text_area(data: bytes) -> int:
    """The width of the text of a Word file's last section, in twips.

    Raises:
        WordFileError: the bytes are no Word file, or set up no page.
    """
    package = Package(data)
    section = next(reversed(list(package.body().iter(SECTION))), None)
    width = number(child(section, "pgSz"), "w")
    if width is None:
        raise WordFileError("không có thiết lập trang (khổ giấy, lề)", package.main)
    margins = child(section, "pgMar")
    return width - sum(number(margins, side) or 0 for side in ("left", "right", "gutter"))


def page_filters(data: bytes) -> Mapping[str, Callable[..., object]]:
    """`table` and `rule` for a template with this page."""
    width = text_area(data)

    @pass_context
    def table(context: Context, spec: TableSpec, size: int = 12) -> Markup:
        return table_xml(spec, width, size_pt=size, footnotes=context.get(NOTES))

    def rule_under(text: str, share: float = 0.4, size: int = 14, column: int = 0) -> Markup:
        """A line as long as this share of a bold text, or of a full line where the text wraps.

        `column` is the width of the cell that the text stands in, in twips (0: the page's text).
        """
        line = min(line_width(text, 2 * size, bold=True), column or width)
        return rule(int(line * Decimal(str(share))))

    return {"table": table, "rule": rule_under}
