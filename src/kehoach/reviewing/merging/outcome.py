"""What came of merging one value: whose it is, or what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from kehoach.editing.canonical import Node
from kehoach.reviewing.review.changes import plain
from kehoach.source import Map

Kind = Literal["ours", "theirs", "made", "both", "conflict"]


@dataclass(slots=True)
class MergedValue:
    """One value of the merged plan.

    Attributes:
        kind: `ours` or `theirs` as it stands there; `made` of both, in `value`; `both`: a map or
            list with the outcomes of what is in it; `conflict`: a person has to choose.
        ours, base, theirs: the value in each version that has it.
        inner: of a map or list, in the order to write them.
        value: what was made, plain.
        orders: the two orders of a list's items by name, where they cannot be joined.
        news: comments of theirs that ours lacks, to stand above the value, and one beside it.
    """

    kind: Kind
    ours: Node | None = None
    base: Node | None = None
    theirs: Node | None = None
    inner: list[MergedValue] = field(default_factory=list)
    value: Any = None
    orders: tuple[str, str] | None = None
    news: tuple[str, ...] = ()
    beside: str = ""

    @property
    def node(self) -> Node:
        """The value in the version nearest to the result."""
        found = self.ours or self.theirs
        assert found is not None
        return found

    @property
    def key(self) -> str:
        """Its key in a map."""
        return str(self.node.path[-1])


def value_of(outcome: MergedValue) -> Any:
    """The merged value, plain; of a conflict, ours (or theirs where ours dropped it)."""
    match outcome.kind:
        case "made":
            return outcome.value
        case "both" if isinstance(outcome.node.value, Map):
            return {one.key: value_of(one) for one in outcome.inner}
        case "both":
            return [value_of(one) for one in outcome.inner]
        case "theirs":
            assert outcome.theirs is not None
            return plain(outcome.theirs.value)
    return plain(outcome.node.value)


def conflicts(outcome: MergedValue) -> Iterator[MergedValue]:
    """Every place where a person has to choose."""
    if outcome.kind == "conflict" or outcome.orders:
        yield outcome
    for one in outcome.inner:
        yield from conflicts(one)
