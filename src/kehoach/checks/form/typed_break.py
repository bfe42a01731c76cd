"""Số gõ tay trong đoạn văn bị đứt: lặp, nhảy số.

Vì sao:
    Các dòng 1., 2., a), b) gõ tay trong một đoạn văn không được tự đánh lại khi thêm bớt: hai dòng
    cùng số hay thiếu một số làm chỗ dẫn "điểm c" không biết là dòng nào. Thứ tự a, b, c, d, đ, e và
    a, b, c, d, e đều được.

Sai:
    outline:
      - title: Giải pháp
        text: |
          a) Tuyên truyền.

          c) Dạy nghề.

Đúng:
    outline:
      - title: Giải pháp
        text: |
          a) Tuyên truyền.

          b) Dạy nghề.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm d: thứ tự của phần, mục, khoản, điểm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.typed_lists import Break, breaks
from kehoach.language.typos import first, rest, typo

SEVERITY: Severity = "warning"

_HINT = "Sửa số, hoặc tách thành các mục con (sections) để số được tự đánh."


def check(case: Case) -> Iterator[Finding]:
    """Typed numbers that repeat or skip, each text by itself."""
    for path, text in case.prose:
        told, more = first(breaks(text))
        for one in told:
            found = typo(text, one.start, one.start + len(one.mark), None)
            message = _wording(one) + (rest(more) if one is told[-1] else "")
            yield Finding(path=path, message=message, hint=_HINT, needle=found.needle)


def _wording(one: Break) -> str:
    if one.mark == one.before:
        return f"số '{one.mark}' gõ hai lần liền nhau, sau '{one.before}' phải là '{one.expected}'"
    return f"sau '{one.before}' là '{one.mark}', phải là '{one.expected}'"
