"""`được giao 254 ... đã giải ngân 220,43 ... còn lại 26,570`, and rates: `38 of 39, đạt 97,4%`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.formats.values import Number
from kehoach.language.figures import Figure
from kehoach.language.relations import Rate, Remaining
from kehoach.language.skeleton import HOLE, WORDS, Skeleton

_ROLE = re.compile(
    r"(?P<left>còn lại|còn dư|chưa giải ngân|chuyển sang|chuyển năm|hủy dự toán|huỷ dự toán)"
    r"|(?P<used>giải ngân|đã chi\b|thanh toán|đã sử dụng)"
    r"|(?P<other>chuyển nguồn|kéo dài|bổ sung|điều chỉnh|đề nghị|vượt|tăng|giảm)"
    r"|(?P<planned>giao\b|phân bổ|bố trí|được cấp|kế hoạch vốn|tổng dự toán|dự toán giao"
    r"|[Tt]ổng (?:kinh phí|vốn|nguồn vốn)|nguồn vốn|kinh phí)",
)
_INSIDE = re.compile(r"trong đó|gồm")
_REACHED = re.compile(
    r"(?:đạt|bằng|chiếm|tương ứng|tương đương)(?: tỷ lệ| tỉ lệ)?(?: giải ngân)?[:\s]*$"
)
_FRACTION = re.compile(
    r"(?<![\w/.,])(?P<part>\d[\d.]*)/(?P<whole>\d[\d.]*)(?= [^\W\d])[^\d;.()]{1,40}?"
    r"[,(]?\s*(?:đạt|chiếm|bằng|tỷ lệ|,|\()\s*(?:tỷ lệ )?(?P<percent>\d+(?:,\d+)?)\s?%"
    r"(?!\s*(?:kế hoạch|KH\b|so với|mục tiêu|chỉ tiêu|dự toán|/))"
)
_OF_TOTAL = re.compile(
    rf"{HOLE}\s*(?:/|trên|trong)\s*tổng(?: số)?\s*{HOLE}{WORDS}{{0,40}}?"
    rf"(?:chiếm|đạt|bằng|tỷ lệ|\()\s*(?:tỷ lệ )?{HOLE}(?! (?:kế hoạch|so với|mục tiêu))"
)
_SHARE = re.compile(
    rf"{HOLE}{WORDS}{{0,12}}\btrong đó{WORDS}{{0,60}}?\bchiếm(?: tỷ lệ)? {HOLE}[\s,(]*"
    rf"(?:tương đương|tương ứng)(?: với)? {HOLE}"
)
_REACH = 60
_BEFORE_DATE = re.compile(r"(?:ngày|tháng|số|Số)\s*$")


def remaining(found: Skeleton) -> Remaining | None:
    """What a sentence says was given, spent and left; nothing unless each is told once, in order.

    >>> from kehoach.language.skeleton import skeleton
    >>> found = skeleton("Được giao 9 tỷ đồng, đã giải ngân 5 tỷ đồng, còn lại 3 tỷ đồng.")
    >>> remaining(found).left.text
    '3 tỷ đồng'
    """
    roles = _roles(found)
    if roles is None:
        return None
    names = "".join(name[0] for name, _ in roles)
    if names not in {"pu", "pul"}:
        return None
    given = [figure for _, figure in roles]
    left = given[2] if len(given) > 2 else None
    return Remaining(given[0], given[1], left, found.quote(given[0], given[-1]))


def _roles(found: Skeleton) -> list[tuple[str, Figure]] | None:
    """Each amount of money with the part it plays; None where one has none or another."""
    roles: list[tuple[str, Figure]] = []
    inside, end = False, 0
    for figure in found.figures:
        if figure.kind == "broken":
            return None
        if figure.kind != "money":
            continue
        before = found.text[end : figure.start]
        end = figure.end
        role = _last_role(before)
        inside = bool(_INSIDE.search(before)) or (inside and role in {"", "planned"})
        if inside and role in {"", "planned"} and roles:
            continue
        if role in {"", "other"} or not figure.plain:
            return None
        roles.append((role, figure))
    return roles


def _last_role(words: str) -> str:
    roles = [one.lastgroup or "" for one in _ROLE.finditer(words)]
    return roles[-1] if roles else ""


def rates(found: Skeleton) -> tuple[Rate, ...]:
    """The percentages of a sentence whose part and whole stand in it too.

    >>> from kehoach.language.skeleton import skeleton
    >>> [one.percent.text for one in rates(skeleton("Có 85/120 thôn, đạt 70,8%."))]
    ['70,8%']
    """
    if not any(one.kind == "percent" for one in found.figures):
        return ()
    return tuple(one for one in _rates(found) if _usable(one))


def _rates(found: Skeleton) -> Iterator[Rate]:
    yield from _spent(found)
    for match in _FRACTION.finditer(found.text):
        if not _BEFORE_DATE.search(found.text[max(0, match.start() - _REACH) : match.start()]):
            yield from _fraction(match)
    for match in _OF_TOTAL.finditer(found.words):
        part, whole, percent = (found.of(match, group) for group in (1, 2, 3))
        yield Rate(part, whole, percent, found.quote(part, percent))
    for match in _SHARE.finditer(found.words):
        whole, percent, part = (found.of(match, group) for group in (1, 2, 3))
        yield Rate(part, whole, percent, found.quote(whole, part))


def _spent(found: Skeleton) -> Iterator[Rate]:
    spent = remaining(found)
    percents = [one for one in found.figures if one.kind == "percent"]
    if spent is None or len(percents) != 1 or percents[0].start < spent.used.end:
        return
    if _REACHED.search(found.text[max(0, percents[0].start - _REACH) : percents[0].start]):
        yield Rate(spent.used, spent.planned, percents[0], found.quote(spent.planned, percents[0]))


def _fraction(match: re.Match[str]) -> Iterator[Rate]:
    try:
        part, whole, percent = (Number.parse(match[one]) for one in ("part", "whole", "percent"))
    except ValueError:
        return
    yield Rate(
        Figure(part, "bare", "", match["part"], *match.span("part")),
        Figure(whole, "bare", "", match["whole"], *match.span("whole")),
        Figure(percent, "percent", "%", f"{match['percent']}%", *match.span("percent")),
        " ".join(match[0].split()),
    )


def _usable(rate: Rate) -> bool:
    every = (rate.part, rate.whole, rate.percent)
    alike = rate.part.like(rate.whole) and rate.percent.kind == "percent"
    return alike and all(one.plain for one in every) and rate.whole.worth > rate.whole.grain
