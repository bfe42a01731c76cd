r"""The inline Markdown subset: `**bold**`, `*italic*`, `^sup^`, `~sub~`, `[^note]`, `\*`.

One pass, no backtracking: a mark that finds no partner stays the text it is, so nothing a user
writes is ever lost. A mark opens before a letter and closes after one; `2 * 3`, `2*3` and `(*)`
hold no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

Height = Literal["", "superscript", "subscript"]

SIGNS = ("*", "^", "~", "\\", "[^")
_TOKEN = re.compile(r"\\[\\*^~\[\]]|\[\^[^\]\s]+\]|\*+|\^+|~+")
_MARKS = frozenset({"*", "**", "***", "^", "~"})
_NOT_BEFORE = frozenset(" \t\n\u00a0)]},.;:!?%»”’")
_NOT_AFTER = frozenset(" \t\n\u00a0([{«“‘")
_HEIGHTS: dict[str, Height] = {"^": "superscript", "~": "subscript"}


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look, or (when `note` is set) a reference to the footnote of that id."""

    text: str
    bold: bool = False
    italic: bool = False
    height: Height = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Switch:
    mark: str
    on: bool


@dataclass(frozen=True, slots=True)
class _Opener:
    mark: str
    place: int  # its index among the pieces
    end: int  # where its content starts in the text


@dataclass(slots=True)
class _Reader:
    text: str
    pieces: list[str | _Switch | Span] = field(default_factory=list)
    openers: list[_Opener] = field(default_factory=list)

    def read(self) -> None:
        done = 0
        for found in _TOKEN.finditer(self.text):
            self.add(self.text[done : found.start()])
            self.token(found)
            done = found.end()
        self.add(self.text[done:])

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(text)

    def token(self, found: re.Match[str]) -> None:
        token = found[0]
        if token[0] == "\\":
            self.add(token[1])
        elif token[0] == "[":
            self.pieces.append(Span(token, note=token[2:-1]))
        elif token not in _MARKS or self.between_digits(found):
            self.add(token)
        else:
            self.mark_run(found)

    def between_digits(self, found: re.Match[str]) -> bool:
        before, after = self.around(found)
        return found[0][0] == "*" and before.isdigit() and after.isdigit()

    def around(self, found: re.Match[str]) -> tuple[str, str]:
        start, end = found.span()
        return self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "

    def mark_run(self, found: re.Match[str]) -> None:
        before, after = self.around(found)
        opens, closes = after not in _NOT_BEFORE, before not in _NOT_AFTER
        for mark in self.order(found[0]):
            if not (closes and self.close(mark, found.start())):
                self.open(mark, opens, found.end())

    def order(self, stars: str) -> tuple[str, ...]:
        """Three stars are two marks; the one opened last closes first."""
        if stars != "***":
            return (stars,)
        inner_first = bool(self.openers) and self.openers[-1].mark == "*"
        return ("*", "**") if inner_first else ("**", "*")

    def open(self, mark: str, opens: bool, end: int) -> None:
        if opens:
            self.openers.append(_Opener(mark, len(self.pieces), end))
        self.pieces.append(mark)

    def close(self, mark: str, start: int) -> bool:
        depth = len(self.openers) - 1
        while depth >= 0 and self.openers[depth].mark != mark:
            depth -= 1
        if depth < 0 or not self.closable(self.openers[depth], start):
            return False
        opener = self.openers[depth]
        del self.openers[depth:]
        self.pieces[opener.place] = _Switch(mark, on=True)
        self.pieces.append(_Switch(mark, on=False))
        return True

    def closable(self, opener: _Opener, start: int) -> bool:
        content = self.text[opener.end : start]
        return content != "" and (opener.mark not in _HEIGHTS or not _SPACE.search(content))


_SPACE = re.compile(r"\s")


def spans(text: str) -> list[Span]:
    r"""The text cut where its look changes; `\n` and `\t` stay inside.

    >>> [(one.text, one.bold) for one in spans("Giảm **5%** so với 2*3")]
    [('Giảm ', False), ('5%', True), (' so với 2*3', False)]
    """
    reader = _Reader(text)
    reader.read()
    found: list[Span] = []
    look = Span("")
    for piece in reader.pieces:
        if isinstance(piece, _Switch):
            look = _switched(look, piece)
        elif isinstance(piece, Span):
            found.append(replace(look, text=piece.text, note=piece.note))
        elif found and replace(look, text=found[-1].text) == found[-1]:
            found[-1] = replace(look, text=found[-1].text + piece)
        else:
            found.append(replace(look, text=piece))
    return found


def _switched(look: Span, switch: _Switch) -> Span:
    if switch.mark == "**":
        return replace(look, bold=switch.on)
    if switch.mark == "*":
        return replace(look, italic=switch.on)
    return replace(look, height=_HEIGHTS[switch.mark] if switch.on else "")


def plain(text: str) -> str:
    """The text without its marks and footnote references: for measuring and for properties.

    >>> plain("Tăng **5%**[^a] m^2^")
    'Tăng 5% m2'
    """
    if not any(sign in text for sign in SIGNS):
        return text
    return "".join(one.text for one in spans(text) if not one.note)
