"""Which stretches of a text speak of the past."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from kehoach.language.days import days
from kehoach.language.sentences import sentence_at
from kehoach.source import Memory

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_PAST = re.compile(
    r"trước đây|trước khi|\bcũ\b|nay là|nguyên là|tiếp nhận|chuyển giao|bàn giao|chuyển từ"
    r"|sáp nhập|hợp nhất|sắp xếp|giải thể|kết thúc hoạt động|thành lập trên cơ sở"
)


_ACTED = re.compile(
    r"[^.;,]{0,80}?(?:phê duyệt|ban hành|công nhận|quyết định|thành lập|chấp thuận|cấp phép"
    r"|khởi công|công bố|ký|thẩm định|khánh thành)(?!\w)"
    r"[^.;,]{0,30}? ngày (?P<day>\d{1,2}/\d{1,2}/\d{4})"
)
_TITLE = re.compile(
    r"(?:Quy hoạch|Chiến lược|Đề án|Chương trình|Kế hoạch|Đồ án|Dự án|Niên giám)"
    r"(?: [^\W\d_]+,?){0,10} \Z"
)
_PERIOD = re.compile(r"[^.;:]{0,80}? (?:thời kỳ|giai đoạn|nhiệm kỳ) (?P<year>\d{4})\b")
_REACH = 80


class _Time(NamedTuple):
    """Whether a sentence tells of a change that is over, and the last year that it names."""

    past: bool
    last_year: int | None


def speaks_of_past(text: str, at: int, last: dt.date, memory: Memory) -> bool:
    """Whether the name at an offset is told of times up to a day, or with a merger itself.

    >>> text = "Năm 2024, Sở Giao thông vận tải đã sửa 3 cầu."
    >>> speaks_of_past(text, 9, dt.date(2025, 2, 28), Memory())
    True
    """
    time = memory.once(_time, sentence_at(text, at, memory))
    if time.past or (time.last_year is not None and time.last_year <= last.year):
        return True
    return _acted_by(text, at, last) or _in_title(text, at, last.year)


def _acted_by(text: str, at: int, last: dt.date) -> bool:
    """Whether the words behind say on which day it acted: "phê duyệt ngày 06/5/2025"."""
    found = _ACTED.match(text, at)
    named = days(found["day"]) if found else ()
    return bool(named) and named[0].day is not None and named[0].day <= last


def _in_title(text: str, at: int, last_year: int) -> bool:
    """Whether it stands in the title of a plan for years of its own: "Quy hoạch ... thời kỳ"."""
    before = _TITLE.search(text[max(0, at - _REACH) : at])
    period = _PERIOD.match(text, at) if before else None
    return period is not None and int(period["year"]) <= last_year


def _time(sentence: str) -> _Time:
    years = map(int, _YEAR.findall(sentence))
    return _Time(bool(_PAST.search(sentence)), max(years, default=None))
