"""What in a measured document breaks the decree: one family of rules a file."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.layout.elements import parts_of
from kehoach.layout.measured import Measured
from kehoach.layout.nd30 import ND30, Decree
from kehoach.layout.rules import appendix, body, drawn, look, order, page, page_number, wording
from kehoach.layout.rules.finding import sentence
from kehoach.source import Finding

_FAMILIES = (page, page_number, look, wording, drawn, body, appendix)


def findings(measured: Measured, kind: str, decree: Decree = ND30) -> list[Finding]:
    """Everything that breaks the decree, as readers go: the page, then from top to bottom.

    `kind` is the type of document as its template is called: "quyet-dinh", "ke-hoach" (any other
    text with a type's name goes the same way), "phu-luc" for an appendix in a file of its own.
    """
    return sorted(dict.fromkeys(_all(measured, kind, decree)), key=_place)


def _all(measured: Measured, kind: str, decree: Decree) -> Iterator[Finding]:
    parts = parts_of(measured, kind)
    for family in _FAMILIES:
        yield from family.findings(measured, parts, decree)
    yield from order.findings(measured, parts, decree, kind)


def _place(one: Finding) -> int:
    return int(one.path[-1]) if one.path else -1


def violations(measured: Measured, kind: str, decree: Decree = ND30) -> list[str]:
    """The findings as Vietnamese sentences; one that many paragraphs share is said once."""
    counted: dict[str, list[Finding]] = {}
    for one in findings(measured, kind, decree):
        counted.setdefault(one.message, []).append(one)
    return [_sentence(many) for many in counted.values()]


def _sentence(many: list[Finding]) -> str:
    more = f" Cùng lỗi này: {len(many) - 1} chỗ nữa." if len(many) > 1 else ""
    return f"{sentence(many[0])}{more}"
