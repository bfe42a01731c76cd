"""Chỉ dẫn tới điều, mục, chú thích không có; chú thích không nơi nào nhắc tới.

Vì sao:
    "Như Điều 5" khi quyết định có 3 điều, "mục VI Kế hoạch này" khi kế hoạch có 5 mục, [^ma] không
    có lời chú thích: người đọc tìm không thấy. Thường là còn sót từ bản cũ.

Sai:
    symbol: QĐ-UBND
    recipients: [Như Điều 3, Các thôn]
    decision:
      subject: Về việc ban hành Kế hoạch giảm nghèo bền vững năm 2026
      articles: [Ban hành Kế hoạch kèm theo Quyết định này., Các thôn thi hành Quyết định này.]

Đúng:
    symbol: QĐ-UBND
    recipients: [Như Điều 2, Các thôn]
    decision:
      subject: Về việc ban hành Kế hoạch giảm nghèo bền vững năm 2026
      articles: [Ban hành Kế hoạch kèm theo Quyết định này., Các thôn thi hành Quyết định này.]

Căn cứ:
    NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6: viện dẫn phần, mục, điều phải chính xác.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.case import Case, Finding
from kehoach.diagnostics import Severity
from kehoach.formats.numerals import roman
from kehoach.source import Route

SEVERITY: Severity = "error"

_ARTICLE = re.compile(
    r"\b[Đđ]iều (?P<number>\d{1,3})(?= (?:của )?(?P<act>Quyết định|Nghị quyết) này\b)"
)
_AS_ARTICLE = re.compile(r"^Như (?:các )?[Đđ]iều (?P<number>\d{1,3})\b(?! của)")
_SECTION = re.compile(
    r"\b(?P<word>[Mm]ục|[Pp]hần) (?P<number>[IVX]+)(?= (?:(?:của )?Kế hoạch này|nêu trên|ở trên"
    r"|trên đây|dưới đây|ở dưới)\b)"
)
_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_ROMAN = {roman(number): number for number in range(1, 40)}


def check(case: Case) -> Iterator[Finding]:
    """Articles, sections and footnotes that are spoken of, against those that are there."""
    for path, text in case.texts:
        if path[0] != "allow":
            yield from _articles(case, path, text)
            yield from _sections(case, path, text)
            yield from _notes(case, path, text)
    yield from _idle_notes(case)


def _articles(case: Case, path: Route, text: str) -> Iterator[Finding]:
    if "iều " not in text:
        return
    have = len(case.plan.decision.articles) if case.plan.decision else 0
    forms = (_ARTICLE, _AS_ARTICLE) if "recipients" in path else (_ARTICLE,)
    for form in forms:
        for found in form.finditer(text):
            if int(found["number"]) > have:
                act = case.plan.decision.type.lower() if case.plan.decision else "kế hoạch"
                message = f"chỉ dẫn tới Điều {found['number']}, mà {act} {_count(have, 'điều')}"
                yield Finding(path=path, message=message, hint="Sửa số của điều.", needle=found[0])


def _sections(case: Case, path: Route, text: str) -> Iterator[Finding]:
    if case.plan.style.numbering.levels[0] != "I." or ("ục " not in text and "hần " not in text):
        return
    for found in _SECTION.finditer(text):
        have = case.once(_numbered)
        if _ROMAN.get(found["number"], 0) > have:
            name = found["word"].lower()
            message = f"chỉ dẫn tới {name} {found['number']}, mà kế hoạch {_count(have, name)}"
            yield Finding(path=path, message=message, hint=f"Sửa số của {name}.", needle=found[0])


def _numbered(case: Case) -> int:
    return sum(one.numbered for one in case.plan.outline)


def _count(have: int, word: str) -> str:
    return f"chỉ có {have} {word}" if have else f"không có {word} nào"


def _notes(case: Case, path: Route, text: str) -> Iterator[Finding]:
    for found in _NOTE.finditer(text) if "[^" in text else ():
        if found[1] not in case.plan.footnotes:
            message = f"nhắc tới chú thích '{found[1]}' mà không có lời chú thích"
            yield Finding(
                path=path,
                message=message,
                hint=f"Viết lời chú thích ở footnotes.{found[1]}.",
                needle=found[0],
            )


def _idle_notes(case: Case) -> Iterator[Finding]:
    used = {one for _, text in case.texts if "[^" in text for one in _NOTE.findall(text)}
    for name in case.plan.footnotes:
        if name not in used:
            message = f"chú thích '{name}' không được nhắc tới nên không in ra"
            yield Finding(
                path=("footnotes", name),
                message=message,
                hint=f"Thêm [^{name}] vào chỗ cần chú thích.",
            )
