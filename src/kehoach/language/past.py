"""Which stretches of a text speak of the past."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach.language.sentences import sentence_at
from kehoach.source import Memory

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_PAST = re.compile(
    r"trước đây|trước khi|\bcũ\b|nay là|nguyên là|tiếp nhận|chuyển giao|bàn giao|chuyển từ"
    r"|sáp nhập|hợp nhất|sắp xếp|giải thể|kết thúc hoạt động|thành lập trên cơ sở"
)


class _Time(NamedTuple):
    """Whether a sentence tells of a change that is over, and the last year that it names."""

    past: bool
    last_year: int | None


def speaks_of_past(text: str, at: int, last_year: int, memory: Memory) -> bool:
    """Whether the sentence around an offset tells of times up to a year, or of a merger itself.

    >>> speaks_of_past("Năm 2024, Sở Giao thông vận tải đã sửa 3 cầu.", 9, 2025, Memory())
    True
    """
    time = memory.once(_time, sentence_at(text, at, memory))
    return time.past or (time.last_year is not None and time.last_year <= last_year)


def _time(sentence: str) -> _Time:
    years = map(int, _YEAR.findall(sentence))
    return _Time(bool(_PAST.search(sentence)), max(years, default=None))
