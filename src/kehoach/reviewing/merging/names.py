"""Values that one file names with `&` and calls with `*`: written out where the name goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kehoach.editing.canonical import Node, anchors_of
from kehoach.editing.wording import Splice, joined
from kehoach.reviewing.merging.sides import Version, flow_text, side_text
from kehoach.reviewing.review.changes import plain
from kehoach.source.marks import Map


def lost_names(side: Version, text: str) -> set[str]:
    """The names of a side that its merged text gives no more, or only after it calls them."""
    assert isinstance(side.tree.value, Map)
    names = {one.name for one in anchors_of(side.tree.value, side.text)}
    return {one for one in names if not _given(one, text)}


def _given(name: str, text: str) -> bool:
    given, called = (text.find(f"{sign}{name[1:]}") for sign in "&*")
    return given >= 0 and (called < 0 or given < called)


def without_names(side: Version, names: Collection[str]) -> Version:
    """A side that says the same without these names (each with its `&`)."""
    root = side.tree.value
    assert isinstance(root, Map)
    edits = [
        Splice(one.start, one.start + len(one.name) + 1, "")
        for one in anchors_of(root, side.text)
        if one.name in names
    ]
    edits += [
        Splice(node.at.start, node.at.end, flow_text(plain(node.value)))
        for node in _called(side.tree)
        if f"&{node.alias[1:]}" in names
    ]
    return side_text(joined(side.text, sorted(edits)))


def _called(node: Node) -> Iterator[Node]:
    if node.alias:
        yield node
    for one in node.inner:
        yield from _called(one)
