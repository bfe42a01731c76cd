"""`&name` before a value and `*name` in place of one; a name must stay before its uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kehoach.editing.canonical.leaves import Anchor
from kehoach.editing.canonical.nodes import Node
from kehoach.source.finding import Finding
from kehoach.source.marks import Mark, mark_at


def misplaced(name: str, tree: Node, anchors: Sequence[Anchor], text: str) -> list[Finding]:
    """A finding for each `&name` that stands before no value, but before a key or the whole file.

    Args:
        name: the file as marks name it.
        tree: the nodes of the file.
        anchors: each `&name` of the file.
        text: the file's text.
    """
    placed = {node.at.start for node in _nodes(tree) if node.anchor}
    lost = [one.start for one in anchors if not placed.intersection(one.places)]
    return [_misplaced(mark_at(name, text, start, start + 1)) for start in lost]


def _misplaced(at: Mark) -> Finding:
    message = "dấu & đặt tên cho một khóa hoặc cả tệp, nên tệp không định dạng được"
    return Finding(
        name="yaml-anchor", message=message, hint="Chỉ đặt dấu & ngay trước một giá trị.", mark=at
    )


def keeps_names(old: Sequence[Node], new: Sequence[Node]) -> bool:
    """Whether in a new order each `&name` stands before and after the same uses of it."""
    places = {id(node): index for index, node in enumerate(new)}
    named = [(places[id(node)], names) for node in old if (names := set(_names(node)))]
    pairs = combinations(named, 2)
    return not any(one > two and _bound(names, later) for (one, names), (two, later) in pairs)


def _bound(names: set[str], others: set[str]) -> bool:
    """Whether one of them gives a name that the other uses or gives too."""
    either = {name[1:] for name in names} & {name[1:] for name in others}
    return any(f"&{name}" in names | others for name in either)


def _names(node: Node) -> Iterator[str]:
    """`&name` and `*name` in a node."""
    for one in _nodes(node):
        if one.anchor:
            yield one.anchor
        if one.alias:
            yield one.alias


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for one in node.inner:
        yield from _nodes(one)
