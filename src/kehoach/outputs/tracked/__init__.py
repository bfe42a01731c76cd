"""Two Word documents of one origin into one with Word's own revisions between them."""

from kehoach.outputs.tracked.document import Side, Tracked, track
from kehoach.outputs.tracked.pen import LEFT, Pen

__all__ = ["LEFT", "Pen", "Side", "Tracked", "track"]
