"""One paragraph changed, come, gone or moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from kehoach.reviewing.tracked.pen import Pen
from kehoach.reviewing.tracked.runs import look_change, plain_runs, revised_runs
from kehoach.reviewing.tracked.tokens import RunToken, tokens
from kehoach.reviewing.tracked.wording import stretches
from kehoach.reviewing.tracked.wordml import first_child, spelled, without
from kehoach.word.names import P_PR, R_PR, SECTION, child, w

_CHANGE = w("pPrChange")


def change(old: Any, new: Any, pen: Pen) -> None:
    """Make the new paragraph show how it came from the old one."""
    _change_text(old, new, pen)
    _change_properties(child(old, "pPr"), new, pen)


def _change_text(old: Any, new: Any, pen: Pen) -> None:
    made: list[Any] = []
    for part in stretches(tokens(old, pen.split), tokens(new, pen.split)):
        if part.stays:
            _notice_drawings(part.old, part.new, pen)
            made += plain_runs(list(zip(part.old, part.new, strict=True)), pen)
            continue
        made += revised_runs(part.old, "del", pen)
        made += revised_runs(part.new, "ins", pen)
    _fill(new, made)


def _notice_drawings(old: Sequence[RunToken], new: Sequence[RunToken], pen: Pen) -> None:
    pairs = ((one.nodes, two.nodes) for one, two in zip(old, new, strict=True) if one.nodes)
    if any([*map(spelled, one)] != [*map(spelled, two)] for one, two in pairs):
        pen.leave("drawings")


def _fill(paragraph: Any, content: Iterable[Any]) -> None:
    properties = child(paragraph, "pPr")
    paragraph[:] = [*([] if properties is None else [properties]), *content]


def _change_properties(before: Any, new: Any, pen: Pen) -> None:
    after = child(new, "pPr")
    apart = (R_PR, SECTION, _CHANGE)
    if without(before, *apart) != without(after, *apart):
        mark = pen.mark("pPrChange")
        kept = etree.SubElement(mark, P_PR)
        kept.extend(deepcopy(one) for one in _children(before) if one.tag not in apart)
        first_child(new, P_PR).append(mark)
    _change_mark(child(before, "rPr"), child(after, "rPr"), new, pen)
    if spelled(child(before, "sectPr")) != spelled(child(after, "sectPr")):
        pen.leave("sections")


def _children(node: Any) -> Sequence[Any]:
    return () if node is None else node


def _change_mark(before: Any, after: Any, paragraph: Any, pen: Pen) -> None:
    """The look of the paragraph's own mark."""
    if spelled(before) != spelled(after):
        _mark_properties(paragraph).append(look_change(before, pen))


def revise(paragraph: Any, kind: str, pen: Pen) -> None:
    """Make a whole paragraph a revision of this kind (ins, del)."""
    revise_text(paragraph, kind, pen)
    mark_end(paragraph, kind, pen)


def revise_text(paragraph: Any, kind: str, pen: Pen) -> None:
    """Make the text of a paragraph a revision, but not its end."""
    _fill(paragraph, revised_runs(tokens(paragraph, pen.split), kind, pen))


def lengthen(old: Any, new: Any, come: Sequence[Any], pen: Pen) -> None:
    """Paragraphs come after the last one of a cell.

    The end of a cell cannot come: the last old paragraph gets an end that comes, and what is typed
    behind it ends where the old one did (so Word itself writes it).
    """
    _change_text(old, new, pen)
    mark_end(new, "ins", pen)
    for one in come[:-1]:
        revise(one, "ins", pen)
    revise_text(come[-1], "ins", pen)
    _change_properties(child(old, "pPr"), come[-1], pen)


def shorten(old: Any, new: Any, gone: Sequence[Any], pen: Pen) -> None:
    """The last paragraphs of a cell go: the other way round of `lengthen`."""
    _change_text(old, new, pen)
    last = gone[-1]
    ended, kept = child(last, "pPr"), child(new, "pPr")
    _exchange(new, deepcopy(child(old, "pPr")))
    mark_end(new, "del", pen)
    for one in gone[:-1]:
        revise(one, "del", pen)
    revise_text(last, "del", pen)
    _exchange(last, kept)
    _change_properties(ended, last, pen)


def _exchange(paragraph: Any, properties: Any) -> None:
    own = [one for one in paragraph if one.tag != P_PR]
    paragraph[:] = [*([] if properties is None else [properties]), *own]


def mark_end(paragraph: Any, kind: str, pen: Pen) -> None:
    """Make the paragraph's end a revision; sections are as in the new document."""
    if kind in ("del", "moveFrom"):
        _drop_section(paragraph, pen)
    _mark_properties(paragraph).insert(0, pen.mark(kind))


def _drop_section(paragraph: Any, pen: Pen) -> None:
    section = child(paragraph, "pPr", "sectPr")
    if section is not None:
        section.getparent().remove(section)
        pen.leave("sections")


def _mark_properties(paragraph: Any) -> Any:
    """The properties of the paragraph's mark, in the place the schema gives them."""
    properties = first_child(paragraph, P_PR)
    found = child(properties, "rPr")
    if found is None:
        found = etree.Element(R_PR)
        later = [one for one in properties if one.tag in (SECTION, _CHANGE)]
        if later:
            later[0].addprevious(found)
        else:
            properties.append(found)
    return found


def move(old: Any, new: Any, pen: Pen) -> None:
    """The old paragraph moves from its place, the new one to its place; words may change too."""
    away: list[Any] = []
    here: list[Any] = []
    for part in stretches(tokens(old, pen.split), tokens(new, pen.split)):
        away += revised_runs(part.old, "moveFrom" if part.stays else "del", pen)
        here += revised_runs(part.new, "moveTo" if part.stays else "ins", pen)
    _fill(old, away)
    _fill(new, here)
    mark_end(old, "moveFrom", pen)
    mark_end(new, "moveTo", pen)


def void(pen: Pen) -> Any:
    """A paragraph come and gone again: it only keeps two tables apart."""
    paragraph = etree.Element(w("p"))
    mark_end(paragraph, "del", pen)
    mark_end(paragraph, "ins", pen)
    return paragraph
