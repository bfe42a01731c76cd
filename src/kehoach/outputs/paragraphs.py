"""The texts of a part's paragraphs, and what is wrong with its tags before any program reads them.

docxtpl takes a paragraph away with the words beside its `{%p %}`, and swallows what lies between a
tag that is not closed and the next one: both are told here, where nothing is lost yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_PIECES = re.compile(
    r"<w:(?P<start>p|tr|tc)(?=[ >/])[^>]*?(?P<empty>/?)>|</w:(?P<end>p|tr|tc)>"
    r"|<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>|<w:(?:tab|br|cr)(?: [^>]*)?/>"
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))
_INSIDE = r"""(?:[^'"{}%]|'[^']*'|"[^"]*"|\{(?![{%#])|\}(?!\})|%(?!\}))*"""
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#.*?#\}}")
_LEFT_OVER = re.compile(r"\{[{%#]|[%}]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = {"}}": "{{", "%}": "{%"}
_NAMES = {"p": "đoạn", "tr": "dòng bảng", "tc": "ô bảng"}
_TRACKED = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|[a-z]+PrChange)(?=[ >/])")


@dataclass(slots=True)
class Element:
    """A paragraph, table row or cell: its text in pieces, each with its paragraph's number."""

    pieces: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as Word shows it; that of a text box or inner table is the inner one's own."""
        return "".join(text for _, text in self.pieces)


Elements = dict[str, list[Element]]


def elements(raw: str) -> Elements:
    """The paragraphs, rows and cells of a part, each kind in the order of their starts."""
    found: Elements = {kind: [] for kind in _NAMES}
    open_ones: dict[str, list[tuple[int, Element]]] = {kind: [] for kind in _NAMES}
    for piece in _PIECES.finditer(raw):
        if kind := piece["start"]:
            found[kind].append(Element())
            if not piece["empty"]:
                open_ones[kind].append((len(found[kind]), found[kind][-1]))
        elif kind := piece["end"]:
            del open_ones[kind][-1:]
        elif open_ones["p"]:
            text = " " if piece["text"] is None else _plain(piece["text"])
            for inside in filter(None, open_ones.values()):
                inside[-1][1].pieces.append((open_ones["p"][-1][0], text))
    return found


def _plain(text: str) -> str:
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text


def faults(raw: str, found: Elements) -> Iterator[tuple[int, str]]:
    """What keeps the tags of a part from being read: the paragraph's number, and why."""
    if _TRACKED.search(raw):
        yield 0, _TRACKED_TOLD
        return
    for number, one in enumerate(found["p"], 1):
        if left := _LEFT_OVER.search(_TAG.sub("", one.text)):
            yield number, _unbalanced(left[0])


_TRACKED_TOLD = (
    "Mẫu còn dấu sửa đang theo dõi (Track Changes): thẻ đã xóa vẫn chạy. Mở bằng Word, vào"
    " Review, chọn Accept All Changes (chấp nhận mọi thay đổi) rồi lưu."
)


def _unbalanced(sign: str) -> str:
    if sign in _CLOSING:
        return f"Thẻ “{sign}” không được đóng bằng “{_CLOSING[sign]}” trong cùng đoạn."
    return f"Dấu “{sign}” không có “{_OPENING.get(sign, '{#')}” mở ở trước, trong cùng đoạn."


def vanishing(found: Elements) -> Iterator[tuple[int, str]]:
    """Words that vanish with the paragraph, row or cell that a tag stands for."""
    for kind, name in _NAMES.items():
        marks = tuple(f"{opening}{kind} " for opening in ("{{", "{%"))
        for one in found[kind]:
            tags = list(_TAG.finditer(one.text))
            held = next((tag for tag in tags if tag[0].startswith(marks)), None)
            beside = _without(one.text, tags, marks) if held else ""
            if held and beside:
                told = f"Thẻ {held[0]} thay cho cả {name}: chữ đứng cùng {name} sẽ mất"
                yield _paragraph(one, held.start()), f"{told}: “{beside}”."


def _without(text: str, tags: list[re.Match[str]], marks: tuple[str, ...]) -> str:
    """The text without its tags of these marks."""
    for tag in reversed(tags):
        if tag[0].startswith(marks):
            text = text[: tag.start()] + text[tag.end() :]
    return text.strip()


def _paragraph(one: Element, at: int) -> int:
    """The number of the paragraph that a place of the text stands in."""
    for number, text in one.pieces:
        at -= len(text)
        if at < 0:
            return number
    return 0
