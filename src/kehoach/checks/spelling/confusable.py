"""Chữ trông giống chữ Việt mà không phải, chữ không nhìn thấy.

Vì sao:
    Ð (chữ Iceland) thay Đ, а (chữ Nga) thay a, ký tự rộng bằng không, dấu cách không ngắt chép từ
    trang mạng: mắt không thấy khác, nhưng tìm kiếm không ra, máy đọc sai, Word có thể đổi phông.

Sai:
    preamble: "Ðề án giảm nghèo; số liệu tại phụ lục kèm theo."

Đúng:
    preamble: "Đề án giảm nghèo; số liệu tại phụ lục kèm theo."

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4: bộ mã ký tự Unicode theo TCVN 6909:2001.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.lookalikes import lookalikes

SEVERITY: Severity = "error"

_NAMES = {
    "\u00a0": "dấu cách không ngắt",
    "\u00ad": "dấu gạch nối ẩn",
    "\u200b": "dấu cách rộng bằng không",
    "\ufeff": "dấu đầu tệp",
    "\ufffd": "chữ đã hỏng",
}


def check(case: Case) -> Iterator[Finding]:
    """Words with letters of other scripts, marks left over, letters that cannot be seen."""
    for one in found_in(case, lookalikes):
        wrong, right = one.typo.wrong, one.typo.right
        strange = ", ".join(dict.fromkeys(map(_name, _strange(wrong, right))))
        hint = f"Gõ lại thành '{right}'." if right else "Gõ lại chữ này."
        yield told(one, f"'{right or wrong}' có ký tự lạ: {strange}", hint)


def _strange(wrong: str, right: str) -> Iterator[str]:
    """The characters that do not stand in the right form."""
    kept = {letter for letter in right if letter != "\u00a0"}
    blank = (letter for letter in wrong if not letter.isspace() or letter == "\u00a0")
    return (letter for letter in blank if letter not in kept)


def _name(letter: str) -> str:
    known = _NAMES.get(letter) or ("dấu rời" if unicodedata.combining(letter) else letter)
    return f"{known} (U+{ord(letter):04X})"
