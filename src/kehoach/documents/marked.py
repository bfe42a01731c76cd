"""Contexts whose texts carry the keys of their blocks, for comparing two documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from kehoach.documents.context import AppendixContext, Block
from kehoach.word.blocks import RowSpec, TableSpec
from kehoach.word.keys import of_block, of_row

_HEAD = ("label", "title", "reference")


def marked(context: Any) -> Any:
    """The context with a key at the start of each block, each row and an appendix's head."""
    texts = _head(context) if isinstance(context, AppendixContext) else {}
    return replace(context, body=tuple(_block(one) for one in context.body), **texts)


def _head(context: AppendixContext) -> dict[str, str]:
    step = context.body[0].key.partition("/")[0] if context.body else ""
    texts = {name: getattr(context, name) for name in _HEAD}
    return {name: of_block(text, f"{step}/#{name}") for name, text in texts.items() if text}


def _block(block: Block) -> Block:
    if block.table is None:
        return replace(block, text=of_block(block.text, block.key))
    return replace(block, table=_table(block.table, block.key))


def _table(table: TableSpec, key: str) -> TableSpec:
    rows = list(_rows(table))
    if table.header and table.header[0]:
        (first, *others), *below = table.header
        first = replace(first, text=of_block(first.text, key))
        return replace(table, header=[[first, *others], *below], rows=rows)
    return replace(table, rows=[_opened(rows[0], of_block, key), *rows[1:]] if rows else rows)


def _rows(table: TableSpec) -> Iterator[RowSpec]:
    """Rows by name, below the name of the group that they stand in."""
    group = ""
    for row in table.rows:
        name = _name(row)
        if row.kind != "row":
            group = name
        yield _opened(row, of_row, name if row.kind != "row" else f"{group}/{name}")


def _name(row: RowSpec) -> str:
    """The first cell that is no ordinal number."""
    texts = [one.text for one in row.cells if one.text and one.align != "center"]
    return texts[0] if texts else "".join(one.text for one in row.cells)


def _opened(row: RowSpec, keyed: Callable[[str, str], str], key: str) -> RowSpec:
    first, *others = row.cells
    return replace(row, cells=[replace(first, text=keyed(first.text, key)), *others])
