"""The merged plan in the text of ours: what did not change stays letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kehoach.editing.canonical import Node, NodeWriter
from kehoach.editing.lines import line_start
from kehoach.reviewing.merging.outcome import MergedValue
from kehoach.reviewing.merging.page import LineRanges
from kehoach.reviewing.merging.sides import Version, made_of, written
from kehoach.source.conflicts import BASE, HALF, OURS, THEIRS

_OURS, _BASE, _THEIRS = "bản của mình", "bản gốc chung", "bản nhập vào"


def merged_text(found: MergedValue, base: Version | None, ours: Version, theirs: Version) -> str:
    """The text of the merged file."""
    return _Writing(base, ours, theirs).document(found)


class _Writing:
    """Puts the pieces of one merged file together, each a run of whole lines."""

    def __init__(self, base: Version | None, ours: Version, theirs: Version) -> None:
        self.base = base.pen if base else ours.pen
        self.page = LineRanges(ours)
        self.text = ours.text
        self.theirs = theirs.pen
        self.dropped = {one.text for one in base.comments} if base else set()
        self.dropped -= {one.text for one in theirs.comments}

    def document(self, found: MergedValue) -> str:
        """The whole file."""
        if found.kind == "ours" or found.ours is None:
            return self.text
        end = self.page.end(found.ours)
        return self.collection(found, 0) + self.text[end:]

    def collection(self, found: MergedValue, start: int) -> str:
        """A map or list of ours from an offset of its text on, with what is in it now."""
        node = found.ours
        assert node is not None
        first, last = node.inner[0], node.inner[-1]
        at = self.page.lead(first, node)
        pieces = list(self.pieces(found, node, at))
        tail = self.text[self.page.end(last) : self.page.end(node)]
        return self.headed(self.text[start:at], pieces) + tail

    def headed(self, head: str, pieces: list[str]) -> str:
        """What stands before the first piece, and the pieces; it may end behind a dash."""
        body = "\n".join(pieces)
        if not head or head.endswith("\n"):
            return head + body
        if body.startswith(OURS):
            return f"{head.rstrip()}\n{body}"
        return head + body.lstrip()

    def pieces(self, found: MergedValue, node: Node, at: int) -> Iterator[str]:
        """The lines of each inner value, comments of dropped ones with the one that follows."""
        spans = self.spans(node, at)
        indent = self.page.inner_indent(node)
        if found.orders:
            yield _clash(found.orders, " " * indent)
        left = self.left(found, node, spans)
        for one in found.inner:
            if one.ours:
                yield from self.orphans(left, spans[id(one.ours)][0], indent)
            yield self.piece(one, node, spans.get(id(one.ours)), indent)
        yield from self.orphans(left, len(self.text), indent)

    def left(
        self, found: MergedValue, node: Node, spans: dict[int, tuple[int, int]]
    ) -> list[tuple[int, str]]:
        """The comments of dropped values that theirs has not dropped, with the place of each."""
        kept = {id(one.ours) for one in found.inner}
        gone = [spans[id(one)] for one in node.inner if id(one) not in kept]
        return [
            (start, comment)
            for start, end in gone
            for comment in self.page.comments_between(start, end)
            if comment not in self.dropped
        ]

    def orphans(self, left: list[tuple[int, str]], end: int, indent: int) -> Iterator[str]:
        """Comments of dropped values that stood before a place, each once."""
        while left and left[0][0] < end:
            yield " " * indent + left.pop(0)[1]

    def spans(self, node: Node, at: int) -> dict[int, tuple[int, int]]:
        """Start and end of the lines of each inner value, blank lines above it included."""
        found = {}
        for one in node.inner:
            found[id(one)] = at, self.page.end(one)
            at = self.page.end(one) + 1
        return found

    def piece(
        self, found: MergedValue, owner: Node, span: tuple[int, int] | None, indent: int
    ) -> str:
        """The lines of one inner value."""
        if span is None or found.ours is None:
            return self.added(found, indent)
        start, end = span
        own = self.page.start(found.ours, owner)
        line = line_start(self.text, own)
        own = line if line >= start else own
        lead = self.text[start:own] + self.news(found, indent)
        match found.kind:
            case "ours":
                return lead + self.with_beside(found, own, end)
            case "both":
                return lead + self.collection(found, own)
            case "conflict":
                pad = " " * indent if own != line else ""
                return lead + self.conflict(found, pad + self.text[own:end], indent)
        return lead + self.replaced(found, own, end, indent)

    def news(self, found: MergedValue, indent: int) -> str:
        """New comments of theirs above a value."""
        return "".join(f"{' ' * indent}{one}\n" for one in found.news)

    def with_beside(self, found: MergedValue, own: int, end: int) -> str:
        """The lines of ours, with the new comment beside them where they are one line."""
        lines = self.text[own:end]
        return f"{lines}  {found.beside}" if found.beside and "\n" not in lines else lines

    def replaced(self, found: MergedValue, own: int, end: int, indent: int) -> str:
        """A value of ours in other words; its comments stay."""
        ours = found.ours
        assert ours is not None
        node, pen = self.taken(found, ours)
        node = replace(node, beside=ours.beside or found.beside, above=[], below=[])
        inside = [one for one in self.page.comments_between(own, end) if one != ours.beside]
        kept = [" " * indent + one for one in inside if one not in self.dropped]
        return "\n".join([*kept, *pen.own_lines(node, indent)])

    def taken(self, found: MergedValue, like: Node) -> tuple[Node, NodeWriter]:
        """What stands for a value now, and what writes it."""
        if found.kind == "made":
            return made_of(found.value, like)
        assert found.theirs is not None
        return written(found.theirs, self.theirs, like)

    def added(self, found: MergedValue, indent: int) -> str:
        """The lines of what theirs alone has, its comments with it."""
        node = found.theirs
        assert node is not None
        if found.kind == "conflict":
            return self.conflict(found, "", indent)
        made, pen = written(node, self.theirs, node)
        above = pen.above(node, indent)
        first = node.above[0].blank if node.above else node.blank
        return "\n".join([*([""] if first else []), *above, *pen.own_lines(made, indent)])

    def conflict(self, found: MergedValue, ours: str, indent: int) -> str:
        """Both values and the base's between the marks that editors and git know."""
        base = self.lines(found.base, self.base, indent)
        theirs = self.lines(found.theirs, self.theirs, indent)
        own = [ours] if ours else []
        return "\n".join(
            [
                f"{OURS} {_OURS}",
                *own,
                f"{BASE} {_BASE}",
                *base,
                HALF,
                *theirs,
                f"{THEIRS} {_THEIRS}",
            ]
        )

    def lines(self, node: Node | None, pen: NodeWriter, indent: int) -> list[str]:
        """The lines of a value in a conflict."""
        if node is None:
            return []
        made, pen = written(node, pen, node)
        return pen.own_lines(made, indent)


def _clash(orders: tuple[str, str], pad: str) -> str:
    """Two orders that cannot be joined, as comments; ours stands below."""
    ours, theirs = (f"{pad}# thứ tự: {one}" for one in orders)
    return f"{OURS} {_OURS}\n{ours}\n{HALF}\n{theirs}\n{THEIRS} {_THEIRS}"
