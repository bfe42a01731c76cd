"""Every figure of a text: its exact number, its unit, where it stands.

Numbers that name something instead of counting it are left out: document numbers, dates, years,
articles and clauses, projects by number, telephone numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kehoach.formats.values import EXACT, Number
from kehoach.language.administration import one_of, unit_words
from kehoach.language.units import PER, UNIT, power

Kind = Literal["money", "percent", "count", "bare", "broken"]

_DIGITS = r"\d(?:[\d.,]*\d)?"
_FIGURE = re.compile(
    rf"(?<![\w/.,\-−–])(?<!\d:)(?P<low>[-−]?{_DIGITS})"
    rf"(?:(?P<twice>\s?%)?\s?[-–]\s?(?P<high>{_DIGITS}))?{UNIT}{PER}"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"\b(?:[Nn]gày|[Tt]háng|[Qq]uý|[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Mm]ục|(?:[Qq]uyết định|[Tt]hông tư"
    r"|[Nn]ghị (?:quyết|định)|[Cc]hỉ thị|[Vv]ăn bản|[Kk]ế hoạch|[Cc]ông văn) số:?)\s*$"
)
_OF_YEARS = re.compile(r"\b[Nn]ăm (?:\d{4}(?:, \d{4})*(?:,| và| -) ?)?$")
_NUMBERED = one_of(tuple(word for word, one in unit_words().items() if one.numbered))
_NAMED = re.compile(
    r"\b(?:dự án|chương trình|đề án|nghị quyết|kế hoạch|quyết định|nghị định|thông tư|phụ lục|biểu"
    r"|bảng|mẫu|hình|phần|chương|nhóm|khu vực|vùng|giai đoạn|bước|đợt|khóa|khoá|kỳ|lần|lần thứ|thứ"
    rf"|cấp|lớp|mức|mức độ|loại|hạng|{_NUMBERED}|đường|quốc lộ|tỉnh lộ"
    r"|điện thoại|đt|fax|nhiệm vụ|nội dung|tiêu chí|(?<!tổng )số)\s*(?:số )?:?\s*$",
    re.IGNORECASE,
)
_INEXACT = re.compile(
    r"\b(?:khoảng|trên|hơn|gần|dưới|ít nhất|tối thiểu|tối đa|không quá|không dưới|xấp xỉ|ước"
    r"|ước đạt|ước tính|chừng|bình quân|trung bình|dự kiến|đến|tới)(?: từ| là)?\s*[*_]*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*trở (?:lên|xuống)\b")
_REACH = 28


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    Attributes:
        number: value and digits as written; 0 of a broken one, whose digits are no number.
        kind: money, percent, count (with a counted noun), bare (no unit), broken.
        unit: the money unit, "%", or the counted noun.
        text: number and unit as written.
        start: offset of its first character.
        end: offset behind its unit.
        upper: the upper end of a range.
        inexact: said to be about, over, under, at least so much.
        per: whether it is a rate (triệu đồng/năm).
    """

    number: Number
    kind: Kind
    unit: str
    text: str
    start: int
    end: int
    upper: Number | None = None
    inexact: bool = False
    per: bool = False

    @property
    def worth(self) -> Decimal:
        """The value: money in đồng, others as written."""
        return self.number.value.scaleb(power(self.unit) if self.kind == "money" else 0)

    @property
    def grain(self) -> Decimal:
        """The worth of one step of its last digit."""
        step = power(self.unit) if self.kind == "money" else 0
        return Decimal(1).scaleb(step - self.number.decimals)

    @property
    def plain(self) -> bool:
        """Whether it is one exact amount: no range, no rate, not "about"."""
        return not self.per and not self.inexact and self.upper is None and self.kind != "broken"

    def write(self, worth: Decimal) -> str:
        """Another worth the way this one is written: in its unit, with just the digits it needs."""
        step = power(self.unit) if self.kind == "money" else 0
        digits = Number.of(worth.scaleb(-step).normalize(EXACT)).text
        return f"{digits}{'' if self.kind == 'percent' else ' '}{self.unit}".strip()

    def like(self, other: Figure) -> bool:
        """Whether both count the same thing, so that they may be added or compared."""
        return self.kind == other.kind and (self.kind != "count" or self.unit == other.unit)


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order.

    >>> [one.text for one in figures("Năm 2023 giao 1.392 triệu đồng cho 4 xã, đạt 68%.")]
    ['1.392 triệu đồng', '4 xã', '68%']
    """
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        kind, unit = _kind(found)
        if _names_something(found, kind, before):
            continue
        numbers = _numbers(found)
        end = found.start("per") if found["per"] else found.end()
        yield Figure(
            numbers[0] if numbers else Number.of(0),
            kind if numbers else "broken",
            unit,
            text[found.start() : end],
            found.start(),
            end,
            numbers[1] if len(numbers) > 1 else None,
            bool(_INEXACT.search(before) or _OR_MORE.match(text, found.end())),
            bool(found["per"]),
        )


def _kind(found: re.Match[str]) -> tuple[Kind, str]:
    if found["percent"] or found["twice"]:
        return "percent", "%"
    if money := found["dong"] or found["bare"]:
        return "money", " ".join(money.split())
    return ("count", found["noun"]) if found["noun"] else ("bare", "")


def _numbers(found: re.Match[str]) -> list[Number]:
    try:
        return [Number.parse(one) for one in (found["low"], found["high"]) if one]
    except ValueError:
        return []


def _names_something(found: re.Match[str], kind: Kind, before: str) -> bool:
    """Whether the number is a name, a date or a year rather than a figure."""
    if kind in {"money", "percent"}:
        return False
    if _DATED.search(before):
        return True
    if _YEAR.fullmatch(found["low"]) and _OF_YEARS.search(before):
        return True
    if found["high"] and _YEAR.fullmatch(found["low"]) and _YEAR.fullmatch(found["high"]):
        return True
    return kind == "bare" and bool(_YEAR.fullmatch(found["low"]) or _NAMED.search(before))
