"""Capitals as Phụ lục II of Nghị định 30/2020/NĐ-CP sets them, where the words leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from kehoach.formats.texts import capital_first, lower_first
from kehoach.language.administration import one_of, unit_words
from kehoach.language.letters import CAPITAL, SMALL
from kehoach.language.tables import language_rows
from kehoach.language.typos import Span
from kehoach.language.written import word_set
from kehoach.source import Memory

_INSIDE = rf"(?<={SMALL} )"
"""Not at the beginning of a sentence, a cell or a title."""
_NAME = f"{CAPITAL}{SMALL}"
_SMALL_UNITS = tuple(capital_first(word) for word, one in unit_words().items() if one.small)
_PLACE_UNIT = re.compile(
    rf"(?:{_INSIDE}|(?<=, ))(?P<word>{one_of(_SMALL_UNITS)})(?= (?!Ủy |Uỷ |Đoàn ){_NAME})"
)
_ARTICLE = re.compile(r"(?<!\w)(?P<word>điều) (?=\d{1,3}\b(?![.,]?\d|%))")
_CLAUSE = re.compile(
    rf"{_INSIDE}(?P<word>Khoản)(?= \d{{1,2}}\b)|{_INSIDE}(?P<point>Điểm)(?= [a-zđ]\b)"
)
_PEOPLE = re.compile(r"(?P<word>nhân dân)\b(?! (?:tệ|tỉnh|huyện|xã|thành|phường|các cấp)\b)")
_LED_PEOPLE = (
    *("của ", "trong ", "và ", "tầng lớp ", "toàn thể ", "vận động ", "đời sống ", "do ", "cho "),
    *("phục vụ ", "sức khỏe ", "sức khoẻ ", "quần chúng ", "lòng ", "Đảng, ", "Nhà nước, "),
)
_STATE = re.compile(
    r"(?P<word>nhà nước)(?=[,.;)]| (?:và|về|giao|hỗ trợ|đầu tư|ban hành|quy định|bảo đảm|đảm bảo"
    r"|cấp|trong|đối với|dành)\b)"
)
_LED_STATE = ("Đảng, ", "Đảng và ", "của ", "do ", "được ")


_CITED = re.compile(
    r"Khoản \d{1,2},? (?:của )?[Đđ]iều \d|Điểm [a-zđ],? [Kk]hoản \d"
    r"|điều \d{1,3},? (?:của )?"
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Quyết định số|Hiến pháp)\b"
)
_CITING = re.compile(r"[Kk]hoản \d{1,2},? (?:của )?\Z")
"""Citing words that stand together prove one another; other capitals may belong to a name."""


class _Form(NamedTuple):
    """A form, what to do with its word, and the words one of which must stand before it."""

    pattern: re.Pattern[str]
    right: Callable[[str], str]
    leads: tuple[str, ...] = ("",)


_PLACES = _Form(_PLACE_UNIT, lower_first)
_FORMS: dict[str, _Form] = {
    "Khoản ": _Form(_CLAUSE, lower_first),
    "Điểm ": _Form(_CLAUSE, lower_first),
    "điều ": _Form(_ARTICLE, capital_first),
    **dict.fromkeys((f"{word} " for word in _SMALL_UNITS), _PLACES),
    "nhân dân": _Form(_PEOPLE, capital_first, _LED_PEOPLE),
    "nhà nước": _Form(_STATE, capital_first, _LED_STATE),
}
"""By what the form has in it, which is quick to look for."""


def misused_capitals(text: str, memory: Memory) -> Iterator[Span]:
    """Capitals that should be small letters, and small letters that should be capitals.

    >>> text = "theo Khoản 2 điều 5, của Tỉnh Thái Nguyên"
    >>> [one.right for one in misused_capitals(text, Memory())]
    ['khoản', 'Điều', 'tỉnh']
    """
    for form in dict.fromkeys(form for sign, form in _FORMS.items() if sign in text):
        yield from _formed(text, form)
    phrases = _phrases()
    for one in (
        one for word in memory.once(word_set, text) & _phrases().keys() for one in phrases[word]
    ):
        for found in one.pattern.finditer(text) if one.wrong in text else ():
            yield Span(*found.span(), one.right)


def _formed(text: str, form: _Form) -> Iterator[Span]:
    for found in form.pattern.finditer(text):
        name = found.lastgroup or "word"
        start, end = found.span(name)
        if text.endswith(form.leads, 0, start):
            proved = bool(
                _CITED.match(text, start) or _CITING.search(text[max(0, start - 20) : start])
            )
            yield Span(start, end, form.right(found[name]), proved=proved)


class _Phrase(NamedTuple):
    wrong: str
    right: str
    pattern: re.Pattern[str]


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """The phrases of the list by their first word in small letters."""
    found: dict[str, list[_Phrase]] = {}
    for line in language_rows("capitals"):
        pattern = re.compile(rf"(?<!\w){re.escape(line['wrong'])}(?!\w)")
        phrase = _Phrase(line["wrong"], line["right"], pattern)
        found.setdefault(phrase.wrong.lower().split()[0], []).append(phrase)
    return found
