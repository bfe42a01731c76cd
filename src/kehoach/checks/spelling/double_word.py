"""Chữ gõ hai lần liền nhau.

Vì sao:
    "các các", "thực hiện hiện" là sót lại khi sửa câu. Từ láy (dần dần, luôn luôn) và hai từ gặp
    nhau (đầu tư tư nhân) không báo; máy không tự sửa vì có khi chữ thứ hai là gõ nhầm của chữ khác.

Sai:
    preamble: Số liệu của các các thôn tại phụ lục kèm theo.

Đúng:
    preamble: Số liệu của các thôn tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.doubles import doubled

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Words and phrases of up to four words."""
    for one in found_in(case, lambda text: doubled(text, case.memory)):
        hint = "Bỏ một lần, hoặc sửa thành chữ định viết."
        yield told(one, f"'{one.typo.wrong}' gõ hai lần liền nhau", hint)
