"""Tên loại văn bản không khớp ký hiệu.

Vì sao:
    Ký hiệu mang chữ viết tắt của tên loại: QĐ là Quyết định, NQ là Nghị quyết, KH là Kế hoạch. Ghi
    'Nghị quyết số 90/QĐ-TTg' thì hoặc sai tên loại, hoặc sai ký hiệu.

Sai:
    outline:
      - title: Mục tiêu
        text: Thực hiện Nghị quyết số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.

Đúng:
    outline:
      - title: Mục tiêu
        text: Thực hiện Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục III: chữ viết tắt tên loại văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Mention
from kehoach.diagnostics import Severity
from kehoach.formats.values import TYPE_NAMES

SEVERITY: Severity = "error"

_MORE_NAMES = {
    "QĐ": {"Quy định"},
    "CTr": {"Chương trình hành động"},
    "KH": {"Kế hoạch hành động"},
    "TB": {"Thông báo kết luận", "Kết luận"},
    "KL": {"Kết luận"},
    "CV": {"Công văn"},
    "TTLT": {"Thông tư"},
    "HD": {"Hợp đồng"},
}
_ANY = {"", "Văn bản"}
_APPROVED = {"Đề án", "Chương trình", "Dự án", "Kế hoạch", "Quy chế", "Quy định", "Phương án"}
"""What is issued by a decision, and is called by its number in speech: Đề án 06/QĐ-TTg."""


def check(case: Case) -> Iterator[Finding]:
    """Each type as named against the code in the symbol."""
    for one in case.mentions:
        names = _names(one)
        if names and one.type not in names | _ANY and not _in_short(one):
            path, needle = one.spot("type")
            code = one.symbol.type or one.symbol.body if one.symbol else ""
            message = f"ghi '{one.type}' mà ký hiệu '{one.number}' ({code}) là của {_told(names)}"
            yield Finding(
                path=path, message=message, hint="Sửa tên loại hoặc sửa ký hiệu.", needle=needle
            )


def _names(one: Mention) -> set[str]:
    """The types that a symbol allows; none where it tells nothing."""
    if one.symbol is None:
        return set()
    if one.symbol.type:
        own = {TYPE_NAMES[one.symbol.type]} if one.symbol.type in TYPE_NAMES else set()
        return own | _MORE_NAMES.get(one.symbol.type, set())
    return set(one.body.words) if one.body else set()


def _in_short(one: Mention) -> bool:
    decided = one.symbol is not None and one.symbol.type in {"QĐ", "NQ"}
    return decided and one.role == "text" and one.type in _APPROVED


def _told(names: set[str]) -> str:
    return " hoặc ".join(sorted(names))
