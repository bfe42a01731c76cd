"""Số viết bằng chữ khác số viết bằng chữ số bên cạnh.

Vì sao:
    Số tiền viết cả hai cách (3.138 triệu đồng, bằng chữ: Ba tỷ một trăm ba mươi tám triệu đồng) mà
    khác nhau thì không biết theo số nào; số bản, số ngày viết "hai (02) bản" cũng vậy.

Sai:
    outline:
      - title: Kinh phí
        text: Tổng kinh phí 3.138 triệu đồng (Ba tỷ, một trăm tám mươi ba triệu đồng).

Đúng:
    outline:
      - title: Kinh phí
        text: Tổng kinh phí 3.138 triệu đồng (Ba tỷ, một trăm ba mươi tám triệu đồng).

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.formats.words import money_words, words
from kehoach.language.amounts_in_words import WordedFigure, worded_figures
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import skeleton

SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Each figure of the prose that is written out in words too."""
    for path, text in case.prose:
        for sentence in case.memory.once(sentences, text):
            for one in worded_figures(case.memory.once(skeleton, sentence.text)):
                if not one.agrees:
                    yield Finding(
                        path=path, message=_message(one), hint=_hint(one), needle=one.words
                    )


def _message(one: WordedFigure) -> str:
    named = one.figure.write(one.value) if one.figure.kind == "money" else Number.of(one.value).text
    return f"chữ '{one.words}' là {named}, chữ số bên cạnh là {one.figure.text}"


def _hint(one: WordedFigure) -> str:
    read = money_words if one.figure.kind == "money" else words
    return f"{one.figure.text} đọc là '{read(one.figure.worth)}'; sửa chỗ sai."
