"""The one canonical form of a plan file: every comment kept, no value changed."""

from kehoach.editing.canonical.attach import attach
from kehoach.editing.canonical.comments import Comment, comments_of
from kehoach.editing.canonical.house import Form, FormedText, House
from kehoach.editing.canonical.leaves import anchors_of
from kehoach.editing.canonical.nodes import Node, Trees
from kehoach.editing.canonical.writer import WIDTH, NodeWriter, canonical

__all__ = [
    "WIDTH",
    "Comment",
    "Form",
    "FormedText",
    "House",
    "Node",
    "NodeWriter",
    "Trees",
    "anchors_of",
    "attach",
    "canonical",
    "comments_of",
]
