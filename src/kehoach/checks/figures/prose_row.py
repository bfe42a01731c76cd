"""Số của toàn tỉnh, toàn huyện, toàn xã nêu trong câu khác dòng tổng của bảng.

Vì sao:
    Câu nêu một số cho cả nơi, nhắc đủ tên một cột, mà dòng tổng của cột ấy ghi số khác thì không
    biết giao theo số nào. Chỉ so câu có đúng một số và cột có tên từ bốn tiếng trở lên.

Sai:
    outline:
      - {title: Mục tiêu, text: "Tỷ lệ hộ nghèo cuối năm toàn xã là 3,17%."}
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: thon, title: Thôn, kind: text}
              - {id: ty_le, title: Tỷ lệ hộ nghèo cuối năm (%), sum: false}
            rows: ["Thôn A | 2,5", "Thôn B | 4,3"]
            total: {title: Tổng cộng, cells: "3,71"}

Đúng:
    outline:
      - {title: Mục tiêu, text: "Tỷ lệ hộ nghèo cuối năm toàn xã là 3,71%."}
    appendices:
      - id: pl
        title: Chỉ tiêu
        tables:
          - id: b
            columns:
              - {id: thon, title: Thôn, kind: text}
              - {id: ty_le, title: Tỷ lệ hộ nghèo cuối năm (%), sum: false}
            rows: ["Thôn A | 2,5", "Thôn B | 4,3"]
            total: {title: Tổng cộng, cells: "3,71"}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Điều 8: nội dung văn bản phải chính xác.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.checks.figures.cells_named import WHOLE, agrees, plain, shown
from kehoach.diagnostics import Severity
from kehoach.language.figures import figures
from kehoach.language.sentences import sentences
from kehoach.plan import Cell, Column
from kehoach.source import Route

SEVERITY: Severity = "warning"
FORMERLY = "target-row"

_FEWEST_WORDS = 4


def check(case: Case) -> Iterator[Finding]:
    """A sentence's one figure for the whole place against the total of the column it names."""
    totals = [
        (sheet.columns[index], line.cells[index])
        for _, sheet in case.sheets
        for line in sheet.of_kind("total")
        for index, column in enumerate(sheet.columns)
        if column.kind == "number" and len(plain(column.title).split()) >= _FEWEST_WORDS
    ]
    for path, text in case.prose if totals else ():
        for sentence in sentences(text):
            if WHOLE.search(plain(sentence.text)):
                yield from _sentence(path, sentence.text, totals)


def _sentence(path: Route, text: str, totals: list[tuple[Column, Cell]]) -> Iterator[Finding]:
    found = [one for one in figures(text) if one.kind in {"percent", "count"}]
    if len(found) != 1 or not found[0].plain:
        return
    words, percent = plain(text), found[0].kind == "percent"
    for column, cell in totals:
        title = plain(column.title)
        if cell.value is None or title not in words or percent != ("tỷ lệ" in title):
            continue
        if not agrees(cell.value, found[0].number):
            yield Finding(
                path=path,
                message=f"câu ghi {found[0].text}, bảng ghi {shown(cell.value)} ở dòng tổng,"
                f" cột '{column.title}'",
                hint="Sửa câu hoặc sửa số trong bảng.",
                needle=found[0].text,
            )
