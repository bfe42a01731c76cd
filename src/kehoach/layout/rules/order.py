"""Mục IV: which elements a document has, in what order, on which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.layout.elements import TextPart, TextParts
from kehoach.layout.measured import Measured, Paragraph
from kehoach.layout.nd30 import Decree
from kehoach.layout.rules.finding import at, of_page
from kehoach.source import Finding

_PLACE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục IV"
_HEAD = ("nation", "motto", "issuer", "type", "subject")
_ISSUED = ("number", "dated", "recipients_title", "recipient", "signer")
_NEEDS: dict[str, tuple[str, ...]] = {"quyet-dinh": ("authority", "basis", "verb", "article")}
_RIGHT = ("nation", "motto", "dated", "signer", "signed")
_LEFT = ("parent", "issuer", "number", "recipients_title", "recipient")
_DOWN = ("type", "subject", "reference", "authority", "basis", "verb", "article")
_COLUMNS = (
    ("nation", "motto", "dated"),
    ("parent", "issuer", "number"),
    ("recipients_title", "recipient"),
    ("signer", "signed"),
    ("signing_line", "label", "title", "reference"),
)


def findings(_measured: Measured, parts: TextParts, decree: Decree, kind: str) -> Iterator[Finding]:
    """What is missing, what stands on the wrong side, what stands before its time."""
    if parts.main is not None:
        for name in _wanted(parts.main, kind):
            if not parts.main.found.get(name):
                look = decree.looks[name]
                yield of_page(look.name, "không có", "phải có", look.clause)
        yield from _sides(parts.main, decree)
        yield from _ordered(parts.main, _DOWN, decree)
    for part in parts.all:
        for names in _COLUMNS:
            yield from _ordered(part, names, decree)


def _wanted(part: TextPart, kind: str) -> tuple[str, ...]:
    """An attached text (Mẫu 1.3) has neither number nor date nor signature."""
    attached = bool(part.found.get("reference"))
    return _HEAD + (() if attached else _ISSUED) + _NEEDS.get(kind, ())


def _sides(part: TextPart, decree: Decree) -> Iterator[Finding]:
    for names, right in ((_LEFT, False), (_RIGHT, True)):
        for name in names:
            one = part.first(name)
            if one is not None and one.cell is not None and (one.cell.column > 0) != right:
                words = ("phía bên trái", "phía bên phải")
                yield at(
                    one, decree.looks[name].name, words[one.cell.column > 0], words[right], _PLACE
                )


def _ordered(part: TextPart, names: Sequence[str], decree: Decree) -> Iterator[Finding]:
    found = [(name, one) for name in names if (one := part.first(name)) is not None]
    for (name, one), (after, two) in pairwise(found):
        if _above(two, one):
            this, that = decree.looks[name].name, decree.looks[after].name
            yield at(two, that, f"đứng trước {this}", f"đứng sau {this}", _PLACE)


def _above(one: Paragraph, two: Paragraph) -> bool:
    return one.index < two.index
