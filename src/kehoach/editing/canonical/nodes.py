"""The tree as it is written: each value with its key, its shape and, later, its comments."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kehoach.editing.canonical.comments import Comment, below_blank
from kehoach.editing.canonical.leaves import Anchor
from kehoach.editing.scalars import alias_at, begun
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.syntax_text import line_at

_BEFORE_ITEM = re.compile(r"[ \t?-]*")
_BEFORE_KEY = re.compile(r"[ \t]*")


@dataclass(slots=True)
class Node:
    """One value.

    Attributes:
        path: its path.
        value: the value.
        at: the place of the value.
        key_at: the place of its key; None for an item of a list, and for the root.
        flow: whether it is a map or list in brackets without a comment in them.
        blank: whether an empty line stands above it.
        anchor: the `&name` before it.
        alias: the `*name` that stands for it; then it has no inner values.
        fixed: whether it is used elsewhere too, so that its texts stay letter by letter.
        inner: the values of a map or list, as they stand in the file.
        above: comments on lines of their own before it.
        beside: the comment at the end of its line.
        below: comments after the last of its inner values, or under it where it is empty.
    """

    path: Route
    value: Value
    at: Mark
    key_at: Mark | None
    flow: bool = False
    blank: bool = False
    anchor: str = ""
    alias: str = ""
    fixed: bool = False
    inner: list[Node] = field(default_factory=list)
    above: list[Comment] = field(default_factory=list)
    beside: str = ""
    below: list[Comment] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The offset of its key, or of itself where it has none."""
        return self.key_at.start if self.key_at else self.at.start

    @property
    def opened(self) -> bool:
        """Whether comments may stand between its inner values."""
        return bool(self.inner) and not self.flow

    @property
    def hollow(self) -> bool:
        """Whether there is nothing in it."""
        plain = self.alias or isinstance(self.value, str)
        return not (plain or self.inner)


class Trees:
    """Makes the nodes of one file."""

    def __init__(self, text: str, comments: Iterable[Comment], anchors: Iterable[Anchor]) -> None:
        self.text = text
        self.anchors = {place: one.name for one in anchors for place in one.places}
        self.comments = [one.start for one in comments]

    def root(self, value: Map) -> Node:
        """The node of the whole file, which is never written in brackets."""
        return Node((), value, value.mark, None, inner=self.inner(value, (), fixed=False))

    def node(
        self, path: Route, value: Value, at: Mark, key_at: Mark | None, *, fixed: bool
    ) -> Node:
        """The node of one value."""
        at = begun(at, self.text)
        node = Node(path, value, at, key_at, alias=alias_at(at, self.text))
        node.anchor = self.anchors.get(at.start, "")
        node.fixed = fixed or bool(node.anchor)
        if isinstance(value, (Map, Seq)) and not node.alias:
            node.inner = self.inner(value, path, fixed=node.fixed)
            node.flow = self.text[at.start] in "[{" and not self.commented(at)
        node.blank = self.below_blank(node)
        return node

    def inner(self, value: Map | Seq, path: Route, *, fixed: bool) -> list[Node]:
        """The nodes in a map or list."""
        places: Iterable[tuple[str | int, Mark, Mark | None]]
        if isinstance(value, Map):
            places = [(key, value.values_at[key], at) for key, at in value.keys_at.items()]
        else:
            places = [(index, at, None) for index, at in enumerate(value.items_at)]
        items: Any = value
        return [self.node((*path, k), items[k], at, key, fixed=fixed) for k, at, key in places]

    def commented(self, at: Mark) -> bool:
        """Whether a comment stands within these bounds."""
        return bisect(self.comments, at.start) != bisect(self.comments, at.end - 1)

    def below_blank(self, node: Node) -> bool:
        """Whether a node begins its line and the line above is empty."""
        start, _ = line_at(self.text, node.start)
        before = _BEFORE_KEY if node.key_at else _BEFORE_ITEM
        alone = before.fullmatch(self.text, start, node.start) is not None
        return alone and below_blank(self.text, start)
