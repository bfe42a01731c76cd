"""`&name` before a value and `*name` in place of one; a name must stay before its uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from kehoach.source.canonical.leaves import gaps
from kehoach.source.canonical.nodes import Node
from kehoach.source.marks import Map, mark_at
from kehoach.source.problems import Problem

_COMMENT_OR_ANCHOR = re.compile(r"#[^\n]*|(?P<anchor>&[^\s,\[\]{}]+)")


def misplaced(name: str, root: Map, tree: Node, text: str) -> list[Problem]:
    """A finding where some `&name` stands before no value, but before a key or the whole file."""
    found = [
        one
        for gap in gaps(root, text)
        for one in _COMMENT_OR_ANCHOR.finditer(text, gap.start, gap.end)
        if one["anchor"]
    ]
    if len(found) == sum(1 for node in _nodes(tree) if node.anchor):
        return []
    message = "dấu & đặt tên cho một khóa hoặc cả tệp, nên tệp không định dạng được"
    at = mark_at(name, text, found[0].start("anchor"), found[0].end("anchor"))
    return [Problem("yaml-anchor", message, "Chỉ đặt dấu & ngay trước một giá trị.", at)]


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
