"""`&name` and `*name`, which reordering keys could part from one another."""

from __future__ import annotations

import re

from kehoach.source.canonical.leaves import gaps
from kehoach.source.marks import Map, mark_at
from kehoach.source.problems import Problem

_COMMENT_OR_ANCHOR = re.compile(r"#[^\n]*|(?P<anchor>&[^\s,\[\]{}]+)")


def anchors(name: str, root: Map, text: str) -> list[Problem]:
    """A finding for each `&name`: such a file has no canonical form."""
    return [
        _problem(name, text, found.start("anchor"), found.end("anchor"))
        for gap in gaps(root, text)
        for found in _COMMENT_OR_ANCHOR.finditer(text, gap.start, gap.end)
        if found["anchor"]
    ]


def _problem(name: str, text: str, start: int, end: int) -> Problem:
    message = f"tệp dùng lại giá trị bằng dấu '{text[start:end]}' nên không định dạng được"
    hint = "Viết thẳng giá trị ở từng chỗ, hoặc đưa phần chung vào một tệp gốc rồi dùng extends."
    return Problem("yaml-anchor", message, hint, mark_at(name, text, start, end))
