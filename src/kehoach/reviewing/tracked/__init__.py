"""Two Word documents of one origin into one with Word's own revisions between them."""

from kehoach.reviewing.tracked.document import Tracked, track
from kehoach.reviewing.tracked.pen import LEFT, Pen

__all__ = ["LEFT", "Pen", "Tracked", "track"]
