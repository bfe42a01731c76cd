"""Dấu kết thúc gõ tay sai chỗ hoặc sai dạng.

Vì sao:
    Dấu ./. được tự thêm sau đoạn cuối cùng. Gõ nó ở giữa văn bản thì người đọc tưởng văn bản hết;
    gõ dạng khác (./, .//.) hay để dấu phẩy, chấm phẩy, hai chấm ở cuối thì in ra hai dấu chồng
    nhau.

Sai:
    closing: Trên đây là Kế hoạch giảm nghèo bền vững năm 2026;

Đúng:
    closing: Trên đây là Kế hoạch giảm nghèo bền vững năm 2026.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục III: dấu ./. ở cuối mọi mẫu văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.source import Route

SEVERITY: Severity = "warning"

_TYPED = re.compile(r"(?:\.\s?/{1,2}\s?\.?|(?<=\w)/\.)(?=\s|\Z)")
_END = re.compile(r"[,;:]\s*\Z")


def check(case: Case) -> Iterator[Finding]:
    """The mark in the middle of texts, and what stands where it will be set."""
    ends = list(_ends(case))
    for path, text in case.prose:
        for found in _TYPED.finditer(text) if "/" in text else ():
            last = path in ends and found.end() == len(text.rstrip())
            if not last or found[0] != case.plan.style.closing_mark:
                yield _typed(path, found[0], last)
        closing = _END.search(text) if path in ends and case.plan.style.closing_mark else None
        if closing:
            mark = closing[0].strip()
            message = (
                f"đoạn cuối kết thúc bằng '{mark}', in ra '{mark}{case.plan.style.closing_mark}'"
            )
            yield Finding(
                path=path, message=message, hint=f"Thay '{mark}' bằng dấu chấm.", needle=_tail(text)
            )


def _ends(case: Case) -> Iterator[Route]:
    """The texts that end a document."""
    yield ("closing",)
    decision = case.plan.decision
    if decision and decision.articles and not decision.articles[-1].sections:
        yield ("decision", "articles", len(decision.articles) - 1, "text")


def _typed(path: Route, typed: str, last: bool) -> Finding:
    where = "sai dạng" if last else "không ở cuối văn bản"
    message = f"dấu kết thúc '{typed}' gõ tay {where}"
    hint = "Bỏ đi: dấu kết thúc được tự thêm."
    return Finding(path=path, message=message, hint=hint, needle=typed)


def _tail(text: str) -> str:
    """The last word with its mark."""
    return text.rsplit(maxsplit=1)[-1]
