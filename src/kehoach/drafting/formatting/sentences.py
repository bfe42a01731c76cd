"""Paragraphs in the file: one sentence a line, where one ends beyond doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from kehoach.language.paragraphs import MARKS, lines_of, paragraph_spans, paragraphs

_END = re.compile(r"(?<=[^\s.…][.!?])[”\"')\]»]* (?=[^\W\d_])")
_YEAR = re.compile(r"(^|[/\s(])(19|20)\d\d$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_KEPT = re.compile(r"[.!?…;:][”\"')\]»*_]*$|[}+-]$")
_EXPRESSION = re.compile(r"\{\{.*?\}\}")


def by_sentences(text: str) -> str:
    r"""A text with a sentence a line, which makes the same paragraphs.

    A line that the author ended within a sentence is joined to the next. A sentence that ends in
    doubt (after an abbreviation, a number, dots) is parted from the next only if the author did.

    >>> by_sentences("Họp tại TP. Huế. Gửi báo cáo\ntrước năm 2027. Các sở, v.v... Thực hiện.")
    'Họp tại TP. Huế.\nGửi báo cáo trước năm 2027.\nCác sở, v.v... Thực hiện.'
    """
    if "{%" in text or "{#" in text or "{" in _EXPRESSION.sub("", text):
        return text
    found = "\n".join(_indented(text))
    return found if found and paragraphs(found) == paragraphs(text) else text


def _indented(text: str) -> Iterator[str]:
    """The lines of all blocks: those of a dash two blanks in, those of a plus under a dash too."""
    under_dash = 0
    for blank, lines in _blocks(text):
        if blank:
            yield ""
        mark = lines[0][:2] if lines[0][:2] in MARKS else ""
        under_dash = {"- ": 2, "+ ": under_dash}.get(mark, 0)
        first = " " * (under_dash if mark == "+ " else 0)
        rest = first + " " * len(mark)
        for index, line in enumerate(_sentences(lines)):
            yield (rest if index else first) + line


def _blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    """The lines of each block, and whether an empty line parts it from the one before."""
    before: int | None = None
    for start, end in paragraph_spans(text):
        breaks = 0 if before is None else len(f"{text[before:start]}|".splitlines()) - 1
        yield breaks > 1, lines_of(text[start:end])
        before = end


def _sentences(lines: list[str]) -> Iterator[str]:
    """One line a sentence; the author's line ends are kept where a sentence may end."""
    whole = lines[0]
    for before, line in pairwise(lines):
        if _KEPT.search(before) or line.startswith("{"):
            yield from _parted(whole)
            whole = line
        else:
            whole = f"{whole} {line}"
    yield from _parted(whole)


def _parted(line: str) -> Iterator[str]:
    """A line cut where sentences end beyond doubt."""
    expressions = [found.span() for found in _EXPRESSION.finditer(line)]
    start = 0
    for found in _END.finditer(line):
        inside = any(a < found.start() < b for a, b in expressions)
        if inside or not line[found.end()].isupper() or not _ends(line[start : found.start()]):
            continue
        yield line[start : found.end() - 1]
        start = found.end()
    yield line[start:]


def _ends(sentence: str) -> bool:
    """Whether a piece that ends in a mark is a whole sentence beyond doubt."""
    if sentence.count("(") > sentence.count(")") or sentence.count("“") > sentence.count("”"):
        return False
    stem = sentence[:-1]
    if sentence[-1] != "." or stem[-1] in '}%)”"':
        return True
    if stem[-1].isdigit():
        return _YEAR.search(stem) is not None
    word = _LAST_WORD.search(stem)
    return word is not None and not _is_abbreviation(word[0])


def _is_abbreviation(word: str) -> bool:
    """Whether letters before a full stop may stand for a word: `TP`, `ThS`, `Q`, `UBND`.

    >>> [one for one in ("TP", "ThS", "v", "UBND", "Kạn", "Nam") if _is_abbreviation(one)]
    ['TP', 'ThS', 'v', 'UBND']
    """
    bare = unicodedata.normalize("NFD", word.casefold())
    return len(word) == 1 or word.isupper() or not set("aeiouy") & set(bare)
