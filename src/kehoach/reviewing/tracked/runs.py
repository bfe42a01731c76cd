"""Tokens back into runs, as they are or inside a revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

from kehoach.reviewing.tracked.pen import Pen
from kehoach.reviewing.tracked.tokens import RunToken
from kehoach.reviewing.tracked.wordml import INSTRUCTION, first_child
from kehoach.word.names import R_PR, R, T, named, w

_SPACE = named("xml:space")
_SIMPLE_FIELD = w("fldSimple")
_OUTSIDE = (w("hyperlink"),)  # holds revisions, may not stand in one
_DELETED = {T: w("delText"), w("instrText"): w("delInstrText")}


def plain_runs(pairs: Sequence[tuple[RunToken, RunToken]], pen: Pen) -> list[Any]:
    """What both texts have, as the new one has it; another look is a revision of the run."""
    made: list[Any] = []
    for (_, before, _), group in groupby(pairs, _looks):
        same = list(group)
        runs = _nodes([new for _, new in same])
        if same[0][1].inside or not same[0][1].nodes:
            _change_look(runs, before, same, pen)
        made += runs
    return made


def _looks(pair: tuple[RunToken, RunToken]) -> tuple[str, str, bool]:
    old, new = pair
    return new.look, old.look, bool(new.nodes) and not new.inside


def _change_look(
    runs: Sequence[Any], before: str, same: Sequence[tuple[RunToken, RunToken]], pen: Pen
) -> None:
    old, new = same[0]
    if before == new.look:
        return
    for run in runs:
        first_child(run, R_PR).append(look_change(old.properties, pen))


def look_change(before: Any, pen: Pen) -> Any:
    """The revision that says which properties a run had."""
    change = pen.mark("rPrChange")
    change.append(etree.Element(R_PR) if before is None else deepcopy(before))
    return change


def revised_runs(tokens: Sequence[RunToken], kind: str, pen: Pen) -> list[Any]:
    """Tokens inside revisions of this kind (ins, del, moveFrom, moveTo)."""
    return list(_enclosed(_nodes(tokens), kind, pen))


def _nodes(tokens: Sequence[RunToken]) -> list[Any]:
    """Runs, each as long as its look; wholes as they are."""
    made: list[Any] = []
    for (whole, _), group in groupby(
        tokens, lambda one: (bool(one.nodes and not one.inside), one.look)
    ):
        same = list(group)
        made += [node for one in same for node in one.nodes] if whole else [_run(same)]
    return made


def _run(tokens: Sequence[RunToken]) -> Any:
    run = etree.Element(w("r"))
    if tokens[0].properties is not None:
        run.append(deepcopy(tokens[0].properties))
    for is_text, group in groupby(tokens, lambda one: not one.nodes):
        if is_text:
            text = etree.SubElement(run, T)
            text.set(_SPACE, "preserve")
            text.text = "".join(one.text for one in group)
        else:
            run.extend(deepcopy(node) for one in group for node in one.nodes)
    return run


def _enclosed(nodes: Sequence[Any], kind: str, pen: Pen) -> Iterator[Any]:
    inside: list[Any] = []
    for node in nodes:
        if node.tag in _OUTSIDE:
            yield from _closed(inside, kind, pen)
            inside = []
            node[:] = list(_enclosed(list(node), kind, pen))
            yield node
        else:
            inside += _as_runs(node)
    yield from _closed(inside, kind, pen)


def _closed(nodes: list[Any], kind: str, pen: Pen) -> Iterator[Any]:
    if not nodes:
        return
    mark = pen.mark(kind)
    mark.extend(nodes)
    if kind == "del":
        for one in mark.iter(*_DELETED):
            one.tag = _DELETED[one.tag]
    yield mark


def _as_runs(node: Any) -> list[Any]:
    """A simple field may not stand in a revision: it is written out as the runs of a field."""
    if node.tag != _SIMPLE_FIELD:
        return [node]
    code = etree.Element(w("instrText"))
    code.set(_SPACE, "preserve")
    code.text = node.get(INSTRUCTION)
    parts = (_character("begin"), code, _character("separate"))
    before = [_holding(one) for one in parts]
    return [*before, *list(node), _holding(_character("end"))]


def _character(kind: str) -> Any:
    made = etree.Element(w("fldChar"))
    made.set(w("fldCharType"), kind)
    return made


def _holding(node: Any) -> Any:
    run = etree.Element(R)
    run.append(node)
    return run
