"""Findings of YAML syntax: where the parser stopped, or should have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from kehoach.source.complaints import BARE, NAME, QUOTE, Complaint, bare_value, first, lowered
from kehoach.source.marks import Mark, mark_at
from kehoach.source.problems import Problem


def unknown_alias(mark: Mark, name: str) -> Problem:
    """`*name` without `&name` before it."""
    message = f"dấu * ở đầu giá trị gọi lại '{name}', nhưng chưa có '&{name}' ở trên"
    return Problem(NAME, message, f"Nếu dấu * thuộc câu chữ: {lowered(QUOTE)}", mark)


def bare_expression(mark: Mark) -> Problem:
    """A value that begins with `{{` and lacks quotes."""
    message, hint = BARE
    return Problem(NAME, message, hint, mark)


def problems(
    name: str, text: str, error: yaml.MarkedYAMLError, last: Any, known: Sequence[Problem]
) -> list[Problem]:
    """What stopped the parser; nothing where a finding on the same line has said it."""
    stopped: Any = error.problem_mark
    opened: Any = error.context_mark or stopped
    complaint = Complaint(text, stopped.index, opened.index, last)
    said = f"{error.context or ''}: {error.problem or ''}"
    found = bare_value(complaint) or first(said)(complaint)
    mark = mark_at(name, text, found.at, found.at + 1)
    if any(one.mark.line in {mark.line, stopped.line + 1} for one in known if one.name == NAME):
        return []
    return [Problem(found.name, found.message, found.hint, mark)]
