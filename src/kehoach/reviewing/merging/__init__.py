"""Two edits of one plan file into one: by the ids of its items, in the text of one of them."""

from kehoach.reviewing.merging.merged import Merged, merge_plans

__all__ = ["Merged", "merge_plans"]
