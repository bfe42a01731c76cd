"""Số mục ghi sẵn khác số tự đánh.

Vì sao:
    Số mục được đánh theo thứ tự, nên không thể trùng hay nhảy; ghi sẵn một số khác thì bản in có
    hai mục cùng số, hoặc thiếu một số. Chỉ dùng khi phải in y như bản đã ban hành.

Sai:
    outline:
      - title: Mục tiêu
        text: Giảm nghèo bền vững.
      - title: Nội dung
        number: "I."
        text: Nội dung hoạt động.

Đúng:
    outline:
      - title: Mục tiêu
        text: Giảm nghèo bền vững.
      - title: Nội dung
        text: Nội dung hoạt động.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm d: thứ tự của phần, mục, khoản, điểm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan import Level, Section, top_level
from kehoach.source import Route

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Each stated number against the one that its place gives."""
    level = top_level(case.plan.style.numbering)
    yield from _sections(case.plan.outline, ("outline",), level, count(1))


def _sections(
    items: Sequence[Section], path: Route, level: Level, numbers: Iterator[int]
) -> Iterator[Finding]:
    for index, section in enumerate(items):
        here = (*path, index)
        below, inside = level, numbers  # what stands in an unnumbered section goes on counting
        if section.numbered:
            number = next(numbers)
            yield from _compare(section, here, level.label(number))
            below, inside = level.below(number, section.numbering), count(1)
        yield from _sections(section.sections, (*here, "sections"), below, inside)


def _compare(section: Section, path: Route, label: str) -> Iterator[Finding]:
    if section.number and section.number != label:
        yield Finding(
            path=(*path, "number"),
            message=f"mục '{section.title}' in số {section.number}, theo thứ tự phải là {label}",
            hint="Bỏ khóa number để số được tự đánh.",
        )
