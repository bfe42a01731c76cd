"""Căn cứ ghi thiếu tên loại, số, ngày, cơ quan ban hành hoặc trích yếu.

Vì sao:
    Căn cứ phải ghi đủ tên loại, số và ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích
    yếu; luật, pháp lệnh ghi tên và ngày (hoặc số).

Sai:
    legal_bases:
      - type: Quyết định
        number: 652/QĐ-TTg
        issuer: Thủ tướng Chính phủ
        subject: về việc giao kế hoạch vốn

Đúng:
    legal_bases:
      - type: Quyết định
        number: 652/QĐ-TTg
        date: 28/5/2022
        issuer: Thủ tướng Chính phủ
        subject: về việc giao kế hoạch vốn

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm a.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.citations import Basis, Mention, bases
from kehoach.diagnostics import Severity

SEVERITY: Severity = "warning"

_LAWS = {"Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh"}
_NAMES = {
    "type": "tên loại",
    "number": "số, ký hiệu",
    "day": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "subject": "trích yếu",
}


def check(case: Case) -> Iterator[Finding]:
    """What each basis lacks."""
    for one_list in bases(case.plan, case.registers):
        for basis in one_list:
            missing = _missing(basis)
            if missing and basis.cited:
                message = f"{basis.cited.name or 'căn cứ'} thiếu {', '.join(missing)}"
                path, needle = _place(basis.cited)
                yield Finding(path=path, message=message, hint=_hint(basis), needle=needle)


def _missing(basis: Basis) -> list[str]:
    one = basis.cited
    if one is None or (one.document and not one.name):
        return []  # words that name no document, or an id that the register has not
    if one.type in _LAWS:
        return _missing_of_law(one)
    return [name for key, name in _NAMES.items() if not getattr(one, key)]


def _missing_of_law(one: Mention) -> list[str]:
    dated = one.year or one.number or one.type == "Hiến pháp"
    return ([] if one.subject or one.type == "Hiến pháp" else ["tên"]) + (
        [] if dated else ["ngày ban hành"]
    )


def _place(one: Mention) -> tuple[tuple[str | int, ...], str]:
    if "all" in one.spots:
        return one.spots["all"]
    return one.path, ""


def _hint(basis: Basis) -> str:
    if basis.basis.document:
        return "Ghi thêm ở căn cứ này, hoặc bổ sung dòng của văn bản trong sổ văn bản."
    return "Ghi đủ: Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ phê duyệt ..."
