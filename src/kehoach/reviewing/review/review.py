"""What a report of changes shows, free of how the two plans were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kehoach.reviewing.review.sentences import ChangeEntry


@dataclass(frozen=True, slots=True)
class Found:
    """A finding that came or went: severity, message, place."""

    severity: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Review:
    """Two versions by name, the changes told, the findings that came and went."""

    old: str
    new: str
    entries: Sequence[ChangeEntry]
    appeared: Sequence[Found]
    disappeared: Sequence[Found]

    def parts(self) -> Iterator[tuple[str, list[ChangeEntry]]]:
        """The changes by part of the plan, in its order."""
        for part, group in groupby(self.entries, lambda one: one.part):
            yield part, list(group)

    @property
    def count(self) -> str:
        """`3 thay đổi ở 2 phần`."""
        parts = len({one.part for one in self.entries})
        return f"{len(self.entries)} thay đổi ở {parts} phần" if parts else "không có thay đổi"


def sentence_of(entry: ChangeEntry) -> str:
    """A change in one sentence."""
    return f"{entry.place}: {entry.text}" if entry.place else entry.text
