"""Changes for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.reviewing.review.review import Found, Review, sentence_of


def report(review: Review) -> str:
    """Parts, changes below them, what follows from each below it."""
    return "\n".join(_lines(review)) + "\n"


def _lines(review: Review) -> Iterator[str]:
    yield f"{review.old} -> {review.new}: {review.count}"
    for part, entries in review.parts():
        yield ""
        yield part
        for entry in entries:
            yield f"  {sentence_of(entry)}"
            yield from (f"      kéo theo: {one}" for one in entry.knock_on)
    yield from _found("Phát hiện mới", review.appeared)
    yield from _found("Phát hiện không còn", review.disappeared)


def _found(title: str, found: object) -> Iterator[str]:
    rows = list(found) if isinstance(found, list | tuple) else []
    if rows:
        yield ""
        yield title
    for one in rows:
        assert isinstance(one, Found)
        yield f"  {one.severity}: {one.message} ({one.place})"
