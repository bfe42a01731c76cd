"""Footnotes: both documents' under one numbering, and the part that holds what both have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kehoach.reviewing.tracked.paragraph import revise, revise_text
from kehoach.reviewing.tracked.pen import Pen
from kehoach.reviewing.tracked.sequence import merge_content
from kehoach.reviewing.tracked.tokens import NOTE_BOOKMARK
from kehoach.reviewing.tracked.wordml import INSTRUCTION, text_of
from kehoach.word.names import ID, NAME, P, T, w

_NOTE, _REFERENCE = w("footnote"), w("footnoteReference")
_START, _END, _SIMPLE_FIELD = w("bookmarkStart"), w("bookmarkEnd"), w("fldSimple")
_DELETED_CODE = w("delInstrText")
_POINTER = re.compile(rf"\bNOTEREF ({NOTE_BOOKMARK}\d+)")


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one document by the ids of its references; `keys` name them in the plan."""

    root: Any
    keys: Mapping[str, str]

    def own(self) -> dict[str, Any]:
        """The notes proper, without the separators."""
        found = () if self.root is None else self.root.iterchildren(_NOTE)
        return {one.get(ID): one for one in found if one.get(w("type")) is None}

    def named(self) -> dict[str, str]:
        """Ids by the plan's name of the note, or else by the note's text."""
        return {self.keys.get(key) or f"={text_of(one)}": key for key, one in self.own().items()}


def harmonize(old_body: Any, old: Notes, new_body: Any, new: Notes) -> dict[str, str]:
    """Give the old document's notes the new one's ids, or fresh ones: old id to its new one."""
    before, after = old.named(), new.named()
    fresh = _above([*old.own(), *new.own()])
    ids = {key: after.get(name) or next(fresh) for name, key in before.items()}
    for one in old_body.iter(_REFERENCE):
        one.set(ID, ids.get(one.get(ID), one.get(ID)))
    _rename_bookmarks(old_body, new_body)
    return ids


def _above(taken: list[str]) -> Iterator[str]:
    last = max((int(one) for one in taken), default=0)
    while True:
        last += 1
        yield str(last)


def _rename_bookmarks(old_body: Any, new_body: Any) -> None:
    """Bookmarks around references have the names of the same note's in the new document."""
    known = {note: start for start, note in _starts(new_body)}
    starts = [*new_body.iter(_START), *old_body.iter(_START)]
    fresh = _above([one.get(ID) for one in starts])
    names: dict[str, str] = {}
    ends = {one.get(ID): one for one in old_body.iter(_END)}
    for start, note in list(_starts(old_body)):
        same = known.get(note)
        identity = next(fresh) if same is None else same.get(ID)
        name = f"{NOTE_BOOKMARK}{identity}" if same is None else same.get(NAME)
        names[start.get(NAME)] = name
        ends[start.get(ID)].set(ID, identity)
        start.set(ID, identity)
        start.set(NAME, name)
    _point(old_body, names, {start.get(NAME) for start in known.values()})


def _starts(body: Any) -> Iterator[tuple[Any, str]]:
    """Bookmarks of references, each with the id of its note."""
    for start in body.iter(_START):
        after = start.getnext()
        reference = None if after is None else after.find(_REFERENCE)
        if start.get(NAME, "").startswith(NOTE_BOOKMARK) and reference is not None:
            yield start, reference.get(ID)


def _point(body: Any, names: Mapping[str, str], shared: set[str]) -> None:
    """Second references point at the new names; their shown number is counted, not written."""
    for one in body.iter(_SIMPLE_FIELD):
        found = _POINTER.search(one.get(INSTRUCTION, ""))
        name = names.get(found[1]) if found else None
        if found is None or name is None:
            continue
        one.set(INSTRUCTION, one.get(INSTRUCTION).replace(found[1], name))
        if name in shared:
            for text in one.iter(T):
                text.text = name.removeprefix(NOTE_BOOKMARK)


def part_ways(body: Any, ids: dict[str, str]) -> None:
    """Where a reference goes from one place and comes to another, the old one has its own note.

    Two references may not share one: `ids` and the bookmark of what goes get fresh numbers.
    """
    every = list(body.iter(_REFERENCE))
    known = [one.get(ID) for one in every]
    fresh_note, fresh_mark = _above(known), _above([one.get(ID) for one in body.iter(_START)])
    names: dict[str, str] = {}
    for one in every:
        if known.count(one.get(ID)) > 1 and _goes(one):
            identity = next(fresh_note)
            ids.update({key: identity for key, note in ids.items() if note == one.get(ID)})
            one.set(ID, identity)
            _part_bookmark(one, next(fresh_mark), names)
    for code in body.iter(_DELETED_CODE):
        found = _POINTER.search(code.text or "")
        if found and found[1] in names:
            code.text = code.text.replace(found[1], names[found[1]])


def _goes(node: Any) -> bool:
    return next(node.iterancestors(w("del"), w("moveFrom")), None) is not None


def _part_bookmark(reference: Any, identity: str, names: dict[str, str]) -> None:
    run = reference.getparent()
    start, end = run.getprevious(), run.getnext()
    if start is None or start.tag != _START or not start.get(NAME).startswith(NOTE_BOOKMARK):
        return
    names[start.get(NAME)] = f"{NOTE_BOOKMARK}{identity}"
    start.set(NAME, f"{NOTE_BOOKMARK}{identity}")
    start.set(ID, identity)
    end.set(ID, identity)


def merge_notes(old: Notes, new: Notes, ids: Mapping[str, str], pen: Pen) -> None:
    """Fill the new part: notes changed, come, and (after them) gone."""
    behind = new.own()
    before = {ids[key]: note for key, note in old.own().items()}
    for key, note in behind.items():
        if key in before:
            merge_content(before[key], note, pen)
        else:
            _revise(note, "ins", pen)
    for key, note in before.items():
        if key not in behind:
            note.set(ID, key)
            _revise(note, "del", pen)
            new.root.append(note)


def _revise(note: Any, kind: str, pen: Pen) -> None:
    """A note comes or goes with its reference, and its last paragraph's end with it."""
    *before, last = note.iterchildren(P)
    for one in before:
        revise(one, kind, pen)
    revise_text(last, kind, pen)
