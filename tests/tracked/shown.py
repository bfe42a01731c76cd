"""What a reader sees marked in a document with revisions, line by line; unmarked lines left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracked.accept import w

_OPEN = {"ins": "{+", "del": "[-", "moveFrom": "[<", "moveTo": "{>"}
_CLOSE = {"ins": "+}", "del": "-]", "moveFrom": "<]", "moveTo": ">}"}
_KINDS = {w(name): name for name in _OPEN}
_TEXTS = (w("t"), w("delText"))


def shown(root: Any) -> list[str]:
    """Marked paragraphs; a row of a table is one line, its cells parted by bars."""
    return [line for line in _lines(root) if any(mark in line for mark in "⟦⟧¶")]


def _lines(node: Any) -> Iterator[str]:
    for one in node:
        if one.tag == w("p"):
            yield _paragraph(one)
        elif one.tag == w("tr"):
            cells = ("¦".join(_lines(cell)) for cell in one.iterchildren(w("tc")))
            marks = _marks(one.find(w("trPr")))
            yield f"{f'¶{marks} ' if marks else ''}{' | '.join(cells)}"
        elif one.tag != w("sectPr"):
            yield from _lines(one)


def _paragraph(node: Any) -> str:
    properties = node.find(w("pPr"))
    marks = "" if properties is None else _marks(properties.find(w("rPr")))
    styled = properties is not None and properties.find(w("pPrChange")) is not None
    head = f"¶{marks}{'~' if styled else ''} " if marks or styled else ""
    return head + "".join(_content(node))


def _marks(properties: Any) -> str:
    found = () if properties is None else properties
    return "".join(_OPEN[_KINDS[one.tag]][1] for one in found if one.tag in _KINDS)


def _content(node: Any) -> Iterator[str]:
    for one in node:
        if one.tag in _KINDS:
            kind = _KINDS[one.tag]
            yield f"⟦{_OPEN[kind][1]}{''.join(_content(one))}⟧"
        elif one.tag == w("r") and one.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
            yield f"⟦~{''.join(_run(one))}⟧"
        elif one.tag == w("r"):
            yield from _run(one)
        elif one.tag != w("pPr"):
            yield from _content(one)


def _run(run: Any) -> Iterator[str]:
    for one in run:
        if one.tag in _TEXTS:
            yield one.text or ""
        elif one.tag == w("footnoteReference"):
            yield f"[^{one.get(w('id'))}]"
