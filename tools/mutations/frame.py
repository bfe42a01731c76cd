"""Mistakes in who signs, and in the keys, types and expressions of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.source import Map, Mark, Route
from mutations.operators import operator
from mutations.subject import Edit, Found, Mutation, Spot, Subject, replaced

_TYPES = {
    "year": "hai nghìn",
    "decimals": "hai",
    "recurrent": "nhiều",
    "investment": "chưa rõ",
    "total": "khoảng một tỷ",
    "orientation": "nghiêng",
    "comparison": "hơn",
    "remove": "xóa",
    "sum": "tổng",
    "kind": "số",
    "view": "chi tiêu",
}
_EXPRESSION = re.compile(r"\{\{ ?(?P<name>[a-z_]+(?:\.\w+)+)")


def signers(subject: Subject) -> Iterator[tuple[Route, Map]]:
    return ((path, map_) for path, map_ in subject.maps if path and path[-1] == "signer")


def without(subject: Subject, map_: Map, key: str, marks: tuple[Mark, ...]) -> Mutation:
    """A map without a key: its line, or in a flow map its pair with the comma."""
    at, value = map_.keys_at[key], map_.values_at[key]
    text = subject.dossier.layers.texts[at.file]
    tail = re.compile(r"\s*,\s*").match(text, value.end)
    if tail:
        return Mutation((Edit(at.file, at.start, tail.end(), ""),), marks)
    start, end = text.rfind("\n", 0, at.start) + 1, text.find("\n", value.end) + 1
    return Mutation((Edit(at.file, start, end, ""),), marks)


@operator
def mark_dropped(subject: Subject) -> Iterator[Mutation]:
    """A deputy who signs without KT.; in plans that a deputy signs."""
    for _, map_ in signers(subject):
        if str(map_.get("position", "")).startswith("Phó") and "mark" in map_:
            yield without(subject, map_, "mark", _around(map_))


@operator
def body_dropped(subject: Subject) -> Iterator[Mutation]:
    """A body that decides together without TM.; in plans of people's committees."""
    for _, map_ in signers(subject):
        if "on_behalf" in map_:
            yield without(subject, map_, "on_behalf", _around(map_))


@operator
def mark_wrong(subject: Subject) -> Iterator[Mutation]:
    """TL. for KT. before a deputy's post."""
    for _, map_ in signers(subject):
        if map_.get("mark") == "KT.":
            yield replaced(map_.values_at["mark"], "TL.", *_around(map_))


@operator
def head_as_deputy(subject: Subject) -> Iterator[Mutation]:
    """The head himself for the deputy who signs in his place."""
    for _, map_ in signers(subject):
        position = str(map_.get("position", ""))
        if position.startswith("Phó ") and map_.get("mark"):
            yield replaced(
                map_.values_at["position"], position.removeprefix("Phó "), *_around(map_)
            )


def _around(map_: Map) -> tuple[Mark, ...]:
    return (map_.mark, *map_.keys_at.values())


@operator
def key_unknown(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in a key; any key of the model."""
    free = {"figures", "footnotes", "years", "facet_titles"}
    for path, map_ in subject.maps:
        for key, mark in map_.keys_at.items():
            written = subject.raw(mark)
            if not (path and path[-1] in free) and written == key and len(key) > 3:
                renamed = Edit(mark.file, mark.start, mark.end, key[:-2] + key[-1])
                yield Mutation((renamed,))


@operator
def type_wrong(subject: Subject) -> Iterator[Mutation]:
    """Words where a number, an amount or one of a few words must stand."""
    for one in subject.keyed(*_TYPES):
        if not isinstance(one.path[-1], int) and one.path[0] not in {"allow", "decision"}:
            yield replaced(one.mark, _TYPES[str(one.path[-1])])


@operator
def list_for_text(subject: Subject) -> Iterator[Mutation]:
    """A list where one value must stand."""
    for one in subject.keyed("title", "place", "subject", "lead", "indicator"):
        raw = subject.raw(one.mark)
        if (
            not isinstance(one.path[-1], int)
            and raw[:1].isalpha()
            and not re.search(r"[,:{}\[\]#]", raw)
        ):
            yield replaced(one.mark, f"[{raw}, {raw}]")


def expressions(subject: Subject) -> list[Spot]:
    """The values that may hold expressions; patterns left out where sentences take their place."""
    own = any("budget_sentence" in map_ for _, map_ in subject.maps)
    return [one for one in subject.spots if not (own and one.path[-1] == "item")]


@operator
def expression_name(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the last name of an expression."""
    for spot in expressions(subject):
        for found in _EXPRESSION.finditer(subject.raw(spot.mark)):
            if len(found["name"].rpartition(".")[2]) > 3:
                yield Found(spot, found).mutation(found["name"][:-2] + found["name"][-1], "name")


@operator
def expression_unclosed(subject: Subject) -> Iterator[Mutation]:
    """An expression without its closing braces."""
    for spot in expressions(subject):
        for found in re.finditer(r"\{\{[^{}]*(?P<end> ?\}\})", subject.raw(spot.mark)):
            yield Found(spot, found).mutation("", "end")


@operator
def filter_name(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the name of a filter."""
    for spot in expressions(subject):
        for found in re.finditer(
            r"\| (?P<name>money|amount|document_number|date_short|lower_first)\b",
            subject.raw(spot.mark),
        ):
            yield Found(spot, found).mutation(found["name"][:-1], "name")


@operator
def indent_wrong(subject: Subject) -> Iterator[Mutation]:
    """A key one blank too far to the left; in maps written over several lines."""
    for path, map_ in subject.maps:
        flow = subject.raw(map_.mark).startswith("{")
        for mark in [*map_.keys_at.values()][1:] if path and not flow else ():
            text = subject.dossier.layers.texts[mark.file]
            if (
                text[mark.start - 2 : mark.start] == "  "
                and text[: mark.start].rpartition("\n")[2].isspace()
            ):
                yield Mutation((Edit(mark.file, mark.start - 1, mark.start, ""),))


@operator
def key_twice(subject: Subject) -> Iterator[Mutation]:
    """One key twice in a map."""
    for path, map_ in subject.maps:
        for key, mark in map_.keys_at.items():
            text = subject.dossier.layers.texts[mark.file]
            start = text.rfind("\n", 0, mark.start) + 1
            end = text.find("\n", start) + 1
            if (
                text[start : mark.start].isspace()
                and path
                and text[start:end].rstrip()[-1:] not in ":|-{[&"
            ):
                one_line = text[start:end]
                if ">-" not in one_line and one_line.count(": ") == 1 and key in one_line:
                    yield Mutation((Edit(mark.file, end, end, one_line),), (mark,))
