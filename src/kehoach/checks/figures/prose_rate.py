"""Tỷ lệ phần trăm trong câu khác tỷ lệ tính từ hai số trong cùng câu.

Vì sao:
    Câu nêu số thực hiện, số kế hoạch và tỷ lệ đạt được thì ba số phải khớp ở đúng số chữ số thập
    phân mà câu ghi; làm tròn lên hay xuống đều được nhận.

Sai:
    outline:
      - title: Kết quả
        text: Có 85/120 thôn đạt chuẩn, chiếm 78,0%.

Đúng:
    outline:
      - title: Kết quả
        text: Có 85/120 thôn đạt chuẩn, chiếm 70,8%.

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.values import Number
from kehoach.language.relations import Rate
from kehoach.language.sentences import sentences
from kehoach.language.skeleton import skeleton
from kehoach.language.spending import rates

SEVERITY: Severity = "warning"
AFTER = ("disbursement",)  # the sentence shows a figure of the data that is told already


def check(case: Case) -> Iterator[Finding]:
    """Each percentage whose part and whole stand in its sentence."""
    for path, text in case.prose:
        for sentence in case.memory.once(sentences, text):
            for rate in rates(case.memory.once(skeleton, sentence.text)):
                if not _fits(rate):
                    yield Finding(
                        path=path,
                        message=_message(rate),
                        hint="Sửa tỷ lệ hoặc số sai.",
                        needle=rate.percent.text,
                    )


def _fits(rate: Rate) -> bool:
    low, high = rate.bounds
    return low - rate.percent.grain < rate.percent.worth < high + rate.percent.grain


def _message(rate: Rate) -> str:
    right = Number.of(rate.exact, rate.percent.number.decimals).text
    return (
        f"'{rate.quote}': {rate.part.text} trên {rate.whole.text} là {right}%,"
        f" câu ghi {rate.percent.text}"
    )
