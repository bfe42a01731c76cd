"""Chữ viết tắt không được chú giải (mặc định tắt).

Vì sao:
    Chữ viết tắt ít gặp phải được chú giải ở chỗ đầu tiên: Chương trình mục tiêu quốc gia (sau đây
    viết tắt là CTMTQG). Những chữ ai cũng biết (UBND, HĐND...) không tính; thêm chữ của văn phòng
    bằng options = {known = ["BQL"]}. Tắt vì mỗi văn phòng coi là quen thuộc những chữ khác nhau.

Sai:
    preamble: BQLCT báo cáo; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Ban quản lý chương trình (BQLCT) báo cáo; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung rõ ràng, chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.abbreviations import definitions, uses
from kehoach.language.written import plain_words

SEVERITY: Severity = "info"
OFF = True


def check(case: Case) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing defines."""
    texts = [(path, case.memory.once(plain_words, text)) for path, text in case.written]
    named = {one.short for _, text in texts for one in definitions(text)}
    seen = {*named, *case.option("undefined-abbreviation", "known", ())}
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
