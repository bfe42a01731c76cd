"""Còn chỗ ghi TODO phải điền.

Vì sao:
    Khung kế hoạch mới và kế hoạch chuyển sang năm sau ghi TODO ở mọi chỗ mà người soạn phải quyết
    định, kèm lý do; văn bản còn chỗ như vậy thì không được ban hành.

Sai:
    preamble: "TODO: câu dẫn. Số liệu tại phụ lục kèm theo."

Đúng:
    preamble: Ủy ban nhân dân xã ban hành Kế hoạch. Số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 10: người soạn chịu trách nhiệm về nội dung dự thảo.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.todo import HINT, todos
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Each place left open, once: not again where an expression shows it."""
    open_texts = [(path, text) for path, text in case.texts if any(todos(text))]
    for path, text in open_texts:
        for one in todos(text):
            if not _shown(path, text, one.written, open_texts):
                yield Finding(path, one.message, HINT, one.written)


def _shown(path: Route, text: str, written: str, others: list[tuple[Route, str]]) -> bool:
    """Whether the place stands in another text, which this one shows.

    Of two texts that are alike, that of another part of the plan further up is the shown one.
    """
    return any(
        written in " ".join(other.split())
        and other.strip() in text
        and (len(other.strip()) < len(text.strip()) or _before(other_path, path, others))
        for other_path, other in others
        if other_path != path
    )


def _before(other: Route, path: Route, order: list[tuple[Route, str]]) -> bool:
    paths = [one for one, _ in order]
    return other[:1] != path[:1] and paths.index(other) < paths.index(path)
