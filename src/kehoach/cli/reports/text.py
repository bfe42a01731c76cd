"""Findings for people: place, severity, message, name; the line with a caret; what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach.language.visible import visible

if TYPE_CHECKING:
    from kehoach.api import Dossier
    from kehoach.diagnostics import Finding

WORDS = {"error": "lỗi", "warning": "cảnh báo", "info": "ghi chú"}
_WIDTH = 96


def report(dossiers: Sequence[Dossier]) -> str:
    """All findings, then one line that counts them."""
    lines = [
        line for dossier in dossiers for one in dossier.diagnostics for line in _told(one, dossier)
    ]
    return "\n".join([*lines, _summary(dossiers)]) + "\n"


def told(dossier: Dossier) -> str:
    """The findings of one plan."""
    return "\n".join(line for one in dossier.diagnostics for line in _told(one, dossier))


def _told(one: Finding, dossier: Dossier) -> Iterator[str]:
    file, line, column = place_of(one, dossier)
    word = f"{WORDS[one.severity]} (đã chấp nhận)" if one.allowed else WORDS[one.severity]
    yield f"{file}:{line}:{column}: {word}: {visible(one.message, keep='')} [{one.name}]"
    if one.allowed:
        yield f"    lý do chấp nhận: {visible(one.allowed, keep='')}"
        return
    yield from _excerpt(dossier.layers.texts.get(file, ""), line, column)
    if one.hint:
        yield f"    cách sửa: {visible(one.hint, keep='')}"


def place_of(one: Finding, dossier: Dossier) -> tuple[str, int, int]:
    """File, line and column, both from 1."""
    return one.mark[:3] if one.mark else (dossier.file, 1, 1)


def _excerpt(text: str, line: int, column: int) -> Iterator[str]:
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return
    shown = visible(lines[line - 1], keep="\t")
    caret = len(visible(lines[line - 1][: column - 1], keep="\t"))
    start = max(0, caret - _WIDTH // 2) if len(shown) > _WIDTH else 0
    piece = shown[start : start + _WIDTH]
    yield f"    | {'…' if start else ''}{piece}{'…' if start + _WIDTH < len(shown) else ''}"
    yield f"    | {' ' * (caret - start + bool(start))}^"


def _summary(dossiers: Sequence[Dossier]) -> str:
    counts = Counter(
        "đã chấp nhận" if one.allowed else WORDS[one.severity]
        for dossier in dossiers
        for one in dossier.diagnostics
    )
    order = [*WORDS.values(), "đã chấp nhận"]
    told = ", ".join(f"{counts[word]} {word}" for word in order if counts[word])
    checked = f"Đã kiểm tra {len(dossiers)} kế hoạch: {told or 'không có lỗi'}."
    return "\n".join([checked, *_silenced(dossiers)])


def _silenced(dossiers: Sequence[Dossier]) -> Iterator[str]:
    """What settings files switch off, one sentence a file: a clean report may owe itself to it."""
    offices = {one.office.path: one.office for one in dossiers}
    for path, office in offices.items():
        if path and (off := office.silenced):
            yield f"{path.name} tắt {len(off)} kiểm tra: {', '.join(off)} ({path.as_posix()})."
