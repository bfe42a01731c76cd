"""Two Word documents of one origin into one with Word's own revisions between them."""

from kehoach.reviewing.tracked.document import DocumentSide, Tracked, track
from kehoach.reviewing.tracked.pen import LEFT, Pen

__all__ = ["LEFT", "DocumentSide", "Pen", "Tracked", "track"]
