"""Văn bản nhắc trong kế hoạch mà không có trong phần căn cứ.

Vì sao:
    Văn phòng muốn mọi văn bản mà kế hoạch dựa vào đều có ở phần căn cứ thì bật kiểm tra này. Bình
    thường nó tắt: nhiều văn bản chỉ được nhắc tới, không phải căn cứ.

Sai:
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ.

Đúng:
    legal_bases:
      - type: Nghị định
        number: 27/2022/NĐ-CP
        date: 19/4/2022
        issuer: Chính phủ
        subject: quy định cơ chế quản lý, tổ chức thực hiện các chương trình mục tiêu quốc gia
    outline:
      - title: Mục tiêu
        text: Theo Nghị định số 27/2022/NĐ-CP.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"
OFF = True


def check(case: Case) -> Iterator[Finding]:
    """Each document once, where it is first named outside the bases."""
    own = f"{case.plan.number}/{case.plan.symbol}".casefold()
    seen = {own}
    for one in case.mentions:
        if not one.right or one.key in seen:
            continue
        seen.add(one.key)
        if one.role == "text" and "legal_bases" not in one.path:
            path, needle = one.spot("number")
            message = f"{one.name} được nhắc ở đây mà không có trong phần căn cứ"
            yield Finding(
                path=path,
                message=message,
                hint="Thêm vào legal_bases, hoặc chấp nhận.",
                needle=needle,
            )
