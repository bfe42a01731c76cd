"""The header of a sheet: found by the plan's columns, or stated; its titles are paths."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.source.sheets.cell import Page
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.wanted import ORDINALS, Wanted, WantedColumn

_DEEPEST = 4
_TRIED = 60  # lines among which a header is looked for
_LABEL = re.compile(r"\(?(?:[A-Z]|\d{1,2})\)?(?:\s*=.*)?")
_BRACKET = re.compile(r"\s*\(([^()]*)\)$")


@dataclass(frozen=True, slots=True)
class SheetHeader:
    """Where a sheet's columns are.

    Attributes:
        last: the row under which the lines of the table begin.
        paths: the titles over each column, folded, from above; () over one without.
        places: for each of the plan's columns its place from 0, None where it is left out.
        ordinal: the column of the lines' own numbers, None without one.
    """

    last: int
    paths: tuple[tuple[str, ...], ...]
    places: tuple[int | None, ...]
    ordinal: int | None


def find_header(page: Page, wanted: Wanted, told: Told) -> SheetHeader | None:
    """The header with most of the plan's columns; what it lacks or has twice is told."""
    found = [wanted.header] if wanted.header else _candidates(page, wanted)
    best = max(found, key=lambda span: _score(page, wanted, span), default=None)
    if best is None or not _score(page, wanted, best)[0]:
        where = f"dòng {best[0]}" if best and len(found) == 1 else "tệp"
        names = ", ".join(f"'{one.title}'" for one in wanted.columns)
        told.error(
            f"tệp '{page.file}': {where} không có cột nào của bảng: {names}",
            "Dòng tiêu đề mang mã hoặc tiêu đề các cột của bảng; ghi header: 4-5 nếu cần.",
        )
        return None
    paths = _paths(page, best, wanted)
    places = [_place(paths, one, best, page, told) for one in wanted.columns]
    _told_twice(places, wanted, best, page, told)
    return SheetHeader(
        _past_labels(page, best[1], places), paths, tuple(places), _ordinal(paths, wanted)
    )


def _candidates(page: Page, wanted: Wanted) -> list[tuple[int, int]]:
    top, bottom = wanted.rows
    rows = [one.number for one in page.lines if top <= one.number <= bottom][:_TRIED]
    return [(row, row + more) for row in rows for more in range(_DEEPEST)]


def _score(page: Page, wanted: Wanted, span: tuple[int, int]) -> tuple[int, int, int]:
    """How many columns it has, of these how many once; among equals the shortest and topmost."""
    paths = _paths(page, span, wanted)
    found = [len(_matching(paths, one)) for one in wanted.columns]
    return sum(map(bool, found)), -sum(one > 1 for one in found), -(span[1] - span[0])


def _paths(page: Page, span: tuple[int, int], wanted: Wanted) -> tuple[tuple[str, ...], ...]:
    """The titles over each column, those of merged cells over all that they cover."""
    lines = {one.number: one for one in page.lines if span[0] <= one.number <= span[1]}
    width = max((len(one.cells) for one in lines.values()), default=0)
    covered = [at[1] + 1 for at in page.merged if span[0] <= at[0] <= span[1]]
    width = min(max([width, *covered]), wanted.width[1])
    found: list[tuple[str, ...]] = []
    for column in range(width):
        path: list[tuple[tuple[int, int], str]] = []
        for row in range(span[0], span[1] + 1):
            at = page.merged.get((row, column), (row, column))
            line = lines.get(at[0])
            text = folded(line.at(at[1]).text) if line else ""
            if text and column + 1 >= wanted.width[0] and (at, text) not in path:
                path.append((at, text))
        found.append(tuple(text for _, text in path))
    return tuple(found)


def _matching(paths: Sequence[tuple[str, ...]], column: WantedColumn) -> list[int]:
    """The columns of a sheet that one of the plan may be: by path first, then by id or title."""
    own = tuple(folded(one) for one in column.titles if one)
    names = {folded(one) for one in (column.id, column.titles[-1]) if one}
    joined = {" / ".join(own), *names}
    exact = [
        i for i, path in enumerate(paths) if path and (path == own or " / ".join(path) in joined)
    ]
    if len(exact) == 1:
        return exact
    last = [i for i, path in enumerate(paths) if path and path[-1] in names]
    bare = [i for i, path in enumerate(paths) if path and _BRACKET.sub("", path[-1]) in names]
    under = [i for i in last if paths[i][-len(own) :] == own]
    return under if len(own) > 1 and under else exact or last or bare


def _place(
    paths: Sequence[tuple[str, ...]],
    column: WantedColumn,
    span: tuple[int, int],
    page: Page,
    told: Told,
) -> int | None:
    found = _matching(paths, column)
    rows = f"dòng {span[0]}" + (f"-{span[1]}" if span[1] > span[0] else "")
    if len(found) > 1:
        cells = ", ".join(page.place(span[1], one) for one in found)
        told.error(
            f"có {len(found)} cột cùng tên '{column.title}': {cells}",
            "Đặt mã cột (id) làm tiêu đề trong tệp, hoặc tiêu đề nhiều tầng: Năm 2026 / Tổng.",
        )
    if not found and not column.computed:
        known = "; ".join(" / ".join(path) for path in paths if path)
        told.error(
            f"tệp '{page.file}': {rows} không có cột '{' / '.join(column.titles)}'",
            f"Các cột của tệp: {known}.",
        )
    return found[0] if found else None


def _told_twice(
    places: Sequence[int | None],
    wanted: Wanted,
    span: tuple[int, int],
    page: Page,
    told: Told,
) -> None:
    """Two columns of the plan that take one of the sheet."""
    if told.errors:
        return
    seen: dict[int, WantedColumn] = {}
    for place, column in zip(places, wanted.columns, strict=True):
        if place is not None and seen.setdefault(place, column) is not column:
            told.error(
                f"cột '{seen[place].title}' và cột '{column.title}' của bảng cùng lấy"
                f" {page.place(span[1], place)}"
            )


def _past_labels(page: Page, last: int, places: Sequence[int | None]) -> int:
    """The last row of the header with the line of labels (A, B, 1, 2, 3=1+2) under it, if any."""
    line = next((one for one in page.lines if one.number > last), None)
    if line is None or line.number != last + 1:
        return last
    texts = [line.at(one).text for one in places if one is not None]
    written = [one for one in line.texts if one]
    labels = len(written) > 2 and all(texts) and all(map(_LABEL.fullmatch, written))
    return line.number if labels and len(set(written)) == len(written) else last


def _ordinal(paths: Sequence[tuple[str, ...]], wanted: Wanted) -> int | None:
    names = ORDINALS | {folded(one) for one in wanted.ordinals}
    taken = {folded(one.titles[-1]) for one in wanted.columns}
    for index, path in enumerate(paths):
        if path and path[-1].rstrip(".") in names - taken:
            return index
    return 0 if paths and not paths[0] else None


def folded(text: str) -> str:
    """A title as it is compared: without capitals, double blanks and a colon at its end."""
    return " ".join(text.casefold().split()).rstrip(" :")
