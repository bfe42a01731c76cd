"""Nodes -> the lines of the canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kehoach.editing.canonical.anchors import keeps_names, misplaced
from kehoach.editing.canonical.attach import attach
from kehoach.editing.canonical.comments import Comment, comments_of
from kehoach.editing.canonical.house import FormedText, House
from kehoach.editing.canonical.leaves import anchors_of
from kehoach.editing.canonical.nodes import Node, Trees
from kehoach.editing.canonical.scalars import LongText, folded, inline, literal
from kehoach.source.finding import Finding
from kehoach.source.marks import Map, Seq

WIDTH = 100
STEP = 2


def canonical(name: str, root: Map, text: str, house: House) -> tuple[str, list[Finding]]:
    r"""A file in its canonical form, and what keeps it from having one.

    Args:
        name: the file as marks name it.
        root: the file as read, without a finding of severity error.
        text: its text, which the marks of the root count in; lines end in `\n`.
        house: the order of keys and the wording of texts.
    """
    comments, anchors = comments_of(root, text), anchors_of(root, text)
    tree = Trees(text, comments, anchors).root(root)
    problems = misplaced(name, tree, anchors, text)
    if problems:
        return text, problems
    attach(tree, comments, text)
    return "\n".join([*NodeWriter(text, house).document(tree), ""]), []


class NodeWriter:
    """Writes the nodes of one file, all or one by one (`above` and `own_lines`)."""

    def __init__(self, text: str, house: House) -> None:
        self.text = text
        self.house = house

    def document(self, root: Node) -> list[str]:
        """The head comment, the keys with empty lines between those of several lines, the rest."""
        nodes = self.ordered(root)
        head = _head(root.inner[0]) or _head(nodes[0])
        lines = [*_lines(head, ""), ""] if head else []
        tall = False
        for index, node in enumerate(nodes):
            above, own = self.above(node, 0), self.own_lines(node, 0)
            if index and (tall or len(own) > 1 or _blank(node)):
                lines.append("")
            tall = len(own) > 1
            lines += [*above, *own]
        return lines + _lines(root.below, "")

    def ordered(self, node: Node) -> Sequence[Node]:
        """The inner nodes in the order to write them."""
        if not isinstance(node.value, Map):
            return node.inner
        by_key = {str(one.path[-1]): one for one in node.inner}
        wanted = [by_key[key] for key in self.house.order(node.path, list(by_key))]
        return wanted if keeps_names(node.inner, wanted) else node.inner

    def block(self, owner: Node, indent: int) -> list[str]:
        """The inner nodes of a map or list, each on its own lines."""
        lines: list[str] = []
        for node in self.ordered(owner):
            if lines and _blank(node):
                lines.append("")
            lines += [*self.above(node, indent), *self.own_lines(node, indent)]
        return lines + _lines(owner.below, " " * indent)

    def above(self, node: Node, indent: int) -> list[str]:
        """The comments above a node, and the empty line between them and it."""
        lines = _lines(node.above, " " * indent)
        if lines and not lines[0]:
            del lines[0]
        return [*lines, ""] if lines and node.blank else lines

    def own_lines(self, node: Node, indent: int) -> list[str]:
        """A node's key or dash, and its value."""
        mark = " " * indent + (f"{self.key(node)}:" if node.key_at else "-")
        mark = f"{mark} {node.anchor}" if node.anchor else mark
        short = self.short(node, WIDTH - len(mark) - 1)
        if short is not None:
            lines = [_with_comment(f"{mark} {short}" if short else mark, node.beside)]
            return lines + _lines(node.below, " " * (indent + STEP))
        if isinstance(node.value, str):
            block = self.long(node, indent)
            return [_with_comment(f"{mark} {block.head}", node.beside), *block.lines]
        lines = self.block(node, indent + STEP)
        if node.key_at or node.anchor:
            return [_with_comment(mark, node.beside), *lines]
        beside = [f"{' ' * indent}{node.beside}"] if node.beside else []
        return [*beside, *_dashed(lines, indent)]

    def key(self, node: Node, *, flow: bool = False) -> str:
        """A key as it is written."""
        assert node.key_at is not None
        bare = self.text[node.key_at.start] not in "\"'"
        return inline(str(node.path[-1]), bare=bare, flow=flow)

    def short(self, node: Node, room: int) -> str | None:
        """A value on the line of its key; None where it needs lines of its own."""
        if node.alias or node.value is None:
            return node.alias
        if isinstance(node.value, str):
            return self.short_text(node, room)
        if node.inner and not node.flow:
            return None
        found = self.flow(node)
        return found if found is not None and (len(found) <= room or not node.inner) else None

    def short_text(self, node: Node, room: int) -> str | None:
        """A text on the line of its key, where its form and its length allow that."""
        text, form = self.wording(node)
        found = inline(text, bare=self.is_bare(node))
        if form == "row":
            return found
        if form == "lines" or (form == "text" and "\\" in found and found != text):
            return None
        fits = "\n" not in text and len(found) <= room
        return found if fits else None

    def long(self, node: Node, indent: int) -> LongText:
        """A text over several lines; in quotes where no block can hold it."""
        text, form = self.wording(node)
        pad = " " * (indent + STEP)
        if form != "line":
            block = literal(text + "\n", pad)
        elif "\n" in text:
            block = literal(text, pad)
        else:
            block = folded(text, self.text[node.at.start : node.at.end], pad, WIDTH)
        return block or LongText(inline(text, bare=self.is_bare(node)), [])

    def wording(self, node: Node) -> FormedText:
        """A text in the house's words and form, or its own words where it is used elsewhere too."""
        found = self.house.wording(node.path, str(node.value))
        if not node.fixed:
            return found
        return FormedText(str(node.value), "row" if found.form == "row" else "line")

    def is_bare(self, node: Node) -> bool:
        """Whether the author wrote a text without quotes and not as a block."""
        return self.text[node.at.start] not in "\"'|>"

    def flow(self, node: Node) -> str | None:
        """A map, list or text within brackets, on one line; None where it cannot be."""
        if node.alias or node.value is None:
            return node.alias or None
        if isinstance(node.value, str):
            return self.flow_text(node)
        parts = [self.flow_part(one) for one in self.ordered(node)]
        if None in parts:
            return None
        inside = ", ".join(one for one in parts if one)
        return f"[{inside}]" if isinstance(node.value, Seq) else f"{{{inside}}}"

    def flow_part(self, node: Node) -> str | None:
        """An item, or a key with its value, within brackets."""
        value = self.flow(node)
        if value is None:
            return None
        value = f"{node.anchor} {value}" if node.anchor else value
        return f"{self.key(node, flow=True)}: {value}" if node.key_at else value

    def flow_text(self, node: Node) -> str | None:
        """A text within brackets."""
        text, form = self.wording(node)
        if form == "lines" or "\n" in text:
            return None
        return inline(text, bare=self.is_bare(node), flow=True)


def _head(first: Node) -> list[Comment]:
    """Take the file's head comment from its first key: what an empty line parts from the key.

    All of it where there is no such line.
    """
    gaps = [i for i, one in enumerate(first.above) if i and one.blank]
    end = len(first.above) if first.blank or not gaps else gaps[-1]
    head, first.above = first.above[:end], first.above[end:]
    return [one._replace(blank=one.blank and i > 0) for i, one in enumerate(head)]


def _blank(node: Node) -> bool:
    """Whether an empty line stands above a node and its comments."""
    return node.above[0].blank if node.above else node.blank


def _lines(comments: Iterable[Comment], pad: str) -> list[str]:
    """Comments on lines of their own, with the empty lines that part them."""
    lines: list[str] = []
    for one in comments:
        lines += ["", pad + one.text] if one.blank else [pad + one.text]
    return lines


def _with_comment(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _dashed(lines: list[str], indent: int) -> list[str]:
    """The lines of a list's item, its first one after a dash, comments before that above it."""
    pad = " " * indent
    first = next(
        i for i, one in enumerate(lines) if one.strip() and not one.lstrip().startswith("#")
    )
    above = [pad + one.lstrip() if one else "" for one in lines[:first]]
    return [*above, f"{pad}- {lines[first][indent + STEP :]}", *lines[first + 1 :]]
