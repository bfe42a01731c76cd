"""Mistakes in figures that sentences show: counts, shares, words, what changed from what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.source import Map, Mark, Seq
from mutations.figures import digits
from mutations.operators import operator
from mutations.subject import Found, Mutation, Spot, Subject, key_of, replaced

_COUNT = re.compile(
    r"(?<![\d.,])\d{1,3}\.\d{3}(?= (?:hộ|người|lao động|xã|thôn|trường|học sinh|lượt)\b)"
)
_SWAP = str.maketrans(".,", ",.")


@operator
def count_separators_swapped(subject: Subject) -> Iterator[Mutation]:
    """1,234 for 1.234 before something counted: in a target, a figure or a sentence."""
    spots = [*subject.keyed("quantity", "baseline"), *subject.prose]
    for found in subject.found(_COUNT, spots):
        yield found.mutation(found.match[0].translate(_SWAP), 0, *shown_in(subject, found.spot))


def shown_in(subject: Subject, spot: Spot) -> tuple[Mark, ...]:
    """The sentences that may show a value by an expression."""
    names = (f"this.{key_of(spot.path)}", f"figures.{spot.path[1]}", *_of_target(subject, spot))
    return tuple(
        one.mark
        for one in subject.prose
        if any(name in one.value for name in names[1:])
        or (names[0] in one.value and one.path[:-1] == spot.path[:-1])
    )


def _of_target(subject: Subject, spot: Spot) -> tuple[str, ...]:
    if spot.path[:2] != ("objectives", "targets"):
        return ()
    return (f"targets.{subject.plan.objectives.targets[int(spot.path[2])].id}.",)


@operator
def amount_in_words(subject: Subject) -> Iterator[Mutation]:
    """Another word in an amount that stands in words beside its figure."""
    pattern = re.compile(r"\((?:[Bb]ằng chữ: )?\*?(?P<words>[^()]*? (?:triệu|tỷ)[^()]*?đồng)\*?\)")
    for found in subject.found(pattern, subject.prose):
        for one in re.finditer(
            r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín)\b", found.match["words"]
        ):
            words = found.match["words"]
            other = "sáu" if one[0] != "sáu" else "chín"
            yield found.mutation(words[: one.start()] + other + words[one.end() :], "words")


@operator
def words_beside_another_amount(subject: Subject) -> Iterator[Mutation]:
    """Words of another amount written in beside an amount that a sentence shows."""
    shown = re.compile(
        r"\{\{[^{}]*(?:amount|money)[^{}]*\}\}(?! ?(?:triệu|tỷ|đồng|\())(?=[,;.]?(?: |$))",
        re.MULTILINE,
    )
    for spot in subject.prose:
        for found in shown.finditer(subject.raw(spot.mark)):
            words = f"{found[0]} (bằng chữ: Chín trăm mười ba triệu đồng)"
            yield Found(spot, found).mutation(words)


@operator
def figures_of_change(subject: Subject) -> Iterator[Mutation]:
    """A digit of a figure that a sentence uses to tell from what to what it changed."""
    sentences = re.compile(
        r"\{\{ (?P<a>[\w.]+) \}\}[^.;\n]{0,40}từ[^.;\n]{0,40}\{\{ (?P<b>[\w.]+) \}\}"
        r"[^.;\n]{0,40}(?:còn|lên)[^.;\n]{0,40}\{\{ (?P<c>[\w.]+) \}\}"
    )
    for spot in subject.prose:
        for found in sentences.finditer(subject.raw(spot.mark)):
            for name in found.groups():
                for one in _figure(subject, name):
                    yield from digits(subject, one, spot.mark)


def _figure(subject: Subject, name: str) -> list[Spot]:
    """What an expression such as `figures.x` or `targets.x.quantity` shows."""
    head, _, rest = name.partition(".")
    if head == "figures":
        return [
            one
            for one in subject.spots
            if one.path in {("figures", rest), ("figures", rest, "quantity")}
        ]
    targets = subject.plan.objectives.targets if head == "targets" else ()
    at = next((i for i, one in enumerate(targets) if one.id == rest.partition(".")[0]), None)
    wanted = ("objectives", "targets", at, rest.partition(".")[2])
    return [one for one in subject.spots if one.path == wanted]


@operator
def percent_above_hundred(subject: Subject) -> Iterator[Mutation]:
    """A one in front of a share of households or people, which makes it more than the whole."""
    for path, map_ in subject.maps:
        if str(map_.get("indicator", "")).startswith(("Tỷ lệ hộ", "Tỷ lệ dân số", "Tỷ lệ trẻ")):
            for one in (one for one in subject.keyed("quantity") if one.path[:-1] == path):
                for found in subject.found(re.compile(r"^[\"']?(\d+)(?=[\d,]*%)"), [one]):
                    if len(found.match[1]) == 2:
                        yield found.mutation("1" + found.match[1], 1)


@operator
def target_turned(subject: Subject) -> Iterator[Mutation]:
    """The level before and the level after changed places, where the sentence tells the way."""
    for path, map_ in subject.maps:
        text = str(map_.get("text", ""))
        pair = [
            one for one in subject.spots if one.path[:-1] == path and key_of(one.path) in _LEVELS
        ]
        if len(pair) == 2 and re.search(r"(?:giảm từ|tăng từ) \{\{ this.baseline", text):
            first, second = (one.mark for one in pair)
            if subject.raw(first) != subject.raw(second):
                yield Mutation(
                    (
                        *replaced(first, subject.raw(second)).edits,
                        *replaced(second, subject.raw(first)).edits,
                    ),
                    _text_marks(map_),
                )


_LEVELS = {"quantity", "baseline"}


def _text_marks(map_: Map) -> tuple[Mark, ...]:
    return (map_.values_at["text"],) if not isinstance(map_.get("text"), Seq) else ()
