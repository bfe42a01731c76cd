"""Marks that a merge leaves where two people changed one place: `<<<<<<<`, `=======`, `>>>>>>>`."""

from __future__ import annotations

import re
from typing import Literal

from kehoach.source.finding import Finding
from kehoach.source.marks import mark_at

NAME = "merge-conflict"
OURS, BASE, HALF, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_OPEN = re.compile(rf"^{OURS}(?=[ \r\n]|\Z).*", re.MULTILINE)
_HINT = (
    f"Giữ một bản (hoặc viết lại từ cả hai), rồi xóa các dòng {OURS}, {BASE}, {HALF}, {THEIRS}"
    " và những bản không giữ."
)

Side = Literal["ours", "theirs"]


def merge_conflicts(name: str, text: str) -> list[Finding]:
    """A finding for each place that a merge left open; git writes the same marks."""
    if OURS not in text:
        return []
    message = "hai người sửa khác nhau ở chỗ này khi gộp, chưa chọn giữ bản nào"
    return [
        Finding(
            name=NAME,
            message=message,
            hint=_HINT,
            mark=mark_at(name, text, found.start(), found.end()),
        )
        for found in _OPEN.finditer(text)
    ]


def resolved(text: str, side: Side) -> str:
    r"""The text with one side kept at each conflict.

    >>> resolved("a\n<<<<<<< x\nb\n||||||| o\nc\n=======\nd\n>>>>>>> y\ne\n", "theirs")
    'a\nd\ne\n'
    """
    part, kept = "both", []
    for line in text.splitlines(keepends=True):
        word = line.rstrip()[:7]
        opened = {OURS: "ours", BASE: "base", HALF: "theirs", THEIRS: "both"}.get(word)
        if opened is not None and (part != "both" or word == OURS):
            part = opened
        elif part in ("both", side):
            kept.append(line)
    return "".join(kept)
