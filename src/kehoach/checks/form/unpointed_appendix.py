"""Phụ lục không được nhắc tới trong văn bản, hoặc nhắc tới phụ lục không có.

Vì sao:
    Văn bản có phụ lục thì phải chỉ dẫn tới phụ lục đó; chỉ dẫn tới một phụ lục không có làm người
    đọc tìm không thấy.

Sai:
    outline:
      - title: Nội dung
        text: Chi tiết tại Phụ lục III.
    appendices:
      - {id: pl_1, title: Chỉ tiêu, text: Bảng chỉ tiêu.}
      - {id: pl_2, title: Nhiệm vụ, text: Bảng nhiệm vụ.}

Đúng:
    outline:
      - title: Nội dung
        text: Chi tiết tại Phụ lục I và Phụ lục II.
    appendices:
      - {id: pl_1, title: Chỉ tiêu, text: Bảng chỉ tiêu.}
      - {id: pl_2, title: Nhiệm vụ, text: Bảng nhiệm vụ.}

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1 điểm a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.numerals import roman
from kehoach.plan.kinds import OWN
from kehoach.source import Route

SEVERITY: Severity = "warning"

_NAME = r"[Pp]hụ lục|[Pp]hụ biểu"
_LINK = rf"(?:,|;| và| đến) (?:(?:{_NAME}) )?"
_NUMBERED = re.compile(
    rf"(?:{_NAME}) (?:số )?([IVX]+\b(?:{_LINK}[IVX]+\b)*)"
    r"(?! (?:của |ban hành )?(?:kèm theo )?(?:Nghị|Thông|Luật|(?:Quyết định|Kế hoạch|Công văn) số))"
    r"(?! (?:của |ban hành )?Quyết)"
)
_ALL = re.compile(
    r"[Cc]ác (?:[Pp]hụ lục|[Pp]hụ biểu)(?! (?:số )?[IVX]+\b)"
    r"(?! (?:của |ban hành )?(?:kèm theo )?(?:Nghị|Thông|Luật|Quyết|Công văn|Kế hoạch số))"
)
_ANY = re.compile(rf"{_NAME}|[Bb]iểu|[Bb]ảng")
_ROMAN = re.compile(r"[IVX]+\b")
_EVERY = [roman(number) for number in range(1, 40)]


def check(case: Case) -> Iterator[Finding]:
    """Appendices without a pointer, and pointers without an appendix."""
    texts = [(path, text) for path, text in case.texts_of(OWN) if path[0] != "appendices"]
    known = [roman(index + 1) for index in range(len(case.plan.appendices))]
    pointers = [(path, found) for path, text in texts for found in _NUMBERED.finditer(text)]
    for path, found in pointers:
        yield from _without_appendix(path, found, known)
    if len(known) == 1:
        if not any(_ANY.search(text) for _, text in texts):
            yield _unpointed(case, 0, "Phụ lục")
        return
    if any(_ALL.search(text) for _, text in texts):
        return
    pointed = {one for _, found in pointers for one in _numerals(found[1])}
    for index, numeral in enumerate(known):
        if numeral not in pointed:
            yield _unpointed(case, index, f"Phụ lục {numeral}")


def _numerals(text: str) -> list[str]:
    """The numerals of `I, II và IV`; those between the ends of `I đến III` as well."""
    found = _ROMAN.findall(text)
    ends = (found[0], found[-1])
    if " đến " not in text or not all(one in _EVERY for one in ends):
        return found
    first, last = map(_EVERY.index, ends)
    return _EVERY[first : last + 1]


def _without_appendix(path: Route, found: re.Match[str], known: list[str]) -> Iterator[Finding]:
    missing = [one for one in _ROMAN.findall(found[1]) if one not in known]
    if missing and known:
        message = f"nhắc tới Phụ lục {', '.join(missing)} mà kế hoạch chỉ có {len(known)} phụ lục"
        yield Finding(
            path=path, message=message, hint="Sửa số phụ lục hoặc thêm phụ lục.", needle=found[0]
        )


def _unpointed(case: Case, index: int, name: str) -> Finding:
    title = case.plan.appendices[index].title
    message = f"{name} '{title}' không được nhắc tới trong văn bản"
    return Finding(
        path=("appendices", index),
        message=message,
        hint=f"Thêm chỗ chỉ dẫn: (chi tiết tại {name}).",
    )
