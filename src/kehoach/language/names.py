"""Names of places in a text, and which stretches of it speak of documents or of the past.

Names are found by how they are written alone: a unit word and capitals. Whether there is such a
place is for the registers to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kehoach.citations.reading import find_citations
from kehoach.language.sentences import sentences

_LETTERS = (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
_CAPITAL = f"[{''.join(chr(code) for code in _LETTERS if chr(code).isupper())}]"
_SYLLABLE = rf"{_CAPITAL}\w*(?:['’]\w+)?"
_NAME = rf"{_SYLLABLE}(?:(?: - |-| ){_SYLLABLE})*"
_UNIT = (
    r"[Tt]ỉnh|[Tt]hành phố|T[Pp]\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|(?<![Tt]ác )[Xx]ã"
    r"|[Pp]hường|[Đđ]ặc khu"
)
_PLACED = re.compile(rf"(?<!\w)(?P<unit>{_UNIT})(?P<gap>:? \(?)(?P<name>{_NAME})")
_MORE = re.compile(rf"(?:,|;| và|, và) (?P<name>{_NAME})")
_PAPER = re.compile(
    r"(?<!\w)(?:Báo|Đài (?:Phát thanh(?: và| -|,) Truyền hình|PT ?[-&]? ?TH)) "
    rf"(?P<name>(?!và ){_NAME})"
)
_ABBREVIATED = {"tp": "thành phố", "tp.": "thành phố"}
_NO_PLACE = {"Đoàn", "Ủy", "Uỷ", "Đội", "Đảng", "Hội"}

_SUBJECT_END = re.compile(
    r"[;\n]|\.\s|,? giao |, (?=Sở |Phòng |UBND|U[ỷy] ban|Ủy ban|Ban |Bộ |[Cc]ác |[Đđ]ề nghị)"
)
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_PAST = re.compile(
    r"trước đây|trước khi|\bcũ\b|nay là|nguyên là|tiếp nhận|chuyển giao|bàn giao|chuyển từ"
    r"|sáp nhập|hợp nhất|sắp xếp|giải thể|kết thúc hoạt động|thành lập trên cơ sở"
)


class PlaceName(NamedTuple):
    """A name that is written as that of a place.

    Attributes:
        unit: "xã", "huyện", "thành phố"; empty after "Báo" and "Đài", where a province is meant.
        name: the run of capitals, which may go on beyond the place's name.
        start: offset of the name.
        from_unit: offset of the unit word before it, of the name itself within a list.
    """

    unit: str
    name: str
    start: int
    from_unit: int


@lru_cache(maxsize=20_000)
def place_names(text: str) -> tuple[PlaceName, ...]:
    """The names of places in a text: with a unit word, in a list after one, or of a newspaper.

    >>> [(one.unit, one.name) for one in place_names("các xã Tân Tri, Vũ Lễ và huyện Na Rì")]
    [('xã', 'Tân Tri'), ('xã', 'Vũ Lễ'), ('huyện', 'Na Rì')]
    """
    return tuple(one for one in _found(text) if _may_be_place(one.name))


def _found(text: str) -> Iterator[PlaceName]:
    for found in _PLACED.finditer(text):
        unit = found["unit"].lower()
        unit = _ABBREVIATED.get(unit, unit)
        yield PlaceName(unit, found["name"], found.start("name"), found.start())
        if found["gap"] != " " or text.endswith(("các ", "Các "), 0, found.start()):
            yield from _listed(text, unit, found.end())
    for found in _PAPER.finditer(text):
        yield PlaceName("", found["name"], found.start("name"), found.start("name"))


def _listed(text: str, unit: str, at: int) -> Iterator[PlaceName]:
    """The further names of "các xã A, B và C", "04 xã (A, B, C)"."""
    while found := _MORE.match(text, at):
        yield PlaceName(unit, found["name"], found.start("name"), found.start("name"))
        at = found.end()


def _may_be_place(name: str) -> bool:
    return not name.isupper() and name.split(" ", 1)[0] not in _NO_PLACE


def names_document(text: str, at: int) -> bool:
    """Whether what stands at an offset belongs to the issuer or the subject of a cited document.

    >>> text = "theo Công văn số 12/SNV-TC ngày 01/02/2024 của Sở Nội vụ, Sở Y tế báo cáo"
    >>> names_document(text, text.index("Sở Nội")), names_document(text, text.index("Sở Y"))
    (True, False)
    """
    return any(start <= at < end for start, end in _documents(text))


@lru_cache(maxsize=4096)
def _documents(text: str) -> tuple[tuple[int, int], ...]:
    spans = []
    for one in find_citations(text):
        end = _SUBJECT_END.search(text, one.end)
        spans.append((one.start, end.start() if end else len(text)))
    return tuple(spans)


def speaks_of_past(text: str, at: int, last_year: int) -> bool:
    """Whether the sentence around an offset tells of times up to a year, or of a merger itself.

    >>> speaks_of_past("Năm 2024, Sở Giao thông vận tải đã sửa 3 cầu.", 9, 2025)
    True
    """
    sentence = sentence_at(text, at)
    years = [int(year) for year in _YEAR.findall(sentence)]
    return bool(_PAST.search(sentence)) or bool(years and max(years) <= last_year)


def sentence_at(text: str, at: int) -> str:
    """The sentence around an offset."""
    around = (one.text for one in sentences(text) if one.start <= at < one.start + len(one.text))
    return next(around, text)
