"""Từ gõ sai dấu thành từ vô nghĩa trong văn bản này.

Vì sao:
    "phân đấu", "giảm nhèo", "phòng trào", "các chi tiêu giảm nghèo": từng chữ đều có trong tiếng
    Việt nên máy soát chính tả bỏ qua, ghép lại thì sai. Danh sách các cặp ở
    data/language/wrong_words.tsv; cặp nào cũng có nghĩa khác thì chỉ xét trong cụm từ rõ nghĩa.

Sai:
    preamble: Phân đấu giảm nghèo; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Phấn đấu giảm nghèo; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.wrong_words import wrong_words

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """The pairs of the list wherever they stand."""
    for one in found_in(case, lambda text: wrong_words(text, case.memory)):
        right = one.typo.right
        yield told(one, f"'{one.typo.wrong}' là '{right}'", f"Viết '{right}'.")
