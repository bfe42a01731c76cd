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

from collections.abc import Iterator, Mapping

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.plan.todo import HINT, todos
from kehoach.source import Route

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Each place left open, once: not again where an expression shows it."""
    open_texts = {path: text for path, text in case.texts if any(todos(text))}
    order = {path: index for index, path in enumerate(open_texts)}
    for path, text in open_texts.items():
        for one in todos(text):
            if not _shown(path, one.written, open_texts, order):
                yield Finding(path=path, message=one.message, hint=HINT, needle=one.written)


def _shown(
    path: Route, written: str, texts: Mapping[Route, str], order: Mapping[Route, int]
) -> bool:
    """Whether the place stands in another text, which this one shows.

    Of two texts that are alike, that of another part of the plan further up is the shown one.
    """
    text = texts[path]
    return any(
        other.strip() in text
        and written in " ".join(other.split())
        and (len(other.strip()) < len(text.strip()) or _above(at, path, order))
        for at, other in texts.items()
        if at != path
    )


def _above(other: Route, path: Route, order: Mapping[Route, int]) -> bool:
    return other[:1] != path[:1] and order[other] < order[path]
