"""Một chữ viết tắt được chú giải hai nghĩa.

Vì sao:
    Chữ viết tắt chỉ được thay cho một cụm từ trong cả văn bản; hai nghĩa thì người đọc không biết
    chỗ sau nói về cái nào.

Sai:
    preamble: Số liệu đào tạo nghề nông (viết tắt là ĐTNN) tại phụ lục kèm theo.
    closing: Trên đây là Kế hoạch; vốn đầu tư nước ngoài (viết tắt là ĐTNN) nêu ở phụ lục.

Đúng:
    preamble: Số liệu đào tạo nghề nông (viết tắt là ĐTNN) tại phụ lục kèm theo.
    closing: Trên đây là Kế hoạch; vốn đầu tư nước ngoài nêu ở phụ lục.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung rõ ràng, chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.abbreviations import definitions
from kehoach.language.written import plain_words

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Definitions of one abbreviation that give different words."""
    known: dict[str, str] = {}
    for path, text in case.written:
        for one in case.memory.once(definitions, case.memory.once(plain_words, text)):
            first = known.setdefault(one.short, one.words)
            if first.casefold() != one.words.casefold():
                message = f"'{one.short}' đã là '{first}', ở đây là '{one.words}'"
                yield Finding(
                    path=path,
                    message=message,
                    hint="Dùng chữ viết tắt khác cho nghĩa này.",
                    needle=one.words,
                )
