"""Số, ký hiệu văn bản viết sai thể thức.

Vì sao:
    Ký hiệu có dấu cách, gạch dài, thiếu chữ Đ, sai chữ hoa, chữ thường thì tra không ra văn bản và
    không đúng thể thức: văn bản nhà nước viết số/loại-cơ quan, văn bản của Đảng viết
    số-loại/cơ quan, giữa các chữ viết tắt không có dấu cách, số dưới 10 có số 0 đứng trước.

Sai:
    outline:
      - title: Mục tiêu
        text: Thực hiện Kế hoạch số 51/KH – UBND ngày 01/3/2024 của Ủy ban nhân dân tỉnh.

Đúng:
    outline:
      - title: Mục tiêu
        text: Thực hiện Kế hoạch số 51/KH-UBND ngày 01/3/2024 của Ủy ban nhân dân tỉnh.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3; Phụ lục III; Hướng dẫn 05-HD/VPTW.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention
from kehoach.citations.patterns import NUMBERED
from kehoach.diagnostics import Severity
from kehoach.registers.symbols import symbols_of

SEVERITY: Severity = "warning"

_LONG_DASH = re.compile("[‐‑‒–—−]")
_UNFILLED = re.compile(r"\.\.|…|_")


def check(case: Case) -> Iterator[Finding]:
    """Each number cited, and the plan's own symbol, against the right writing."""
    symbol = case.plan.symbol
    right = symbols_of(case.registers.agencies).right_symbol(symbol)
    if right != symbol and "-" in right:
        yield _wrong(("symbol",), symbol, right)
    for one in case.mentions:
        path, typed = one.spot("number")
        if not typed or _UNFILLED.search(typed) or _capitals(one):
            continue
        if one.right != typed:
            yield _wrong(path, typed, one.right)
        elif not NUMBERED.fullmatch(typed):
            message = f"số, ký hiệu '{typed}' không đúng dạng nào"
            yield Finding(
                path=path,
                message=message,
                hint="Viết như 560/QĐ-UBND, 32/2016/NQ-HĐND, 63-CTr/HU.",
                needle=typed,
            )


def _capitals(one: Mention) -> bool:
    """Whether the citation stands in a line of capitals, where TTg is written TTG."""
    return one.spot("type")[1].isupper() and one.right.upper() == one.number


def _wrong(path: tuple[str | int, ...], typed: str, right: str) -> Finding:
    message = f"số, ký hiệu '{typed}' {_reason(typed, right)}; đúng thể thức là '{right}'"
    mend = right if _same_letters(typed, right) else None
    return Finding(path=path, message=message, hint=f"Viết {right}.", needle=typed, mend=mend)


def _same_letters(typed: str, right: str) -> bool:
    """Whether nothing but blanks, the length of dashes, capitals and Đ tells them apart."""
    return _plain(typed) == _plain(right)


def _plain(symbol: str) -> str:
    return _LONG_DASH.sub("-", "".join(symbol.split())).lower().replace("đ", "d")


def _reason(typed: str, right: str) -> str:
    if _LONG_DASH.search(typed):
        return "dùng gạch dài" + (" và có dấu cách" if re.search(r"\s", typed) else "")
    if re.search(r"\s", typed):
        return "có dấu cách"
    if typed.replace("-", "/").lstrip("0") == right.replace("-", "/").lstrip("0"):
        return _strokes(typed, right)
    return "sai chữ viết tắt"


def _strokes(typed: str, right: str) -> str:
    if typed.lstrip("0") == right.lstrip("0"):
        return "thiếu số 0 trước số dưới 10"
    party = right.find("-") < right.find("/")
    whose = (
        "văn bản của Đảng là số-loại/cơ quan" if party else "văn bản nhà nước là số/loại-cơ quan"
    )
    return f"sai chỗ gạch nối, gạch chéo ({whose})"
