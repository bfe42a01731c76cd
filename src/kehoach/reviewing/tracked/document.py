"""The new document's package with both documents in it, the difference as Word's revisions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from kehoach.outputs.drawings import number_drawings
from kehoach.reviewing.tracked.comment import commented
from kehoach.reviewing.tracked.foreign import drop_foreign
from kehoach.reviewing.tracked.keys import Keys, keyed_items, read_keys
from kehoach.reviewing.tracked.notes import Notes, harmonize, merge_notes, part_ways
from kehoach.reviewing.tracked.pen import LEFT, Pen
from kehoach.reviewing.tracked.sequence import merge, merge_content
from kehoach.reviewing.tracked.wordml import spelled
from kehoach.word.keys import saved
from kehoach.word.names import ID, child, w
from kehoach.word.opc import CORE, EMPTY_FOOTNOTES, FOOTNOTES, with_part
from kehoach.word.package import read_package
from kehoach.word.writing import write_parts
from kehoach.word.xmltext import parsed, serialized

_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_DRAWING = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_MARKS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "ins", "del")


@dataclass(frozen=True, slots=True)
class Tracked:
    """The document with revisions; `left` names (see `LEFT`) what is changed without one."""

    data: bytes
    left: tuple[str, ...]


@dataclass(slots=True)
class _Document:
    parts: dict[str, bytes]
    root: Any
    keys: Keys
    notes: Any = field(default=None)

    @property
    def body(self) -> Any:
        return self.root[-1]

    @property
    def noted(self) -> Notes:
        return Notes(self.notes, dict(self.keys.notes))


def track(old: bytes, new: bytes, pen: Pen) -> Tracked:
    """What accepted gives the new document, and rejected the old one.

    Both may hold keys (see `word.keys`); without them the two are matched by likeness alone.

    Raises:
        ValueError: the bytes are not a Word document.
    """
    before, after = _opened(old), _opened(new)
    pen.numbers = count(_first_number(before, after))
    parts = dict(after.parts)
    if before.notes is not None and after.notes is None:
        parts = with_part(parts, FOOTNOTES, _MAIN)
        after.notes = parsed(EMPTY_FOOTNOTES, FOOTNOTES.name)
    _compare_surroundings(before, parts, pen)
    parts |= _texts(before, after, pen)
    parts |= _edges(before.parts, parts, pen)
    left = tuple(name for name in LEFT if name in pen.left)
    parts[CORE.name] = commented(parts[CORE.name], [LEFT[name] for name in left])
    return Tracked(write_parts(parts), left)


def _opened(data: bytes) -> _Document:
    keyed = read_package(data)
    keys = read_keys(parsed(keyed[_MAIN], _MAIN)[-1], _root(keyed, FOOTNOTES.name))
    parts = read_package(saved(data))
    root = parsed(_DRAWING.sub(rb"\g<1>0", parts[_MAIN]), _MAIN)
    return _Document(parts, root, keys, _root(parts, FOOTNOTES.name))


def _root(parts: Mapping[str, bytes], name: str) -> Any:
    return parsed(parts[name], name) if name in parts else None


def _first_number(*documents: _Document) -> int:
    """Above the numbers that the documents' own marks have."""
    tags = [w(name) for name in _MARKS]
    numbers = [one.get(ID, "0") for each in documents for one in each.root.iter(*tags)]
    return 1000 + max((int(one) for one in numbers if one.isdigit()), default=0)


def _compare_surroundings(old: _Document, new: Mapping[str, bytes], pen: Pen) -> None:
    if old.parts.get(_STYLES) != new.get(_STYLES):
        pen.leave("styles")
    if old.parts.get(_RELATIONS) != new.get(_RELATIONS) and drop_foreign(old.body):
        pen.leave("relations")


def _texts(old: _Document, new: _Document, pen: Pen) -> dict[str, bytes]:
    """The main part and the notes."""
    ids = harmonize(old.body, old.noted, new.body, new.noted)
    section = child(new.body, "sectPr")
    if spelled(child(old.body, "sectPr")) != spelled(section):
        pen.leave("sections")
    before, after = (keyed_items(one.body, one.keys, pen.split) for one in (old, new))
    new.body[:] = [*merge(before, after, pen), *([] if section is None else [section])]
    part_ways(new.body, ids)
    made = {_MAIN: number_drawings(serialized(new.root).decode()).encode()}
    if new.notes is not None:
        merge_notes(old.noted, new.noted, ids, pen)
        made[FOOTNOTES.name] = serialized(new.notes)
    return made


def _edges(old: Mapping[str, bytes], new: Mapping[str, bytes], pen: Pen) -> dict[str, bytes]:
    """Headers and footers, by the names of their parts."""
    found = ({name for name in parts if _EDGE.fullmatch(name)} for parts in (old, new))
    before, after = found
    if before != after:
        pen.leave("headers")
    made = {}
    for name in sorted(before & after):
        if old[name] != new[name]:
            root = parsed(new[name], name)
            merge_content(parsed(old[name], name), root, pen)
            made[name] = serialized(root)
    return made
