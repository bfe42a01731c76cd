"""Chữ không phải âm tiết tiếng Việt.

Vì sao:
    "hyện", "nghành", "viêc" không có trong tiếng Việt: phụ âm, vần và thanh không đi với nhau như
    vậy. Tên riêng, tiếng dân tộc, chữ nước ngoài, chữ viết tắt, đơn vị đo không tính. Chữ lạ mà
    đúng thì thêm vào options = {words = ["..."]} trong kehoach.toml.

Sai:
    preamble: Ủy ban nhân dân các hyện báo cáo; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Ủy ban nhân dân các huyện báo cáo; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.language.spelling import guesses, strange_words
from kehoach.language.written import slips
from kehoach.registers import Places

SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Words in small letters, or at the beginning of a sentence."""
    known = {word.lower() for word in case.option("no-such-syllable", "words", ())}
    for path, _, one in slips(case.written, strange_words):
        word = one.wrong.lower()
        if word in known or (
            one.wrong[0].isupper() and word in _name_syllables(case.registers.places)
        ):
            continue
        near = " hay ".join(f"'{guess}'" for guess in guesses(word))
        hint = (
            f"Có phải là {near}?" if near else "Sửa chữ này, hoặc thêm vào words của kiểm tra này."
        )
        yield Finding(
            path=path,
            message=f"'{one.wrong}' không phải âm tiết tiếng Việt",
            hint=hint,
            needle=one.needle,
            mend=one.mend,
        )


@lru_cache(maxsize=4)
def _name_syllables(places: Places) -> frozenset[str]:
    """The syllables of the names of places, in small letters."""
    return frozenset(word for place in places for word in place.name.lower().split())
