"""`giảm 3,35% (từ 11,61% xuống 8,26%)`, `tăng từ 40 xã lên 46 xã, tăng 6 xã`, in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.language.figures import Figure
from kehoach.language.relations import Change, Way
from kehoach.language.skeleton import HOLE, WORDS, Skeleton

_VERB = r"(?P<verb>[Gg]iảm|[Tt]ăng)"
_START = HOLE.replace("(", "(?P<start>", 1)
_END = HOLE.replace("(", "(?P<end>", 1)
_BY = HOLE.replace("(", "(?P<by>", 1)
_NEAR = rf"(?:(?![Gg]iảm|[Tt]ăng){WORDS}){{0,70}}?"

_FROM_TO = (
    rf"\btừ (?:mức )?{_START}[^⟦⟧;()]{{0,60}}?"
    rf"\b(?P<way>xuống còn|xuống|lên đến|lên tới|lên|còn){WORDS}{{0,12}}?{_END}"
)
_BEFORE = re.compile(rf"\b{_VERB}{_NEAR}{_BY}{_NEAR}{_FROM_TO}")
_AFTER = re.compile(
    rf"{_FROM_TO}[ ,(*–-]{{0,9}}(?:tương ứng|tương đương|tức là|tức)?(?: với)?(?: mức)? ?"
    rf"{_VERB}(?: thêm| được)? ?{_BY}"
)
_ALONE = re.compile(_FROM_TO)
_COMPARED = re.compile(
    rf"{_END}[ ,*]{{0,9}}{_VERB}(?: thêm| được)? {_BY} so với [^⟦⟧;()]{{0,40}}"
    rf"\((?:năm trước )?(?:đạt |là )?{_START} ?\)"
)
_RAISED = re.compile(
    rf"{_START}{_NEAR}\b[Tt]ăng thêm {_BY}{_NEAR}\bnâng (?:tổng )?số{_NEAR}\b(?:đạt|lên|là) {_END}"
)
_RAISED_FROM = re.compile(
    rf"\b[Tt]ăng thêm {_BY}{_NEAR}\bnâng (?:tổng )?số{_NEAR}\btừ {_START}"
    rf"{WORDS}{{0,20}}? lên {_END}"
)
_FORMS = (_BEFORE, _AFTER, _COMPARED, _RAISED_FROM, _RAISED, _ALONE)
_UP = re.compile(r"tăng|lên", re.IGNORECASE)
_FEWEST = 2


def changes(found: Skeleton) -> tuple[Change, ...]:
    """The changes told in a sentence; each pair of figures once, by the fullest form.

    >>> from kehoach.language.skeleton import skeleton
    >>> found = changes(skeleton("giảm 2% (từ 9% xuống 8%)"))
    >>> [(c.by.text, c.start.text, c.end.text) for c in found if c.by]
    [('2%', '9%', '8%')]
    """
    return tuple(_changes(found)) if len(found.figures) >= _FEWEST else ()


def _changes(found: Skeleton) -> Iterator[Change]:
    seen: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(found.words):
            ends = {int(match["start"]), int(match["end"])}
            change = None if ends & seen else _change(found, match)
            seen |= ends
            if change:
                yield change


def _change(found: Skeleton, match: re.Match[str]) -> Change | None:
    named = match.groupdict()
    start, end = found.of(match, "start"), found.of(match, "end")
    by = found.of(match, "by") if named.get("by") else None
    if "broken" in {one.kind for one in (start, end, by) if one} or not _alike(start, end):
        return None
    inside = sorted((one for one in (start, end, by) if one), key=lambda one: one.start)
    return Change(start, end, by, _way(named), found.quote(inside[0], inside[-1]))


def _alike(start: Figure, end: Figure) -> bool:
    """Whether both have one unit; the first may leave it out: `từ 7 xuống 5%`."""
    return (start.like(end) or start.kind == "bare") and end.kind != "bare"


def _way(named: dict[str, str | None]) -> Way:
    words = [one for one in (named.get("verb"), named.get("way")) if one and one != "còn"]
    ways = {bool(_UP.match(one)) for one in words}
    return "" if len(ways) != 1 else "up" if ways.pop() else "down"
