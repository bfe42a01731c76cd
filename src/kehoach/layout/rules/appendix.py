"""Mục III, khoản 1: an appendix's number, title and line of reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.layout.elements import TextParts
from kehoach.layout.measured import Measured
from kehoach.layout.nd30 import Decree
from kehoach.layout.rules.finding import at, of_page
from kehoach.source import Finding

_ROMAN = re.compile(r"\s[IVXLC]+$")


def findings(_measured: Measured, parts: TextParts, decree: Decree) -> Iterator[Finding]:
    """Several appendices carry Roman numerals; each has its title and the line "(Kèm theo ...)"."""
    clause = decree.looks["label"].clause
    for part in parts.appendices:
        label = part.first("label")
        if label and len(parts.appendices) > 1 and not _ROMAN.search(label.words):
            yield at(label, "Chữ Phụ lục", "không có số La Mã", "đánh số bằng số La Mã", clause)
        for name in ("title", "reference"):
            if not part.found.get(name):
                yield of_page(decree.looks[name].name, "không có", "phải có", clause)
