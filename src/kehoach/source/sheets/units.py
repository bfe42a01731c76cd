"""The unit that a sheet states over its table ("ĐVT: triệu đồng") beside the plan's."""

from __future__ import annotations

import re

from kehoach.source.sheets.cell import Page
from kehoach.source.sheets.header import SheetHeader, folded
from kehoach.source.sheets.told import Told
from kehoach.source.sheets.wanted import Wanted

_STATED = re.compile(r"(?:đvt|đơn vị tính|đơn vị)\s*[:：]\s*(.+?)[\s.)]*", re.IGNORECASE)
_UNITS = re.compile(r"đồng|người|hộ\b|ha\b|km|tấn|%|lượt|m2|m²")
_BRACKET = re.compile(r"\(([^()]*đồng)\)$")


def compare_units(page: Page, header: SheetHeader, wanted: Wanted, told: Told) -> None:
    """Tell where the sheet's unit is not the table's, or the table states none."""
    for line in page.lines:
        if line.number > header.last:
            break
        for column, text in enumerate(line.texts):
            found = _STATED.fullmatch(text.strip("( "))
            if found and _UNITS.search(folded(found[1])):
                _compare(page.place(line.number, column), found[1], wanted.unit, told)
    for place, one in zip(header.places, wanted.columns, strict=True):
        path = header.paths[place] if place is not None else ()
        stated = _BRACKET.search(path[-1]) if path else None
        if stated and one.number and "đồng" not in folded(one.title):
            _compare(page.place(header.last, place), stated[1], one.unit or wanted.unit, told)


def _compare(place: str, stated: str, unit: str, told: Told) -> None:
    if not unit:
        told.warn(f"ô {place} ghi đơn vị '{stated}' mà bảng không có unit", f"Ghi unit: {stated}.")
    elif folded(stated) != folded(unit):
        told.error(
            f"ô {place} ghi đơn vị '{stated}', bảng của kế hoạch ghi '{unit}'",
            "Số không tự đổi đơn vị: sửa unit của bảng, hoặc đổi số trong tệp.",
        )
