"""Where the lines of each value of ours begin and end, its comments with it."""

from __future__ import annotations

from kehoach.editing.canonical import Node
from kehoach.editing.lines import line_end, line_start
from kehoach.editing.scalars import is_flow
from kehoach.reviewing.merging.sides import Version
from kehoach.source import Map


class LineRanges:
    """The text of ours by lines."""

    def __init__(self, side: Version) -> None:
        self.text = side.text
        self.comments = side.comments
        self._ends: dict[int, int] = {}

    def start(self, node: Node, owner: Node) -> int:
        """Where a value's key or dash stands."""
        if node.key_at:
            return node.key_at.start
        column = owner.at.column - 1
        line = line_start(self.text, node.at.start)
        while not self._dashed(line, column):
            line = line_start(self.text, line - 1)
        return line + column

    def _dashed(self, line: int, column: int) -> bool:
        before = self.text[line : line + column]
        return line == 0 or (self.text[line + column] == "-" and "#" not in before)

    def lead(self, node: Node, owner: Node) -> int:
        """Where a value's lines begin: at the first comment above it, or at itself."""
        start = self.start(node, owner)
        if self.text[line_start(self.text, start) : start].strip():
            return start  # behind the dash of the item that it begins
        above = [one.start for one in node.above if one.alone and one.start < start]
        return line_start(self.text, min([start, *above]))

    def end(self, node: Node) -> int:
        """Where a value's last line ends, comments below it included."""
        if id(node) not in self._ends:
            self._ends[id(node)] = self._end(node)
        return self._ends[id(node)]

    def _end(self, node: Node) -> int:
        last = node.at.start + len(self.text[node.at.start : node.at.end].rstrip())
        ends = [last, *(one.start for one in node.below)]
        ends += [node.key_at.end] if node.key_at else []
        if not is_flow(node.value, self.text):
            ends += [self.end(one) for one in node.inner]
        return line_end(self.text, max(ends))

    def inner_indent(self, node: Node) -> int:
        """The column, from 0, of the keys or dashes in a map or list."""
        first = node.inner[0]
        at = first.key_at if isinstance(node.value, Map) and first.key_at else node.at
        return at.column - 1

    def comments_between(self, start: int, end: int) -> list[str]:
        """The comments in a stretch of the text."""
        return [one.text for one in self.comments if start <= one.start < end]
