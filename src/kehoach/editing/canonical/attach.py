"""Which value a comment belongs to: the one that follows, or the one on its line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kehoach.editing.canonical.comments import Comment
from kehoach.editing.canonical.nodes import Node


def attach(root: Node, comments: Iterable[Comment], text: str) -> None:
    """Hand each comment to a node of the tree.

    One on its own line goes above the value that follows; at the end of a block its column tells
    whether it ends that block or speaks of what comes after it. One at the end of a line goes
    beside the value there.
    """
    for comment in comments:
        if comment.alone:
            _alone(root, comment, text)
        else:
            _beside(root, comment, text)


def _around(owner: Node, comment: Comment) -> tuple[Node | None, Node | None]:
    """The values before and after a comment."""
    index = bisect_right(owner.inner, comment.start, key=lambda node: node.start)
    before = owner.inner[index - 1] if index else None
    return before, owner.inner[index] if index < len(owner.inner) else None


def _alone(owner: Node, comment: Comment, text: str) -> None:
    before, after = _around(owner, comment)
    if before and before.opened and _holds(owner, before, comment, text):
        _alone(before, comment, text)
    elif before and not before.opened and comment.start < before.at.end:
        before.above.append(comment)
    elif before and before.hollow and comment.column > owner.at.column:
        before.below.append(comment)
    else:
        (after.above if after else owner.below).append(comment)


def _holds(owner: Node, node: Node, comment: Comment, text: str) -> bool:
    """Whether a comment after the start of a map or list is in it."""
    if comment.start < node.at.end:
        return True
    return text[node.at.start] not in "[{" and comment.column > owner.at.column


def _beside(owner: Node, comment: Comment, text: str) -> None:
    before, _ = _around(owner, comment)
    if before and before.opened and _inside(before, comment, text):
        _beside(before, comment, text)
    elif before and _on_its_line(before, comment, text):
        if before.beside:
            before.above.append(comment)
        else:
            before.beside = comment.text
    else:
        _alone(owner, comment._replace(column=owner.at.column), text)


def _inside(node: Node, comment: Comment, text: str) -> bool:
    """Whether a comment stands after the start of a map or list, and before its bracket."""
    bracket = text[node.at.start] in "[{"
    return comment.start > node.at.start and not (bracket and comment.start >= node.at.end)


def _on_its_line(node: Node, comment: Comment, text: str) -> bool:
    """Whether a value, or its key, ends on the comment's line; a block text's head is one."""
    key_end = node.key_at.end if node.key_at else node.at.start
    if comment.start < node.at.end and not node.opened:
        return True
    end = node.at.end if comment.start >= node.at.end else key_end
    return "\n" not in text[end : comment.start]
