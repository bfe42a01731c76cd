"""Places left to be filled in: a value that begins with `TODO:`, or `[TODO: ...]` in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from kehoach.diagnostics import Finding
from kehoach.source import Route, Value, texts

_IN_BRACKETS = re.compile(r"\[TODO\b:?\s*([^\[\]]*)\]?")
_WHOLE = re.compile(r"\s*TODO\b:?\s*(.*)", re.DOTALL)
_BEFORE = 160
HINT = "Điền nội dung rồi bỏ chữ TODO; văn bản còn TODO thì chưa được ban hành."


class Todo(NamedTuple):
    """One place: why it is open, and how it is written, with no other place like it."""

    reason: str
    written: str

    @property
    def message(self) -> str:
        """What is told of it."""
        return f"còn phải điền: {self.reason or 'chưa ghi điền gì'}"


def todos(text: str) -> Iterator[Todo]:
    """The places left open in a text.

    >>> [one.reason for one in todos("Giảm [TODO: mức năm 2027] so với [TODO: năm gốc]")]
    ['mức năm 2027', 'năm gốc']
    >>> next(todos("TODO: số tiền")).reason
    'số tiền'
    """
    if "TODO" not in text:
        return
    if whole := _WHOLE.match(text):
        yield Todo(_one_line(whole[1]), _one_line(text))
        return
    seen: set[str] = set()
    for found in _IN_BRACKETS.finditer(text):
        written = _one_line(found[0])
        if written in seen:  # the words before it tell it from the first
            before = text[max(0, found.start() - _BEFORE) : found.end()]
            written = _one_line(before.partition(" ")[2])
        seen.add(written)
        yield Todo(_one_line(found[1]), written)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def open_texts(root: Value, without: Collection[Route]) -> Iterator[Finding]:
    """The findings of a tree that cannot be typed yet, but for the paths told already."""
    for path, text in texts(root):
        if path not in without:
            for one in todos(text):
                yield Finding(
                    name="todo", message=one.message, path=path, hint=HINT, needle=one.written
                )
