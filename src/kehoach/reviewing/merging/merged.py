"""Three versions of a plan file in, the merged file out."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.editing.files import encoded
from kehoach.reviewing.merging.names import lost_names, without_names
from kehoach.reviewing.merging.outcome import MergedValue, conflicts, value_of
from kehoach.reviewing.merging.sides import Version, side_of
from kehoach.reviewing.merging.three import merge_trees
from kehoach.reviewing.merging.writing import merged_text
from kehoach.reviewing.review.changes import plain
from kehoach.source import named_route, read
from kehoach.source.conflicts import resolved


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file, and the paths of the places where a person has to choose."""

    data: bytes
    conflicts: tuple[str, ...] = ()


def merge_plans(name: str, base: bytes, ours: bytes, theirs: bytes) -> Merged | None:
    """Merge two edits of a plan file or a base, value by value, into the text of ours.

    Args:
        name: the file as the user names it.
        base: what both were made from; empty where both sides added the file.
        ours: the version whose layout and comments stay.
        theirs: the version whose changes come in.

    Returns:
        None where one of them is no sound plan file, or the result could not be proved: then only
        a merge line by line is left.
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    old, own, other = (side_of(name, _unix(one)) for one in (base, ours, theirs))
    if own is None or other is None or (old is None and base.strip()):
        return None
    found, text = _joined(name, old, own, other)
    if found is None and (lost := lost_names(own, text)):
        found, text = _joined(name, old, without_names(own, lost), other)
    return None if found is None else Merged(encoded(text, ours), found)


def _joined(
    name: str, base: Version | None, ours: Version, theirs: Version
) -> tuple[tuple[str, ...] | None, str]:
    """The places left open, None where the text cannot be proved; and the text."""
    found = merge_trees(base, ours, theirs)
    open_at = tuple(_place(ours, one) for one in conflicts(found))
    text = merged_text(found, base, ours, theirs)
    return (open_at if _proved(name, text, found, clean=not open_at) else None), text


def _unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _place(ours: Version, one: MergedValue) -> str:
    path = one.node.path
    return named_route(ours.tree.value, path) if one.ours else ".".join(map(str, path))


def _proved(name: str, text: str, found: MergedValue, *, clean: bool) -> bool:
    """Whether the text says what the merge found; with conflicts, whether either choice reads."""
    if clean:
        root, _ = read(name, text.encode())
        return root is not None and plain(root) == value_of(found)
    sides = (read(name, resolved(text, side).encode()) for side in ("ours", "theirs"))
    return all(root is not None for root, _ in sides)
