"""One version of a plan file, ready for merging: its text, its tree with comments, its pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kehoach.drafting.formatting.order import in_order
from kehoach.editing.canonical import (
    Comment,
    FormedText,
    Node,
    NodeWriter,
    Trees,
    anchors_of,
    attach,
    comments_of,
)
from kehoach.editing.canonical.scalars import inline
from kehoach.plan import Plan
from kehoach.plan.kinds import TextKind
from kehoach.plan.schema import kind_at
from kehoach.reviewing.review.changes import plain
from kehoach.source import LIMITS, Map, Route
from kehoach.source.bases import EXTENDS
from kehoach.source.reader import read_file


class VerbatimHouse:
    """Keys in the model's order, texts letter by letter: merging changes no wording."""

    def order(self, path: Route, keys: Sequence[str]) -> Sequence[str]:
        """Keys as `kehoach fmt` would set them."""
        return in_order(path, keys)

    def wording(self, path: Route, text: str) -> FormedText:
        """The text itself; rows on one line."""
        row = kind_at(path) is TextKind.CELL and "\n" not in text
        return FormedText(text, "row" if row else "line")


@dataclass(frozen=True, slots=True)
class Version:
    """A version: its text, the node of the whole file, its comments, and a writer of its nodes."""

    text: str
    tree: Node
    comments: tuple[Comment, ...]
    pen: NodeWriter


def side_of(name: str, data: bytes) -> Version | None:
    """A version of a plan file; None where it is no plan, or is not sound YAML."""
    reading = read_file(name, data, LIMITS)
    sound = not any(one.severity == "error" for one in reading.problems)
    if reading.root is None or reading.text is None or not sound or not is_plan(reading.root):
        return None
    return _side(reading.root, reading.text)


def _side(root: Map, text: str) -> Version:
    comments = tuple(comments_of(root, text))
    tree = Trees(text, comments, anchors_of(root, text)).root(root)
    attach(tree, comments, text)
    return Version(text, tree, comments, NodeWriter(text, VerbatimHouse()))


def is_plan(root: Map) -> bool:
    """Whether a YAML file is a plan or a base of one: most of its keys are a plan's."""
    known = {EXTENDS, *Plan.model_fields}
    return 2 * sum(key in known for key in root) > len(root)


def portable(node: Node) -> bool:
    """Whether a node can stand in another file: it neither names a value nor calls one by name."""
    return not (node.anchor or node.alias or node.fixed) and all(map(portable, node.inner))


def made_of(value: Any, like: Node) -> tuple[Node, NodeWriter]:
    """A node for a plain value, with the key and place of another, and what writes it."""
    item = like.key_at is None
    text = flow_text({str(like.path[-1]): [value] if item else value})
    side = side_text(text)
    node = side.tree.inner[0].inner[0] if item else side.tree.inner[0]
    return _opened(node, like.path), side.pen


def side_text(text: str) -> Version:
    """A text of our own making as a side."""
    reading = read_file("", text.encode(), LIMITS)
    assert reading.root is not None
    assert reading.text is not None
    return _side(reading.root, reading.text)


def _opened(node: Node, path: Route) -> Node:
    """A node written in brackets, to be written on lines of its own at another path."""
    inner = [_opened(one, (*path, one.path[-1])) for one in node.inner]
    return replace(node, path=path, inner=inner, flow=False)


def flow_text(value: Any) -> str:
    """A plain value as YAML on one line; an empty item, which brackets cannot hold, as ""."""
    if isinstance(value, dict):
        pairs = (f"{inline(key, bare=True, flow=True)}: {flow_text(value[key])}" for key in value)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        items = (flow_text(one) or '""' for one in value)
        return f"[{', '.join(items)}]"
    return "" if value is None else inline(value, bare=True, flow=True)


def written(node: Node, pen: NodeWriter, like: Node) -> tuple[Node, NodeWriter]:
    """A node and its writer; a plain copy of the node where it cannot leave its file."""
    return (node, pen) if portable(node) else made_of(plain(node.value), like)
