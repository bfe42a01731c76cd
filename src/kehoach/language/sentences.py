"""Text cut into sentences, each with its offset; dash items keep their mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.source import Memory

_BREAK = re.compile(r"\n[ \t]*\n\s*|\n[ \t]*(?=[-+–•] )|\n[ \t]*(?=(?:[a-zđ]|\d{1,2})[).] )")
_END = re.compile(r"[.!?…][”\"')*_\]]*\s+(?=[“\"'(*]*[^\W_])")
_MARK = re.compile(r"\s*([-+–•]) +")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-ZĐ]|TP|Tp|TX|TT|ThS|Ths|Th|TS|PGS|GS|BS|KS|CN|NXB|tr|v|vv|v\.v|Đ/c|đ/c|Mr|No)$"
)
_CUT_NUMBER = re.compile(r"(?<!\d)\d{1,3}$")
"""`3. 553` is a number with a blank in it, `2023. 100%` two sentences."""


_REACH = 8


class Sentence(NamedTuple):
    """A sentence without the blanks and the dash around it.

    Attributes:
        text: as written, line ends included.
        start: offset of its first character in the whole text.
        mark: "-" or "+" where it opens a dash item, else "".
    """

    text: str
    start: int
    mark: str = ""


def sentences(text: str) -> tuple[Sentence, ...]:
    r"""The sentences of a text, in order.

    >>> [one.text for one in sentences("Họp tại TP. Huế. 100% xã có mặt.\n- Gửi báo cáo.")]
    ['Họp tại TP. Huế.', '100% xã có mặt.', 'Gửi báo cáo.']
    """
    return tuple(one for start, block in _blocks(text) for one in _block(block, start))


def sentence_at(text: str, at: int, memory: Memory) -> str:
    """The sentence around an offset; the whole text where none is."""
    found = memory.once(sentences, text)
    place = bisect_right(found, at, key=lambda one: one.start) - 1
    one = found[place] if place >= 0 else None
    return one.text if one and at < one.start + len(one.text) else text


def listings(found: Sequence[Sentence]) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Each sentence that ends in a colon with the dash items under it, first sentences only."""
    for index, head in enumerate(found):
        if head.text.endswith(":") and (items := tuple(_items(found, index))):
            yield head, items


def _items(found: Sequence[Sentence], at: int) -> Iterator[Sentence]:
    """The items under a head: up to the next one of its own kind, or the next head of a list."""
    above = found[at].mark
    mark = found[at + 1].mark if at + 1 < len(found) else ""
    if not mark or mark == above:
        return
    for place in range(at + 1, len(found)):
        one = found[place]
        if one.mark == mark:
            yield one
        elif one.mark == above and (above or one.text.endswith(":")):
            return


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, text[start : found.start()]
        start = found.end()
    yield start, text[start:]


def _block(block: str, start: int) -> Iterator[Sentence]:
    marked = _MARK.match(block)
    mark = "-" if marked and marked[1] in "–•" else marked[1] if marked else ""
    begin = marked.end() if marked else 0
    for end in (*_ends(block), len(block)):
        piece = block[begin:end]
        if piece.strip():
            yield Sentence(piece.strip(), start + begin + len(piece) - len(piece.lstrip()), mark)
            mark = ""
        begin = end


def _ends(block: str) -> Iterator[int]:
    for found in _END.finditer(block):
        after = block[found.end() : found.end() + _REACH].lstrip("“\"'(*")[:1]
        before = block[max(0, found.start() - _REACH) : found.start()]
        if after.isdigit() and _CUT_NUMBER.search(before[-4:]):
            continue
        if (after.isupper() or after.isdigit()) and not _ABBREVIATION.search(before):
            yield found.end()
