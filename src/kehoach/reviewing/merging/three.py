"""The three-way merge of two plan files: map by map, list by list, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from kehoach.editing.canonical import Node
from kehoach.reviewing.merging.arranging import MergedItem, arranged
from kehoach.reviewing.merging.matching import Pairs, name_of, named_pairs, pairs
from kehoach.reviewing.merging.outcome import MergedValue, conflicts, value_of
from kehoach.reviewing.merging.sides import Version
from kehoach.reviewing.merging.wording import merged_text
from kehoach.source import Map, Seq

_MANY = 8  # items named in a clash of orders; a reader looks the others up


def merge_trees(base: Version | None, ours: Version, theirs: Version) -> MergedValue:
    """The merged plan; nothing is taken for the base of a file that both sides added."""
    found = _Merge(base, ours, theirs).value(base.tree if base else None, ours.tree, theirs.tree)
    assert found is not None
    return found


class _Merge:
    """One merge; knows which comments only theirs has."""

    def __init__(self, base: Version | None, ours: Version, theirs: Version) -> None:
        self.text = ours.text
        known = Counter(one.text for side in (base, ours) if side for one in side.comments)
        self.new = {one.text for one in theirs.comments} - set(known)

    def value(
        self, base: Node | None, ours: Node | None, theirs: Node | None
    ) -> MergedValue | None:
        """One value; None where it is dropped."""
        if ours is None or theirs is None:
            return self.one_sided(base, ours, theirs)
        found = self.both(base, ours, theirs)
        found.news = tuple(one.text for one in theirs.above if one.text in self.new)
        found.beside = theirs.beside if theirs.beside in self.new and not ours.beside else ""
        return found

    def one_sided(
        self, base: Node | None, ours: Node | None, theirs: Node | None
    ) -> MergedValue | None:
        """What one side added, or what the other one dropped."""
        left = ours or theirs
        if left is None or (base is not None and base.value == left.value):
            return None
        if base is None:
            return MergedValue("ours" if ours else "theirs", ours, base, theirs)
        return MergedValue("conflict", ours, base, theirs)

    def both(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """What both sides have."""
        settled = ours.value == theirs.value or (base is not None and base.value == theirs.value)
        if settled and not (self.has_news(theirs) and self.opens(ours)):
            return MergedValue("ours", ours, base, theirs)
        if not self.opens(ours) and base is not None and base.value == ours.value:
            return MergedValue("theirs", ours, base, theirs)
        inside = self.inside(base, ours, theirs)
        if inside is not None:
            return inside
        return self.plain(base, ours, theirs)

    def has_news(self, node: Node) -> bool:
        """Whether a comment that only theirs has stands in or at what is in a value."""
        return any(
            one.beside in self.new
            or any(comment.text in self.new for comment in one.above)
            or self.has_news(one)
            for one in node.inner
        )

    def opens(self, node: Node) -> bool:
        """Whether what is in a map or list can be written anew piece by piece."""
        return bool(node.inner) and self.text[node.at.start] not in "[{"

    def plain(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """Two texts, or values of different kinds."""
        if base is not None and base.value == ours.value:
            return MergedValue("theirs", ours, base, theirs)
        text = merged_text(base and base.value, ours.value, theirs.value, ours.path)
        if text is None:
            return MergedValue("conflict", ours, base, theirs)
        return MergedValue("made", ours, base, theirs, value=text)

    def inside(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue | None:
        """A map or list of both; None where it is none, or only a choice of one will do."""
        for kind, merge in ((Map, self.maps), (Seq, self.lists)):
            if all(isinstance(one.value, kind) and not one.alias for one in (ours, theirs)):
                same = base if base and isinstance(base.value, kind) and not base.alias else None
                return self.whole(merge(same, ours, theirs), base)
        return None

    def whole(self, found: MergedValue, base: Node | None) -> MergedValue | None:
        """As found, or made anew where ours cannot be written piece by piece."""
        found.base = base
        assert found.ours is not None
        if found.inner and self.opens(found.ours):
            return found
        if any(conflicts(found)):
            return None
        return MergedValue("made", found.ours, base, found.theirs, value=value_of(found))

    def maps(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """Key by key: ours in their order, each of theirs after the one it follows there."""
        before, own, other = (_by_key(one) for one in (base, ours, theirs))
        found = {key: self.value(before.get(key), own.get(key), other.get(key)) for key in own}
        order, at = list(own), 0
        for key in other:
            if key in own:
                at = order.index(key) + 1
            else:
                found[key] = self.value(before.get(key), None, other[key])
                order.insert(at or len(order), key)
                at = order.index(key) + 1
        inner = [one for key in order if (one := found[key])]
        return MergedValue("both", ours, base, theirs, inner)

    def lists(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """Item by item, in the order of all three."""
        entries = list(self.entries(base, ours, theirs))
        ordered, clash = arranged(entries)
        orders = (_told(entries, _ours), _told(entries, _theirs)) if clash else None
        inner = [one.outcome for one in ordered]
        return MergedValue("both", ours, base, theirs, inner, orders=orders)

    def entries(self, base: Node | None, ours: Node, theirs: Node) -> Iterator[MergedItem]:
        """The items of all three, each with what came of it; without those that are dropped."""
        old, own, other = ([] if one is None else one.inner for one in (base, ours, theirs))
        for i, j, k in _triples(old, own, other):
            three = _at(old, i), _at(own, j), _at(other, k)
            outcome = self.value(*three)
            if outcome is not None:
                item = next(one for one in three if one is not None).value
                name = name_of(outcome.node.value) if i is None else name_of(item)
                yield MergedItem(i, j, k, outcome, f"{name} {value_of(outcome)!r}")


def _ours(one: MergedItem) -> int | None:
    return one.ours


def _theirs(one: MergedItem) -> int | None:
    return one.theirs


def _told(entries: list[MergedItem], side: Callable[[MergedItem], int | None]) -> str:
    """The first items of a side's order by name."""
    own = sorted((place, one) for one in entries if one.shared and (place := side(one)) is not None)
    names = [name_of(one.outcome.node.value).removeprefix("id ") for _, one in own]
    return ", ".join(names[:_MANY]) + (", …" if len(names) > _MANY else "")


def _by_key(node: Node | None) -> dict[str, Node]:
    return {} if node is None else {str(one.path[-1]): one for one in node.inner}


def _at(nodes: list[Node], place: int | None) -> Node | None:
    return None if place is None else nodes[place]


def _triples(
    base: list[Node], ours: list[Node], theirs: list[Node]
) -> Iterator[tuple[int | None, int | None, int | None]]:
    """The places of each item in the three lists."""
    old, own, other = ([one.value for one in nodes] for nodes in (base, ours, theirs))
    first, second = pairs(old, own), pairs(old, other)
    for place in range(len(old)):
        yield place, first.get(place), second.get(place)
    left = [place for place in range(len(own)) if place not in first.values()]
    right = [place for place in range(len(other)) if place not in second.values()]
    added: Pairs = named_pairs([own[one] for one in left], [other[one] for one in right])
    for index, place in enumerate(left):
        yield None, place, right[added[index]] if index in added else None
    for index, place in enumerate(right):
        if index not in added.values():
            yield None, None, place
