"""The one canonical form of a plan file: every comment kept, no value changed."""

from kehoach.source.canonical.attach import attach
from kehoach.source.canonical.comments import Comment, comments_of
from kehoach.source.canonical.house import Form, House, Wording
from kehoach.source.canonical.leaves import anchors_of
from kehoach.source.canonical.nodes import Node, Trees
from kehoach.source.canonical.writer import WIDTH, Writer, canonical

__all__ = [
    "WIDTH",
    "Comment",
    "Form",
    "House",
    "Node",
    "Trees",
    "Wording",
    "Writer",
    "anchors_of",
    "attach",
    "canonical",
    "comments_of",
]
