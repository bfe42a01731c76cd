"""Bảng số liệu: rows stay with their names, their figures make room and are kept in a comment."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import (
    content_start,
    emptied,
    marked_before,
    remark,
)
from kehoach.editing import put
from kehoach.editing.canonical.scalars import quoted
from kehoach.editing.edits import Edit
from kehoach.editing.lines import indent, line_end, line_start, lines_between, newline
from kehoach.editing.scalars import Scalar
from kehoach.plan import Table
from kehoach.plan.cells import cell_spans, cells_of
from kehoach.plan.tables import Column
from kehoach.source import Map, Route, Seq

KIND = "bảng số liệu"


def changes(subject: Subject) -> Iterator[Change]:
    """What is done to the tables that the file writes."""
    tables = {path: owner for path, owner in subject.maps("id") if _is_table(path)}
    for path, owner in tables.items():
        table = subject.plan.tables.get(str(owner["id"]))
        if table is None or not {"rows", "source"} & set(owner):
            continue
        cells = list(_cells(subject, path, table))
        if cells or "source" in owner:
            yield _noted(subject, path, owner)
        if cells and isinstance(owner["rows"], Seq):
            yield _kept(subject, owner)
        yield from cells
        yield from _total(subject, path)


def _is_table(path: Route) -> bool:
    return len(path) == 4 and path[0] == "appendices" and path[2] == "tables"


def _noted(subject: Subject, path: Route, owner: Map) -> Change:
    """The table's note asks for the figures: nothing inside a cell could."""
    reason = f"điền số liệu năm {subject.to} vào bảng"
    if note := subject.scalar((*path, "note")):
        return marked_before(note, subject.text, KIND, reason)
    before = "rows" if "rows" in owner else "source"
    written = quoted(f"TODO: {reason}")
    edit = put.new_key(subject.text, owner, (*path, "note"), before, written)
    at = line_start(subject.text, edit.start)
    return Change(KIND, "todo", at, at, reason, (edit,))


def _kept(subject: Subject, owner: Map) -> Change:
    """The rows as they were, as comments above them."""
    text, rows, key = subject.text, owner["rows"], owner.keys_at["rows"]
    assert isinstance(rows, Seq)
    end = rows.mark.start + len(text[rows.mark.start : rows.mark.end].rstrip())
    end = line_end(text, end)
    blanks, gap = indent(text, key.start), newline(text)
    lines = [text[start:stop] for start, stop in lines_between(text, rows.mark.start, end)]
    shift = min(len(one) - len(one.lstrip()) for one in lines if one.strip())
    kept = [f"{blanks}#   {one[shift:]}{gap}" for one in lines if one.strip()]
    new = "".join((f"{blanks}# Số liệu của kế hoạch {subject.label}:{gap}", *kept))
    at = line_start(text, key.start)
    told = f"số liệu {subject.label} chuyển vào chú thích"
    return Change(KIND, "moved", at, at, told, (Edit(at, at, new),))


def _cells(subject: Subject, path: Route, table: Table) -> Iterator[Change]:
    for one in subject.scalars:
        if one.path[: len(path) + 1] != (*path, "rows"):
            continue
        column = _column(one.path, table)
        if column is not None:
            if column.kind == "number" and one.value.strip():
                yield emptied(one, KIND, f"bỏ số liệu ô {one.value.strip()}")
        elif one.key in {"rows", "cells"} and (edits := tuple(_emptied_cells(subject, one, table))):
            told = f"bỏ số liệu dòng {cells_of(one.value)[0]}"
            at = edits[0].start
            yield Change(KIND, "dropped", at, at, told, edits)


def _column(path: Route, table: Table) -> Column | None:
    """The column of a cell that is a value of its own; None for a row on one line, or no cell."""
    *_, above, last = path
    if isinstance(last, int):
        in_list = isinstance(above, int) or above == "cells"
        return table.filled[last] if in_list and last < len(table.filled) else None
    if isinstance(above, int) or above == "cells":
        return next((one for one in table.filled if one.id == last), None)
    return None


def _emptied_cells(subject: Subject, row: Scalar, table: Table) -> Iterator[Edit]:
    """The cells of the columns with numbers become empty; the bars between them stay."""
    at, end = content_start(row, subject.text), row.end - (row.style in {"'", '"'})
    text = subject.text[at:end]
    for column, (start, stop) in zip(table.filled, cell_spans(text), strict=False):
        if column.kind == "number" and text[start:stop].strip():
            yield Edit(at + start, at + stop, " " if at + stop < end else "", row)


def _total(subject: Subject, path: Route) -> Iterator[Change]:
    cells = subject.scalar((*path, "total", "cells"))
    if cells and cells.value:
        change = emptied(cells, KIND, "bỏ dòng tổng đã nêu, để tự cộng")
        yield change._replace(edits=(*change.edits, remark(subject, cells)))
