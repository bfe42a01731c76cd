"""`tổng ... là A, gồm B ... và C ...`; `trong đó`; `A (năm 2022 là B, năm 2023 C)`; dash lists."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kehoach.language.figures import Figure
from kehoach.language.relations import Parts
from kehoach.language.sentences import listings, sentences
from kehoach.language.skeleton import Skeleton, skeleton
from kehoach.source import Memory

_LINK = re.compile(
    r"(?<!không )(?<!chưa )(?P<all>(?:bao gồm|(?<!bao )gồm)(?: có)?|chia ra)(?P<colon> ?:)?"
    r"|\b(?P<some>[Tt]rong đó)(?P<stop> ?:)?"
)
_BRACKET = re.compile(
    r"⟦\d+⟧ ?[*_]*\([*_]*(?:(?=[^⟦()]{0,12}(?P<all>năm) \d{4}\b)|(?=(?:vốn|ngân sách|NSTW)\b))"
)
_NEXT = re.compile(r"(?:đã )?(?:giải ngân|thanh toán|thực hiện được)|còn lại|chuyển sang")
_HOLE = re.compile(r"⟦(\d+)⟧")
_CLOSED = re.compile(r"\([^()]*\)")
_STOPS = re.compile(r"[();]")
_NET = re.compile(r"thoát|tái|phát sinh")
"""A fall told with what makes it up: those who left less those who came, no parts of a sum."""
_SPLIT = re.compile(r"[,;]| và ")
_FAMILIES: tuple[dict[str, re.Pattern[str]], ...] = (
    {
        "central": re.compile(r"trung ương|NSTW", re.IGNORECASE),
        "local": re.compile(r"địa phương|NSĐP|đối ứng", re.IGNORECASE),
        "province": re.compile(r"ngân sách (?:cấp )?tỉnh", re.IGNORECASE),
        "district": re.compile(r"ngân sách (?:cấp )?huyện", re.IGNORECASE),
        "commune": re.compile(r"ngân sách (?:cấp )?xã", re.IGNORECASE),
        "other": re.compile(
            r"nguồn khác|vốn khác|huy động|xã hội hóa|đóng góp|tín dụng|vay", re.IGNORECASE
        ),
    },
    {
        "investment": re.compile(r"đầu tư"),
        "recurrent": re.compile(r"sự nghiệp|thường xuyên"),
    },
    {
        "near-poor": re.compile(r"cận nghèo"),
        "poor": re.compile(r"(?<!cận )nghèo"),
    },
)
_YEAR = re.compile(r"năm (\d{4})\b")
_LEVELS = {"province", "district", "commune"}
_KINDS = {frozenset(_FAMILIES[1])}
_FEWEST = 2
_LONGEST = 1000
"""Characters of a bracket that is read."""
_FARTHEST = 40
"""Figures between a whole and the words that name its parts."""


def parts(text: str, memory: Memory) -> tuple[Parts, ...]:
    """The wholes of a text with their parts: inside sentences, and in dash lists under a colon.

    >>> found = parts("Tổng 5 tỷ, gồm 3 tỷ A và 2 tỷ B", Memory())
    >>> [(one.whole.text, len(one.parts)) for one in found]
    [('5 tỷ', 2)]
    """
    found = memory.once(sentences, text)
    bones = {one: memory.once(skeleton, one.text) for one in found}
    inside = [one for sentence in found for one in _inside(bones[sentence])]
    lists = ((head, [bones[one] for one in items]) for head, items in listings(found))
    return (*inside, *(one for head, items in lists for one in _listed(bones[head], items)))


class _Hole(NamedTuple):
    """Where a figure stood in the words; `closes` is where the bracket around it does, if any."""

    start: int
    end: int
    figure: Figure
    closes: int | None


def _holes(found: Skeleton) -> list[_Hole]:
    brackets = iter([*_CLOSED.finditer(found.words), None])
    bracket = next(brackets)
    holes = []
    for one in _HOLE.finditer(found.words):
        while bracket and bracket.end() < one.start():
            bracket = next(brackets)
        closes = bracket.end() if bracket and bracket.start() < one.start() else None
        holes.append(_Hole(*one.span(), found.of(one, 1), closes))
    return holes


def _inside(found: Skeleton) -> Iterator[Parts]:
    if len(found.figures) < _FEWEST or any(one.kind == "broken" for one in found.figures):
        return
    links = list(_LINK.finditer(found.words))
    starts, holes = [one.start() for one in links], _holes(found)
    for link in (*links, *_BRACKET.finditer(found.words)):
        later = bisect_left(starts, link.end())
        stretch = _stretch(found.words, link, starts[later] if later < len(starts) else None)
        if stretch and "⟦" in stretch:
            yield from _linked(found, link, stretch, holes)


def _linked(
    found: Skeleton, link: re.Match[str], stretch: str, every: list[_Hole]
) -> Iterator[Parts]:
    """The parts behind a link, if the words up to their end hold nothing that confuses them."""
    words = _flat(stretch)
    holes = list(_HOLE.finditer(words))
    whole = _whole(found.words, link, found.of(holes[0], 1), every) if holes else None
    if whole is None:
        return
    holes = [hole for hole in holes if found.of(hole, 1).like(whole)]
    given = [found.of(hole, 1) for hole in holes]
    if all(one.plain for one in (*given, whole)) and not _NET.search(words):
        closed = bool(link["all"]) and _closed(words, holes)
        quote = found.quote(whole, given[-1])
        yield _parts(whole, given, _labels(words, holes), (bool(link["all"]), closed), quote)


def _closed(words: str, holes: Sequence[re.Match[str]]) -> bool:
    """Whether each item of the list has its figure: no more commas than between the figures."""
    ends = [0, *(one.end() for one in holes)]
    starts = [*(one.start() for one in holes), len(words)]
    gaps = [len(_SPLIT.findall(words[a:b])) for a, b in zip(ends, starts, strict=True)]
    return gaps[0] == gaps[-1] == 0 and max(gaps) <= 1


def _whole(words: str, link: re.Match[str], part: Figure, every: list[_Hole]) -> Figure | None:
    """The amount or count nearest before the link that is of the parts' kind."""
    if part.kind not in {"money", "count"}:
        return None
    end = link.end() if link.re is _BRACKET else link.start()
    last = bisect_right(every, end, key=lambda one: one.end)
    before = every[max(0, last - _FARTHEST) : last]
    outside = [one for one in before if one.closes is None or one.closes > end]
    alike = [one for one in outside if one.figure.like(part)]
    if not alike or words.find(";", alike[-1].end, end) >= 0:
        return None
    whole = alike[-1].figure
    return whole if link["all"] or whole.worth == max(one.figure.worth for one in alike) else None


def _stretch(words: str, link: re.Match[str], stop: int | None) -> str | None:
    """The words behind the link: to the end of its bracket, of its clause or of the sentence.

    None where another link (at `stop`) stands among them, or where a bracket is too long.
    """
    start, named = link.end(), link.groupdict()
    end = len(words) if stop is None else stop
    if link.re is _BRACKET and end > start + _LONGEST:
        end, stop = start + _LONGEST, start + _LONGEST
    after = _NEXT.search(words, start, end)
    if after:
        end, stop = after.start(), None
    depth = 0
    to_clause = bool(named.get("some")) and not named.get("stop")
    for mark in _STOPS.finditer(words, start, end):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if depth < 0 or (to_clause and mark[0] == ";" and not depth):
            return words[start : mark.start()]
    return words[start:end] if stop is None else None


def _flat(words: str) -> str:
    """The words with what stands in brackets blanked out."""
    depth, opened, last, kept = 0, 0, 0, []
    for mark in _STOPS.finditer(words):
        if mark[0] == "(":
            if not depth:
                opened = mark.start()
                kept.append(words[last:opened])
            depth += 1
        elif mark[0] == ")" and depth:
            depth -= 1
            last = mark.end()
            kept.append("" if depth else " " * (last - opened))
    return "".join([*kept, " " * (len(words) - opened) if depth else words[last:]])


def _labels(words: str, holes: Sequence[re.Match[str]]) -> list[str]:
    """What is said of each part: the words around it up to the commas between the parts."""
    gaps = [words[: holes[0].start()]]
    gaps += [words[one.end() : two.start()] for one, two in pairwise(holes)]
    after = [_SPLIT.split(gap, maxsplit=1)[0] if _SPLIT.search(gap) else "" for gap in gaps[1:]]
    before = [_SPLIT.split(gap, maxsplit=1)[-1] for gap in gaps]
    last = _SPLIT.split(words[holes[-1].end() :], maxsplit=1)[0]
    return [f"{one} {two}" for one, two in zip(before, [*after, last], strict=True)]


def _listed(top: Skeleton, items: Sequence[Skeleton]) -> Iterator[Parts]:
    """A head that ends in `gồm:` or `trong đó:` with one amount in each item's beginning."""
    links = list(_LINK.finditer(top.words))
    if not links or _HOLE.search(top.words, links[-1].start()):
        return
    whole = _whole_of_list(top, links[-1])
    firsts = [_first_like(one, whole) if whole else None for one in items]
    given = [one for one in firsts if one]
    if whole is None or len(given) < len(items) or not all(one.plain for one in (*given, whole)):
        return
    labels = [item.text[: one.start] for item, one in zip(items, given, strict=True)]
    quote = f"{top.quote(whole, whole)}: {' + '.join(one.text for one in given)}"
    every = bool(links[-1]["all"])
    yield _parts(whole, given, labels, (every, every), quote)


def _whole_of_list(top: Skeleton, link: re.Match[str]) -> Figure | None:
    """The one amount of money before the link, or else the nearest count."""
    before = [top.of(one, 1) for one in _HOLE.finditer(top.words, 0, link.start())]
    money = [one for one in before if one.kind == "money"]
    counts = [one for one in before if one.kind == "count"]
    return money[0] if len(money) == 1 else None if money or not counts else counts[-1]


def _first_like(item: Skeleton, whole: Figure) -> Figure | None:
    """The one amount of an item; further ones only behind a link that parts it again."""
    link = _LINK.search(item.words)
    own = [
        item.figures[int(hole[1])]
        for hole in _HOLE.finditer(_flat(item.words), 0, link.start() if link else len(item.words))
    ]
    alike = [one for one in own if one.like(whole)]
    return alike[0] if len(alike) == 1 else None


def _parts(
    whole: Figure,
    given: Sequence[Figure],
    labels: Sequence[str],
    listed: tuple[bool, bool],
    quote: str,
) -> Parts:
    """`listed`: whether the words say that they list all parts, and each of them has a figure."""
    family = _family(labels)
    every, closed = listed
    told = family is not None and (family in _KINDS or "other" in family)
    return Parts(whole, tuple(given), closed or told, every or family is not None, quote)


def _family(labels: Sequence[str]) -> frozenset[str] | None:
    """The classes of the parts where each has its own in one family, so that none overlap."""
    for one in _FAMILIES:
        classes = [{name for name, word in one.items() if word.search(label)} for label in labels]
        if distinct := _distinct(classes):
            return distinct
    return _distinct([set(_YEAR.findall(label)) for label in labels])


def _distinct(classes: Sequence[set[str]]) -> frozenset[str] | None:
    single = all(len(one) == 1 for one in classes)
    union = frozenset[str]().union(*classes)
    nested = "local" in union and bool(union & _LEVELS)
    return union if single and not nested and len(union) == len(classes) else None
