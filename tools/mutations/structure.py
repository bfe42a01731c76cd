"""Mistakes in what belongs together: leads, recipients, footnotes, appendices, ids, bases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.source import Map, Mark, Seq, Value
from mutations.operators import operator
from mutations.subject import Edit, Found, Mutation, Subject, key_of, replaced

_OTHERS = 3
_FILLED = {"sections", "view", "ending", "item"}
_RANKS = ("Luật", "Nghị định", "Thông tư", "Quyết định", "Kế hoạch")


def items(subject: Subject, name: str) -> Iterator[tuple[Seq, str]]:
    """The lists of a key that are written out in one file, with its text."""
    for _, map_ in subject.maps:
        value = map_.get(name)
        if isinstance(value, Seq) and value.items_at:
            files = {one.file for one in value.items_at}
            if len(files) == 1:
                yield value, subject.dossier.layers.texts[files.pop()]


def line_of(text: str, mark: Mark) -> tuple[int, int]:
    """From the beginning of the line of a place to the end of the place, its line break with it."""
    end = text.find("\n", mark.end - 1)
    return text.rfind("\n", 0, mark.start) + 1, end + 1


def _removed(text: str, mark: Mark) -> Edit:
    """A list item taken out: its lines, or in a flow list itself with its comma."""
    start, end = line_of(text, mark)
    if text[start : mark.start].strip() == "-":
        return Edit(mark.file, start, end, "")
    tail = re.compile(r"\s*,\s*").match(text, mark.end)
    if tail:
        return Edit(mark.file, mark.start, tail.end(), "")
    head = re.compile(r",\s*\Z").search(text, 0, mark.start)
    return Edit(mark.file, head.start() if head else mark.start, mark.end, "")


@operator
def lead_dropped(subject: Subject) -> Iterator[Mutation]:
    """No lead where a project or task with money has one, as three others have."""
    led = Counter(path[0] for path, map_ in subject.maps if "lead" in map_ and path)
    for path, map_ in subject.maps:
        alone = led[path[0]] <= _OTHERS if path else True
        if {"budget", "lead"} <= set(map_) and not map_.overridden.get("lead") and not alone:
            key, value = map_.keys_at["lead"], map_.values_at["lead"]
            text = subject.dossier.layers.texts[key.file]
            tail = re.compile(r"\s*,\s*|[^\n]*\n").match(text, value.end)
            if tail and path[0] in {"projects", "tasks"}:
                flow = tail[0].strip() == ","
                start = key.start if flow else text.rfind("\n", 0, key.start) + 1
                marks = (map_.mark, *map_.keys_at.values())
                yield Mutation((Edit(key.file, start, tail.end(), ""),), marks)


@operator
def lead_among_partners(subject: Subject) -> Iterator[Mutation]:
    """The lead once more, as the first partner; wherever both are written."""
    for _, map_ in subject.maps:
        partners = map_.get("partners")
        if isinstance(partners, Seq) and partners.items_at and isinstance(map_.get("lead"), str):
            lead = map_.values_at["lead"]
            if not subject.raw(map_.values_at["partners"]).startswith("*"):
                yield replaced(partners.items_at[0], subject.raw(lead), lead)


@operator
def recipient_dropped(subject: Subject) -> Iterator[Mutation]:
    """No line for those who have duties; the finding is due at the list or at the duty."""
    own = subject.root.get("recipients")
    if not isinstance(own, Seq):
        return
    duties = [one for one in subject.keyed("agencies") if one.path[0] == "duties"]
    for index, mark in enumerate(own.items_at):
        line = str(own[index])
        if re.match(r"(?:Các (?:sở|phòng|cơ quan|thôn|đơn vị|Sở)|UBND (?:các|cấp))", line):
            marks = (
                subject.root.keys_at["recipients"],
                *own.items_at,
                *(one.mark for one in duties),
            )
            text = subject.dossier.layers.texts[mark.file]
            yield Mutation((_removed(text, mark),), marks)


@operator
def footnote_dropped(subject: Subject) -> Iterator[Mutation]:
    """No text for a footnote that a sentence points to."""
    notes = subject.root.get("footnotes")
    for name in notes if isinstance(notes, Map) else ():
        assert isinstance(notes, Map)
        key = notes.keys_at[name]
        pointing = [one.mark for one in subject.prose if f"[^{name}]" in one.value]
        renamed = Edit(key.file, key.start, key.end, f"{name}_cu")
        yield Mutation((renamed,), tuple(pointing))
    pointer = re.compile(r"\[\^(?P<name>\w+)\]")
    for spot in subject.prose:
        for found in pointer.finditer(subject.raw(spot.mark)):
            yield Found(spot, found).mutation(found["name"] + "_hai", "name")


@operator
def appendix_missing(subject: Subject) -> Iterator[Mutation]:
    """A sentence that points to an appendix which the plan has not."""
    for found in subject.found(
        re.compile(r"Phụ lục(?! [IVX])(?: \d)?|Phụ lục [IVX]+|phụ biểu"), subject.prose
    ):
        yield found.mutation("Phụ lục số IX" if found.match[0] == "phụ biểu" else "Phụ lục IX")


@operator
def appendix_unpointed(subject: Subject) -> Iterator[Mutation]:
    """A plan that nowhere points to its appendix any more; where one sentence does."""
    pointer = re.compile(r"(?:tại )?Phụ lục(?: [IVX]+)?(?: kèm theo Kế hoạch này)?")
    found = list(subject.found(pointer, subject.prose))
    if len(found) == 1:
        titles = [one.mark for one in subject.spots if one.path[0] == "appendices"]
        yield found[0].mutation("như trên", 0, *titles, *_keys(subject, "appendices"))


def _keys(subject: Subject, name: str) -> tuple[Mark, ...]:
    value = subject.root.get(name)
    return (subject.root.keys_at[name], *(value.items_at if isinstance(value, Seq) else ()))


@operator
def id_twice(subject: Subject) -> Iterator[Mutation]:
    """The id of the item before; in every list whose items have ids in one file."""
    for _, map_ in subject.maps:
        for value in map_.values():
            maps: Sequence[Value] = value if isinstance(value, Seq) else ()
            ids = [one for one in maps if isinstance(one, Map) and isinstance(one.get("id"), str)]
            for one, other in pairwise(ids):
                here, there = other.values_at["id"], one.values_at["id"]
                if here.file == there.file and not other.overridden and not one.overridden:
                    yield replaced(here, subject.raw(there), there)


@operator
def basis_twice(subject: Subject) -> Iterator[Mutation]:
    """A legal basis once more at the end of the list; in plans that write their bases."""
    for value, text in items(subject, "legal_bases"):
        last = value.items_at[-1]
        for mark in value.items_at[:-1]:
            end = line_of(text, last)[1]
            start = text.rfind("\n", 0, mark.start) + 1
            block = text[start : line_of(text, mark)[1]]
            block = re.sub(r"(?m)^(\s*- \{?id: \w+)", r"\1_nua", block)
            if block.lstrip().startswith("-") and "remove" not in block:
                yield Mutation((Edit(mark.file, end, end, block),), (mark,))


@operator
def bases_swapped(subject: Subject) -> Iterator[Mutation]:
    """Two legal bases of different rank in each other's place; the higher must come first."""
    for value, text in items(subject, "legal_bases"):
        placed = zip(value, value.items_at, strict=True)
        for (one, first), (other, second) in pairwise(placed):
            ranks = _rank(subject, one), _rank(subject, other)
            if ranks[0] < ranks[1] < len(_RANKS) and first.start < second.start:
                a, b = text[first.start : first.end], text[second.start : second.end]
                edits = (*replaced(first, b).edits, *replaced(second, a).edits)
                yield Mutation(edits)


def _rank(subject: Subject, basis: Value) -> int:
    """The rank of a basis; one that is not known stands apart and gives no swap."""
    if not isinstance(basis, Map):
        return len(_RANKS)
    row = subject.registers.documents.get(str(basis.get("document", "")))
    kind = str(basis.get("type", "")) or (row.type if row else "")
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)


@operator
def number_typed(subject: Subject) -> Iterator[Mutation]:
    """A number typed before a title that is numbered already."""
    plain = [path for path, map_ in subject.maps if map_.get("numbered") == "false"]
    for one in subject.keyed("title"):
        raw = subject.raw(one.mark)
        if one.path[0] == "outline" and raw[:1].isalpha() and one.path[:-1] not in plain:
            for number in ("2. ", "III. ", "a) "):
                yield Mutation((Edit(one.mark.file, one.mark.start, one.mark.start, number),))


@operator
def section_emptied(subject: Subject) -> Iterator[Mutation]:
    """A section with a title and nothing below it."""
    for path, map_ in subject.maps:
        if path[:1] == ("outline",) and {"title", "text"} <= set(map_) and not _FILLED & set(map_):
            mark = map_.values_at["text"]
            broken = "\n" if subject.raw(mark).endswith("\n") else ""
            yield replaced(mark, '""' + broken, map_.keys_at["title"], map_.mark)


@operator
def only_misspelt(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the id of a target to be shown, or of a task of a duty."""
    for one in subject.keyed("only", "task_ids"):
        if isinstance(one.path[-1], int):
            yield replaced(one.mark, subject.raw(one.mark)[:-1])


@operator
def after_misspelt(subject: Subject) -> Iterator[Mutation]:
    """A letter missing in the id that an item is to stand after or before."""
    for key in ("after", "before"):
        for one in subject.dossier.layers.texts.items():
            for found in re.finditer(rf"(?m)^[^#\n]*\b{key}: (\w+)", one[1]):
                yield Mutation((Edit(one[0], found.start(1), found.end(1), found[1] + "x"),))


@operator
def todo_left(subject: Subject) -> Iterator[Mutation]:
    """TODO left in a sentence."""
    for one in subject.prose:
        if key_of(one.path) == "text" and subject.raw(one.mark)[:1].isalpha():
            yield Mutation((Edit(one.mark.file, one.mark.start, one.mark.start, "TODO "),))
