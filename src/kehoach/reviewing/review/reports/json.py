"""Changes for programs: applying `changes` to the old plan gives the new one.

{"old", "new", "equal", "changes": [{kind, path, old, new, after, part, place, text, knock_on}],
"appeared": [...], "disappeared": [...]}. A step of a path is a key, or {"item": KEY} into a list.
"""

from __future__ import annotations

from typing import Any

from kehoach.language.visible import as_json
from kehoach.reviewing.review.changes import Item, Step
from kehoach.reviewing.review.review import Found, Review
from kehoach.reviewing.review.sentences import ChangeEntry


def report(review: Review) -> str:
    """The document, keys in a fixed order."""
    made = {
        "old": review.old,
        "new": review.new,
        "equal": not review.entries,
        "changes": [_entry(one) for one in review.entries],
        "appeared": [_found(one) for one in review.appeared],
        "disappeared": [_found(one) for one in review.disappeared],
    }
    return as_json(made) + "\n"


def _entry(entry: ChangeEntry) -> dict[str, Any]:
    one = entry.change
    return {
        "kind": one.kind,
        "path": [_step(step) for step in one.path],
        "old": one.old,
        "new": one.new,
        "after": one.after,
        "part": entry.part,
        "place": entry.place,
        "text": entry.text,
        "knock_on": list(entry.knock_on),
    }


def _step(step: Step) -> str | dict[str, str]:
    return {"item": step.key} if isinstance(step, Item) else step


def _found(one: Found) -> dict[str, str]:
    return {"severity": one.severity, "message": one.message, "place": one.place}
