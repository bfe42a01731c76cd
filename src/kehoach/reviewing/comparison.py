"""Two versions of a plan side by side: changes, what follows from each, findings come and gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from kehoach import api, issuing
from kehoach.diagnostics import Finding
from kehoach.plan.labels import shortened
from kehoach.reviewing.review.changes import Change, Item, Step, changes, plain
from kehoach.reviewing.review.figures import read
from kehoach.reviewing.review.keys import keys_of
from kehoach.reviewing.review.sentences import ChangeEntry, entries
from kehoach.source import Layers, Map, Mark, Route, Seq, Value, put

_CAUSES = 24  # figures traced to all they change; beyond that a reader follows none


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a review shows. `whole` is false where a version could not be understood."""

    old: api.Dossier
    new: api.Dossier
    entries: tuple[ChangeEntry, ...]
    appeared: tuple[Finding, ...]
    disappeared: tuple[Finding, ...]

    @property
    def equal(self) -> bool:
        """Whether the two plans say the same."""
        return not self.entries

    @property
    def whole(self) -> bool:
        """Whether both versions could be read."""
        return self.old.plan is not None and self.new.plan is not None


def compare(old: api.Dossier, new: api.Dossier, today: dt.date) -> Comparison:
    """Compare two plans as read: after merging of bases, item by item."""
    one, two = old.layers.root, new.layers.root
    found = changes(one, two) if one is not None and two is not None else []
    follows = knock_on(old, found, today)
    told = entries(found, plain(one), plain(two), follows)
    before, after = (_named(dossier) for dossier in (old, new))
    return Comparison(
        old,
        new,
        tuple(told),
        tuple(one for key, one in after.items() if key not in before),
        tuple(one for key, one in before.items() if key not in after),
    )


def _named(dossier: api.Dossier) -> dict[tuple[str, str, str], Finding]:
    """Findings by what they say, wherever they stand."""
    return {(one.name, dossier.path_of(one), one.message): one for one in dossier.diagnostics}


def knock_on(
    old: api.Dossier, found: Sequence[Change], today: dt.date
) -> dict[int, tuple[str, ...]]:
    """What each changed figure alone changes on the pages: it is put into the old plan to see."""
    causes = [index for index, one in enumerate(found) if _is_figure(one)][:_CAUSES]
    before = shown(old, today) if causes and old.plan is not None else []
    made = {}
    for index in causes if before else ():
        after = shown(_with(old, found[index], today), today)
        made[index] = tuple(_differences(before, after))
    return made


def _is_figure(one: Change) -> bool:
    texts = isinstance(one.old, str) and isinstance(one.new, str)
    return one.kind == "changed" and texts and (read(one.new) is not None or "|" in one.new)


def _with(old: api.Dossier, one: Change, today: dt.date) -> api.Dossier:
    root = old.layers.root
    assert root is not None
    changed = put(root, places(root, one.path), one.new, Mark(old.file, 1, 1))
    assert isinstance(changed, Map)
    layers = Layers(changed, list(old.layers.problems), old.layers.texts, old.layers.bases)
    return api.examine(layers, Path(old.file), today, old.office)


def places(root: Map, path: tuple[Step, ...]) -> Route:
    """A path with the places of its items in this plan."""
    here: Value = root
    made: list[str | int] = []
    for step in path:
        if isinstance(step, Item):
            assert isinstance(here, Seq)
            place = (keys_of(here) or []).index(step.key)
            made.append(place)
            here = here[place]
        else:
            made.append(step)
            here = here.get(step) if isinstance(here, Map) else None
    return tuple(made)


def shown(dossier: api.Dossier, today: dt.date) -> list[str]:
    """Every line and cell that the plan's documents show, in order."""
    if dossier.plan is None:
        return []
    from kehoach.documents import lines_shown

    return lines_shown(issuing.scope_of(dossier, today))


def _differences(before: list[str], after: list[str]) -> list[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace":
            pairs = zip(before[i:j], after[k:m], strict=False)
            found += [_difference(one, two) for one, two in pairs]
    return found


def _difference(old: str, new: str) -> str:
    """The words that changed on a line, with a little around them."""
    from kehoach.reviewing.review.sentences import marked
    from kehoach.reviewing.review.words import around
    from kehoach.reviewing.review.words import compare as words

    return shortened(marked(around(words(old, new), 40)), 200)
