"""Allowances made for the published text, numbers of sections as printed: the draft needs none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import emptied
from kehoach.editing.lines import line_end, line_start
from kehoach.editing.put import commented_out
from kehoach.editing.scalars import Scalar, is_flow
from kehoach.source import Map, Seq

_PUBLISHED = re.compile(r"\bbản (?:đã )?(?:ban hành|công bố|quét|in|gốc|chép|scan)", re.IGNORECASE)


def changes(subject: Subject) -> Iterator[Change]:
    """What the new draft does without."""
    yield from _allowances(subject)
    for one in subject.scalars:
        if one.key == "number" and one.path[0] == "outline" and one.value:
            yield _number(subject, one)


def _allowances(subject: Subject) -> Iterator[Change]:
    own = subject.root.get("allow")
    if not isinstance(own, Seq):
        return
    for index, (one, at) in enumerate(zip(own, own.items_at, strict=True)):
        if not (isinstance(one, Map) and _PUBLISHED.search(str(one.get("reason") or ""))):
            continue
        told = f"bỏ lời chấp nhận {one.get('name')} của bản đã ban hành"
        start = line_start(subject.text, at.start)
        if is_flow(own, subject.text) or not _begins_item(subject, at.start):
            reason = f"{told}: tự xóa mục này"
            yield Change("lời chấp nhận", "todo", at.start, at.start, reason)
            continue
        end = _end(subject, one)
        edits = tuple(commented_out(subject.text, start, end, ("allow", index)))
        yield Change("lời chấp nhận", "dropped", start, end, told, edits)


def _begins_item(subject: Subject, start: int) -> bool:
    return subject.text[line_start(subject.text, start) : start].strip() == "-"


def _end(subject: Subject, item: Map) -> int:
    """The end of the last line of a map, without the blanks after it."""
    written = subject.text[item.mark.start : item.mark.end].rstrip()
    return line_end(subject.text, item.mark.start + len(written))


def _number(subject: Subject, one: Scalar) -> Change:
    """The key as a comment where it has lines of its own, else emptied."""
    told = f"bỏ số mục in sẵn {one.value}"
    owner = subject.at(one.path[:-1])
    assert isinstance(owner, Map)
    key = owner.keys_at["number"]
    start = line_start(subject.text, key.start)
    if one.flow or subject.text[start : key.start].strip():
        return emptied(one, "số mục", told)
    edits = tuple(commented_out(subject.text, start, one.end, one.path))
    return Change("số mục", "dropped", start, one.end, told, edits)
