"""Dấu gạch nối chỉ có dấu cách ở một bên.

Vì sao:
    "Lao động- Thương binh", "Văn hóa -Thông tin" vừa xấu vừa làm tên cơ quan không khớp với tên
    trong sổ: gạch giữa hai phần của tên có dấu cách ở cả hai bên, hoặc không bên nào.

Sai:
    preamble: Chương trình kinh tế- xã hội có số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Chương trình kinh tế - xã hội có số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1: giữa các cụm từ có gạch nối, có cách chữ.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.marks import loose_dashes

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Dashes between words with a blank on one side alone."""
    for one in found_in(case, loose_dashes):
        message = f"gạch nối chỉ có dấu cách một bên: '{one.typo.needle}'"
        yield told(one, message, f"Viết '{one.typo.mend}'.")
