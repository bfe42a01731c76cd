"""A paragraph's content as tokens: words with their look, and what is no text as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.reviewing.tracked.wordml import DRAWINGS, spelled
from kehoach.word.names import ID, NAME, P_PR, R_PR, R, T, child, w

NOTE_BOOKMARK = "_RefNote"
_FIELD = w("fldChar")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_DRAWING = "\0drawing"


@dataclass(frozen=True, slots=True)
class RunToken:
    """`text` is what is compared; `properties` is the run's look (`look` as text).

    `nodes` are the elements of a token that is no text: children of a run where `inside`, else
    whole runs, fields and footnote references with their bookmarks.
    """

    text: str
    look: str = ""
    properties: Any = None
    nodes: tuple[Any, ...] = ()
    inside: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit of the text."""
        return not self.nodes and any(map(str.isalnum, self.text))


def tokens(paragraph: Any, split: Callable[[str], list[str]]) -> list[RunToken]:
    """The tokens of a paragraph in order."""
    found: list[RunToken] = []
    for unit in _units(paragraph):
        if len(unit) == 1 and unit[0].tag == R and not _has_drawing(unit[0]):
            found += _of_run(unit[0], split)
        else:
            found.append(_whole(unit))
    return found


def _units(paragraph: Any) -> Iterator[list[Any]]:
    """Elements that only make sense together: a field's runs, a reference in its bookmark."""
    unit: list[Any] = []
    notes: set[str] = set()
    depth = 0
    for one in paragraph:
        if one.tag == P_PR:
            continue
        unit.append(one)
        depth += _fields(one) + _bookmarks(one, notes)
        if depth <= 0:
            yield unit
            unit, depth = [], 0
    if unit:
        yield unit


def _fields(node: Any) -> int:
    kinds = [one.get(w("fldCharType")) for one in node.iterchildren(_FIELD)]
    return kinds.count("begin") - kinds.count("end")


def _bookmarks(node: Any, notes: set[str]) -> int:
    if node.tag == _START and node.get(NAME, "").startswith(NOTE_BOOKMARK):
        notes.add(node.get(ID))
        return 1
    return -1 if node.tag == _END and node.get(ID) in notes else 0


def _has_drawing(run: Any) -> bool:
    return any(one.tag in DRAWINGS for one in run)


def _whole(unit: list[Any]) -> RunToken:
    """A drawing stands for any other, so that its size alone is no revision."""
    drawn = len(unit) == 1 and unit[0].tag == R
    return RunToken(_DRAWING if drawn else "\0" + "".join(map(spelled, unit)), nodes=tuple(unit))


def _of_run(run: Any, split: Callable[[str], list[str]]) -> Iterator[RunToken]:
    properties = child(run, "rPr")
    look = spelled(properties)
    for one in run:
        if one.tag == T:
            yield from (RunToken(word, look, properties) for word in split(one.text or ""))
        elif one.tag != R_PR:
            yield RunToken("\0" + spelled(one), look, properties, (one,), inside=True)
