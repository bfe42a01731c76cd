"""Chữ viết tắt không được chú giải (mặc định tắt).

Vì sao:
    Chữ viết tắt ít gặp phải được chú giải ở chỗ đầu tiên: Chương trình mục tiêu quốc gia (sau đây
    viết tắt là CTMTQG). Những chữ ai cũng biết (UBND, HĐND...) không tính; văn phòng thêm
    chữ của mình ở known. Tắt vì mỗi văn phòng coi là quen thuộc những chữ khác nhau.

Sai:
    preamble: BQLCT báo cáo; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Ban quản lý chương trình (BQLCT) báo cáo; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung rõ ràng, chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.diagnostics import Severity
from kehoach.language.abbreviations import definitions, uses
from kehoach.language.written import plain_words

SEVERITY: Severity = "info"
OFF = True


class UndefinedAbbreviationOptions(Options):
    """Tùy chọn của undefined-abbreviation."""

    known: list[str] = Field(
        default_factory=list,
        title="Chữ quen thuộc",
        description="Chữ viết tắt không cần chú giải: ['BQL'].",
    )


OPTIONS = UndefinedAbbreviationOptions


def check(case: Case) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing defines."""
    texts = [(path, case.memory.once(plain_words, text)) for path, text in case.written]
    named = {one.short for _, text in texts for one in definitions(text)}
    seen = {*named, *case.options_of(UndefinedAbbreviationOptions).known}
    for path, text in texts:
        for short, _ in uses(text):
            if short not in seen:
                seen.add(short)
                hint = f"Viết đủ, hoặc chú giải ở chỗ đầu tiên: (sau đây viết tắt là {short})."
                yield Finding(
                    path=path,
                    message=f"chữ viết tắt '{short}' không được chú giải",
                    hint=hint,
                    needle=short,
                )
