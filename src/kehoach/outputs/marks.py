r"""The inline Markdown subset: `**bold**`, `*italic*`, `^sup^`, `~sub~`, `[^note]`, `\*`.

One pass, no backtracking: a mark that finds no partner stays the text it is, so nothing a user
writes is ever lost. A mark opens before a letter and closes after one; `2 * 3`, `2*3` and `(*)`
hold no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Height = Literal["", "superscript", "subscript"]

_TOKEN = re.compile(r"\\[\\*^~\[\]]|\[\^[^\]\s]+\]|\*+|\^+|~+")
_SPACE = re.compile(r"\s")
_MARKS = frozenset({"*", "**", "***", "^", "~"})
_NOT_BEFORE = frozenset(" \t\n\u00a0)]},.;:!?%»”’")
_NOT_AFTER = frozenset(" \t\n\u00a0([{«“‘")
_HEIGHTS = ("^", "~")


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
    step: int  # 1 opens, -1 closes


_ON = {mark: _Switch(mark, 1) for mark in ("*", "**", "^", "~")}
_OFF = {mark: _Switch(mark, -1) for mark in _ON}
_Look = tuple[bool, bool, Height]


class _Note(NamedTuple):
    text: str
    note: str


class _Opener(NamedTuple):
    mark: str
    place: int  # its index among the pieces
    end: int  # where its content starts in the text


@dataclass(slots=True)
class _Reader:
    text: str
    pieces: list[str | _Switch | _Note] = field(default_factory=list)
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
            self.pieces.append(_Note(token, token[2:-1]))
        elif token not in _MARKS or self.between_digits(found):
            self.add(token)
        else:
            self.mark_run(found)

    def between_digits(self, found: re.Match[str]) -> bool:
        before, after = self.around(found)
        return found[0][0] == "*" and before.isdigit() and after.isdigit()

    def around(self, found: re.Match[str]) -> tuple[str, str]:
        """The letters before and after; beyond the ends stands a space."""
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
        self.pieces[opener.place] = _ON[mark]
        self.pieces.append(_OFF[mark])
        return True

    def closable(self, opener: _Opener, start: int) -> bool:
        content = self.text[opener.end : start]
        return content != "" and (opener.mark not in _HEIGHTS or not _SPACE.search(content))


def spans(text: str) -> list[Span]:
    r"""The text cut where its look changes; `\n` and `\t` stay inside.

    >>> [(one.text, one.bold) for one in spans("Giảm **5%** so với 2*3")]
    [('Giảm ', False), ('5%', True), (' so với 2*3', False)]
    """
    reader = _Reader(text)
    reader.read()
    depth = dict.fromkeys(_ON, 0)
    look = _look(depth)
    found: list[tuple[_Look, list[str], str]] = []
    for piece in reader.pieces:
        if type(piece) is _Switch:
            depth[piece.mark] += piece.step
            look = _look(depth)
        elif type(piece) is _Note:
            found.append((look, [piece.text], piece.note))
        elif found and found[-1][0] == look and not found[-1][2]:
            found[-1][1].append(str(piece))
        else:
            found.append((look, [str(piece)], ""))
    return [Span("".join(texts), *look, note) for look, texts, note in found]


def _look(depth: dict[str, int]) -> _Look:
    height: Height = "subscript" if depth["~"] else "superscript" if depth["^"] else ""
    return depth["**"] > 0, depth["*"] > 0, height


def has_marks(text: str) -> bool:
    """Whether there is anything to read: four tests, which almost always say no."""
    return "*" in text or "^" in text or "~" in text or "\\" in text


def plain(text: str) -> str:
    """The text without its marks and footnote references: for measuring and for properties.

    >>> plain("Tăng **5%**[^a] m^2^")
    'Tăng 5% m2'
    """
    if not has_marks(text):
        return text
    return "".join(one.text for one in spans(text) if not one.note)
