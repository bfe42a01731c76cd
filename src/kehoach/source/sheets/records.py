"""The lines of a sheet's table: from under its header to its end, each with what it says it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kehoach.source.sheets.cell import Line, Page
from kehoach.source.sheets.header import SheetHeader, folded
from kehoach.source.sheets.kinds import read_cell
from kehoach.source.sheets.numbers import written
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.wanted import Wanted

NUMBER = re.compile(
    r"\(?(?:[IVXLC]+|[A-Z]|\d{1,4}(?:\.\d{1,3})*|[a-zđ]|[-–+*•])[.)]?", re.IGNORECASE
)
_PART = r"(?:[ivxlc]+|[a-z]|\d+|nhóm|mục|phần|chung|toàn|các|khu vực|theo)\b"
_TOTAL = re.compile(rf"(?:tổng cộng|tổng số|tổng)\W*(?:\(.*\)|{_PART}.*)?")
_SUBTOTAL = re.compile(rf"cộng\W*(?:\(.*\)|{_PART}.*)?")
_NOTE = re.compile(
    r"ghi chú|chú thích|nguồn\s*:|\(?\*+\)|người lập|kế toán|thủ trưởng|lập biểu|lập bảng|"
    r".{0,40}ngày\s.{0,10}tháng\s.{0,10}năm|(?:kt|tm|tl|tuq)\.\s|chủ tịch$|giám đốc$"
)


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """A line of a table: its own number, its name, the cells of the plan's columns.

    `kind` is a total or the total of a group where its words say so; `title` where it has a name
    and nothing else, so that no one can tell whether it is a group.
    """

    row: int
    number: str
    name: str
    texts: tuple[str, ...]
    kind: Literal["row", "title", "total", "subtotal"]

    def values(self, wanted: Wanted) -> tuple[str, ...]:
        """The cells of the number columns."""
        pairs = zip(self.texts, wanted.columns, strict=True)
        return tuple(text for text, column in pairs if column.number)

    def amounts(self, wanted: Wanted) -> tuple[Decimal | None, ...]:
        """The numbers in the columns that are added."""
        pairs = zip(self.texts, wanted.columns, strict=True)
        return tuple(written(text) for text, one in pairs if one.number and one.added)


def records_of(page: Page, header: SheetHeader, wanted: Wanted, told: Told) -> list[SheetRecord]:
    """The lines of the table; what stands below it, is hidden or beyond its columns is told."""
    top, bottom = max(header.last + 1, wanted.rows[0]), wanted.rows[1]
    lines = [one for one in page.lines if top <= one.number <= bottom and any(one.texts)]
    lines = _ended(lines, page, header, wanted, told)
    hidden = [str(one.number) for one in lines if one.hidden]
    if hidden:
        rows = ", ".join(hidden[:10]) + (" ..." if len(hidden) > 10 else "")
        told.warn(f"tệp '{page.file}': dòng đang ẩn vẫn được đọc: {rows}")
    for line in lines:
        _beyond(line, page, header, wanted, told)
    return [_record(line, page, header, wanted, told) for line in lines]


def _ended(
    lines: Sequence[Line], page: Page, header: SheetHeader, wanted: Wanted, told: Told
) -> list[Line]:
    """The lines up to the table's end: as the plan states, or before notes and signatures."""
    if wanted.until:
        end = folded(wanted.until)
        for index, line in enumerate(lines):
            if any(folded(one).startswith(end) for one in line.texts):
                return list(lines[:index])
        told.error(f"tệp '{page.file}': không có dòng nào bắt đầu bằng until: '{wanted.until}'")
        return list(lines)
    at = _first_below(lines, header, wanted)
    if at < len(lines):
        first, last = lines[at].number, lines[-1].number
        words = next(one for one in lines[at].texts if one)
        told.warn(
            f"tệp '{page.file}': dòng {first}-{last} dưới bảng không đọc, từ '{words[:60]}'",
            "Là dòng của bảng thì ghi range: B4:H60; đúng là ngoài bảng thì ghi until: chữ đầu.",
            "info",
        )
    return list(lines[:at])


def _first_below(lines: Sequence[Line], header: SheetHeader, wanted: Wanted) -> int:
    """Where the lines without figures begin that are a note, or stand apart, up to the last."""
    numbers = [
        place
        for place, one in zip(header.places, wanted.columns, strict=True)
        if one.number and place is not None
    ]
    at = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if any(_figure(line, place) for place in numbers):
            break
        apart = index > 0 and line.number > lines[index - 1].number + 1
        first = next(folded(one) for one in line.texts if one)
        if (apart and numbers) or _NOTE.match(first):
            at = index
    return at


def _figure(line: Line, place: int) -> bool:
    cell = line.at(place)
    return cell.kind not in {"blank", "text"} or written(cell.text.rstrip("% ")) is not None


def _beyond(line: Line, page: Page, header: SheetHeader, wanted: Wanted, told: Told) -> None:
    """Cells that stand under no title; in a .csv also a line of another length."""
    if not page.sheet and len(line.cells) != len(header.paths):
        told.error(
            f"tệp '{page.file}': dòng {line.number} có {len(line.cells)} ô, dòng tiêu đề có"
            f" {len(header.paths)}",
            "Số có dấu phẩy thì đặt trong nháy kép, hoặc ngăn ô bằng dấu chấm phẩy.",
        )
        return
    for column, cell in enumerate(line.cells):
        inside = wanted.width[0] <= column + 1 <= wanted.width[1]
        titled = column < len(header.paths) and bool(header.paths[column])
        number = column == header.ordinal
        if cell.text and inside and not titled and not number:
            told.cell(line.number, column, f"('{cell.text[:40]}') không có tiêu đề cột ở trên")


def _record(line: Line, page: Page, header: SheetHeader, wanted: Wanted, told: Told) -> SheetRecord:
    texts = []
    for place, column in zip(header.places, wanted.columns, strict=True):
        if place is None:
            texts.append("")
            continue
        at = page.merged.get((line.number, place), (line.number, place))
        source = line
        if at != (line.number, place) and at[1] == place and not column.number:
            source = next((one for one in page.lines if one.number == at[0]), line)
        texts.append(read_cell(source.at(place), column, line.number, place, told))
    number = line.at(header.ordinal).text
    words = [i for i, one in enumerate(wanted.columns) if not one.number]
    first = words[min(int(wanted.typed and not wanted.ordinals), len(words) - 1)] if words else 0
    name = texts[first] if texts else ""
    if number and not NUMBER.fullmatch(number):
        number, name = "", name or number
    return SheetRecord(line.number, number, name, tuple(texts), _kind(name, first, texts, wanted))


def _kind(
    name: str, first: int, texts: Sequence[str], wanted: Wanted
) -> Literal["row", "title", "total", "subtotal"]:
    words = folded(name)
    if _TOTAL.fullmatch(words):
        return "total"
    if _SUBTOTAL.fullmatch(words):
        return "subtotal"
    others = [text for index, text in enumerate(texts) if index != first]
    figures = any(one.number for one in wanted.columns)
    return "title" if figures and name and not any(others) else "row"
