"""Chữ không phải âm tiết tiếng Việt.

Vì sao:
    "hyện", "nghành", "viêc" không có trong tiếng Việt: phụ âm, vần và thanh không đi với nhau như
    vậy. Tên riêng, tiếng dân tộc, chữ nước ngoài, chữ viết tắt, đơn vị đo không tính. Chữ lạ mà
    đúng thì thêm vào tùy chọn words trong kehoach.toml.

Sai:
    preamble: Ủy ban nhân dân các hyện báo cáo; số liệu tại phụ lục kèm theo.

Đúng:
    preamble: Ủy ban nhân dân các huyện báo cáo; số liệu tại phụ lục kèm theo.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from kehoach.checks.case import Case, Finding
from kehoach.checks.options import Options
from kehoach.checks.spelling import found_in, told
from kehoach.diagnostics import Severity
from kehoach.language.spelling import guesses, strange_words
from kehoach.language.typos import Span

SEVERITY: Severity = "warning"


class NoSuchSyllableOptions(Options):
    """Tùy chọn của no-such-syllable."""

    words: list[str] = Field(
        default_factory=list,
        title="Chữ lạ mà đúng",
        description="Những chữ không báo, mỗi chữ một âm tiết.",
    )


OPTIONS = NoSuchSyllableOptions


def check(case: Case) -> Iterator[Finding]:
    """Words in small letters, or at the beginning of a sentence."""
    known = frozenset(word.lower() for word in case.options_of(NoSuchSyllableOptions).words)

    def unknown(text: str) -> Iterator[Span]:
        for one in strange_words(text, case.memory, known):
            word = text[one.start : one.end]
            if word[0].islower() or word.lower() not in case.once(_name_syllables):
                yield one

    for one in found_in(case, unknown):
        near = " hay ".join(
            f"'{guess}'" for guess in case.memory.once(guesses, one.typo.wrong.lower())
        )
        hint = (
            f"Có phải là {near}?" if near else "Sửa chữ này, hoặc thêm vào words của kiểm tra này."
        )
        yield told(one, f"'{one.typo.wrong}' không phải âm tiết tiếng Việt", hint)


def _name_syllables(case: Case) -> frozenset[str]:
    """The syllables of the names of places, in small letters."""
    names = (place.name.lower() for place in case.registers.places)
    return frozenset(word for name in names for word in name.split())
