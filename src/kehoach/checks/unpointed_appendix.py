"""Phụ lục không được nhắc tới trong văn bản, hoặc nhắc tới phụ lục không có.

Vì sao:
    Văn bản có phụ lục thì phải chỉ dẫn tới phụ lục đó; chỉ dẫn tới một phụ lục không có làm người
    đọc tìm không thấy.

Sai:
    outline:
      - title: Nội dung
        text: Chi tiết tại Phụ lục III.
    appendices:
      - {id: pl_1, title: Chỉ tiêu, text: Bảng chỉ tiêu.}
      - {id: pl_2, title: Nhiệm vụ, text: Bảng nhiệm vụ.}

Đúng:
    outline:
      - title: Nội dung
        text: Chi tiết tại Phụ lục I và Phụ lục II.
    appendices:
      - {id: pl_1, title: Chỉ tiêu, text: Bảng chỉ tiêu.}
      - {id: pl_2, title: Nhiệm vụ, text: Bảng nhiệm vụ.}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.numerals import roman

SEVERITY: Severity = "warning"

_NUMBERED = re.compile(r"[Pp]hụ lục (?:số )?([IVX]+)\b(?! (?:Nghị|Thông|Quyết|Luật|kèm theo N))")
_ANY = re.compile(r"[Pp]hụ lục|[Pp]hụ biểu|[Bb]iểu|[Bb]ảng")
_TEXTS = {"outline", "closing", "preamble", "objectives", "tasks", "duties", "projects"}


def check(case: Case) -> Iterator[Finding]:
    """Appendices without a pointer, and pointers without an appendix."""
    appendices = case.plan.appendices
    texts = [(path, text) for path, text in case.texts if path[0] in _TEXTS]
    numerals = {roman(index) for index in range(1, len(appendices) + 1)}
    pointed = set()
    for path, text in texts if len(appendices) != 1 else ():
        for found in _NUMBERED.finditer(text):
            pointed.add(found.group(1))
            if appendices and found.group(1) not in numerals:
                message = f"nhắc tới {found.group()} mà kế hoạch chỉ có {len(appendices)} phụ lục"
                yield Finding(path, message, "Sửa số phụ lục hoặc thêm phụ lục.", found.group())
    if len(appendices) == 1:
        pointed = {"I"} if any(_ANY.search(text) for _, text in texts) else set()
    yield from _unpointed(case, pointed)


def _unpointed(case: Case, pointed: set[str]) -> Iterator[Finding]:
    several = len(case.plan.appendices) > 1
    for index, appendix in enumerate(case.plan.appendices):
        if roman(index + 1) not in pointed:
            name = f"Phụ lục {roman(index + 1)}" if several else "Phụ lục"
            message = f"{name} '{appendix.title}' không được nhắc tới trong văn bản"
            yield Finding(
                ("appendices", index), message, f"Thêm chỗ chỉ dẫn: (chi tiết tại {name})."
            )
