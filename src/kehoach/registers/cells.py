"""Text of a CSV or TSV file -> rows of cells that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.source import Mark

_QUOTED = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
_BREAK = re.compile(r"\r\n|\n|\r")


class Cell(NamedTuple):
    """One cell: its text without quotes and outer blanks, and its place."""

    text: str
    mark: Mark
    closed: bool = True


def plain_rows(text: str) -> Iterator[list[str]]:
    """Rows of a shipped table: tabs between cells, no quotes, no marks to keep."""
    return (line.split("\t") for line in text.rstrip("\n").split("\n"))


def marked_rows(file: str, text: str) -> Iterator[list[Cell]]:
    """Rows of an office's file, blank ones left out; Excel's quotes and line breaks in cells hold.

    The separator is whichever of tab, semicolon and comma the first line has most of: Excel writes
    semicolons where the comma is the decimal mark, as in Vietnam.
    """
    separator = _separator(text)
    ordinary = re.compile(f"[^{separator}\r\n]*")
    at, line, line_start = 0, 1, 0
    row: list[Cell] = []
    while at <= len(text):
        cell, end = _cell(text, at, ordinary, Mark(file, line, at - line_start + 1, at))
        breaks = list(_BREAK.finditer(text, at, end))
        if breaks:
            line, line_start = line + len(breaks), breaks[-1].end()
        row.append(cell)
        if text[end : end + 1] == separator:
            at = end + 1
            continue
        if any(one.text for one in row):
            yield row
        stop = _BREAK.match(text, end)
        row, line = [], line + 1
        at = line_start = stop.end() if stop else len(text) + 1


def _separator(text: str) -> str:
    first = _BREAK.split(text, maxsplit=1)[0]
    return max("\t;,", key=first.count)


def _cell(text: str, at: int, ordinary: re.Pattern[str], mark: Mark) -> tuple[Cell, int]:
    """The cell that begins at an offset, and the offset after it."""
    quoted = _QUOTED.match(text, at)
    if quoted and text[quoted.end() : quoted.end() + 1] in {*"\t;,\r\n", ""}:
        inner = quoted[1].replace('""', '"').strip()
        return Cell(inner, mark._replace(end=quoted.end())), quoted.end()
    found = ordinary.match(text, at)
    assert found  # the pattern matches the empty text
    closed = not found[0].lstrip().startswith('"')
    blank = len(found[0]) - len(found[0].lstrip())
    place = mark._replace(column=mark.column + blank, start=mark.start + blank, end=found.end())
    return Cell(found[0].strip(), place, closed), found.end()
