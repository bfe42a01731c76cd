"""Cơ quan ban hành không khớp ký hiệu văn bản.

Vì sao:
    Ký hiệu cho biết ai ban hành: QĐ-TTg là của Thủ tướng Chính phủ, NĐ-CP là của Chính phủ, NQ-HĐND
    là của Hội đồng nhân dân. Ghi khác thì hoặc sai cơ quan, hoặc sai ký hiệu. Ký hiệu của cơ quan
    đã kết thúc hoạt động (BLĐTBXH sau ngày 28/02/2025) cũng không thể có ở văn bản mới.

Sai:
    outline:
      - title: Mục tiêu
        text: Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm b: ký hiệu gồm chữ viết tắt tên cơ
    quan ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention
from kehoach.diagnostics import Severity
from kehoach.formats.dates import date_short
from kehoach.registers.symbols import Body, symbols_of

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """The issuer as named, and the days of the body, against the code in the symbol."""
    symbols = symbols_of(case.registers.agencies)
    for one in case.mentions:
        if one.body is None:
            continue
        named = symbols.issuers(one.issuer) if one.issuer else ()
        if named and not _codes(one, one.body) & {body.code for body in named}:
            yield _other(one, one.body)
        elif one.day and not one.body.validity.holds(one.day):
            yield _outside(one, one.body)


def _codes(one: Mention, body: Body) -> set[str]:
    """Who signs: of a joint document several (TTLT-BTC-BNV)."""
    return {body.code, *(one.symbol.body.split("-") if one.symbol else [])}


def _other(one: Mention, body: Body) -> Finding:
    path, needle = one.spot("issuer")
    message = (
        f"{one.name} ghi là của '{one.issuer}', mà ký hiệu {body.code} là của {body.issuers[0]}"
    )
    return Finding(
        path=path, message=message, hint="Sửa cơ quan ban hành hoặc sửa ký hiệu.", needle=needle
    )


def _outside(one: Mention, body: Body) -> Finding:
    assert one.day
    start, end = body.validity.start, body.validity.end
    if end and one.day > end:
        days = f"chỉ dùng đến ngày {date_short(end)}"
    else:
        assert start
        days = f"chỉ dùng từ ngày {date_short(start)}"
    path, needle = one.spot("number")
    message = f"{one.name} ngày {date_short(one.day)}, mà ký hiệu {body.code} {days}"
    return Finding(
        path=path, message=message, hint="Sửa ký hiệu hoặc sửa ngày ban hành.", needle=needle
    )
