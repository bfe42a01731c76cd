"""Findings of YAML syntax: where the parser stopped, or should have."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.source.complaint import NAME, QUOTE, Complaint, lowered
from kehoach.source.complaints import BARE, bare_value, first
from kehoach.source.finding import Finding
from kehoach.source.marks import Mark, mark_at
from kehoach.source.syntax_text import line_number


def unknown_alias(mark: Mark, name: str) -> Finding:
    """`*name` without `&name` before it."""
    message = f"dấu * ở đầu giá trị gọi lại '{name}', nhưng chưa có '&{name}' ở trên"
    return Finding(
        name=NAME, message=message, hint=f"Nếu dấu * thuộc câu chữ: {lowered(QUOTE)}", mark=mark
    )


def bare_expression(mark: Mark) -> Finding:
    """A value that begins with `{{` and lacks quotes."""
    message, hint = BARE
    return Finding(name=NAME, message=message, hint=hint, mark=mark)


def problems(name: str, said: str, complaint: Complaint, known: Sequence[Finding]) -> list[Finding]:
    """What stopped the parser; nothing where a finding on the same line has said it.

    Args:
        name: the file as marks name it.
        said: "context: problem" in the parser's words.
        complaint: where it stopped.
        known: findings so far.
    """
    found = bare_value(complaint) or first(said)(complaint)
    mark = mark_at(name, complaint.text, found.at, found.at + 1)
    lines = {mark.line, line_number(complaint.text, complaint.at)}
    if any(one.mark and one.mark.line in lines for one in known if one.name == NAME):
        return []
    return [Finding(name=found.name, message=found.message, hint=found.hint, mark=mark)]
