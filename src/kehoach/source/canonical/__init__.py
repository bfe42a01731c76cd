"""The one canonical form of a plan file: every comment kept, no value changed."""

from kehoach.source.canonical.comments import Comment, comments_of
from kehoach.source.canonical.house import Form, House, Wording
from kehoach.source.canonical.writer import WIDTH, canonical

__all__ = [
    "WIDTH",
    "Comment",
    "Form",
    "House",
    "Wording",
    "canonical",
    "comments_of",
]
