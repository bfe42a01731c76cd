"""Văn bản được dẫn không có trong sổ văn bản.

Vì sao:
    Văn phòng giữ sổ văn bản của mình (documents.csv) thì bật kiểm tra này: văn bản ngoài sổ là văn
    bản chưa ai đối chiếu. Bình thường nó tắt, vì sổ có sẵn chỉ ghi các văn bản hay dẫn.

Sai:
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 999/2025/NĐ-CP ngày 10/10/2025 của Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.

Căn cứ:
    Quy chế của từng cơ quan về kiểm tra văn bản trước khi ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import row_of
from kehoach.diagnostics import Severity

SEVERITY: Severity = "info"
OFF = True


def check(case: Case) -> Iterator[Finding]:
    """Each numbered document that the register has not, once."""
    own = f"{case.plan.number}/{case.plan.symbol}".casefold()
    seen = {own}
    for one in case.mentions:
        if not one.right or one.key in seen:
            continue
        seen.add(one.key)
        if row_of(one, case.registers) is None:
            path, needle = one.spot("number")
            message = f"{one.name} không có trong sổ văn bản"
            yield Finding(
                path=path,
                message=message,
                hint="Đối chiếu văn bản gốc rồi thêm vào sổ.",
                needle=needle,
            )
