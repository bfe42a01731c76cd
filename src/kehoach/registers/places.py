"""Administrative units: tỉnh, huyện, xã and their like, by day (Nghị quyết 202/2025/QH15)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

from kehoach.language.administration import LEVELS, Tier, unit_words, words_of
from kehoach.language.letters import fold, slug
from kehoach.registers.register import Register
from kehoach.registers.validity import Validity

Share = Literal["whole", "part"]
TYPES = words_of(*LEVELS)
_FOLDED_TYPES = {fold(one): one for one in TYPES}


class Place(NamedTuple):
    """One unit as it was for some days.

    Attributes:
        id: `bac-kan` for a province, the code of the statistics office for the others.
        code: code of the statistics office; provinces took over codes of one another in 2025.
        name: without the type: "Thái Nguyên".
        type: one of `TYPES`.
        parent: id of the unit it belongs to, empty for provinces.
        validity: an unknown first day is open.
        successors: units that took its land, with "part" where it was divided among several.
        resolution: number of the resolution that made it so.
        note: "chưa chắc ..." where a fact is not sure.
    """

    id: str
    code: str
    name: str
    type: str
    parent: str
    validity: Validity
    successors: tuple[tuple[str, Share], ...] = ()
    resolution: str = ""
    note: str = ""

    @property
    def full_name(self) -> str:
        """Type and name as within a sentence: "tỉnh Thái Nguyên", "Phường 1".

        The type has a capital before a number and in Thành phố Hồ Chí Minh (NĐ 30/2020, PL II);
        also before names of persons and events, which the register cannot tell from others.
        """
        special = self.name[0].isdigit() or self.name == "Hồ Chí Minh"
        return f"{self.type.capitalize() if special else self.type} {self.name}"

    @property
    def tier(self) -> Tier:
        """Its rank; a thành phố is a province where it belongs to none."""
        word = unit_words().get(self.type)
        tiers = word.tiers if word else ("province", "district")
        return tiers[-1] if self.parent else tiers[0]

    def keys(self) -> Iterable[str]:
        """Its name; `Places.find` takes the type off a text first."""
        return (self.name,)

    def heirs(self, task: str) -> Iterable[str]:  # noqa: ARG002 -- land has no tasks
        """Ids of the units that took its land."""
        return (id_ for id_, _ in self.successors)


class Places(Register[Place]):
    """Units by id, code, name with or without its type, and day."""

    @cached_property
    def _by_slug(self) -> dict[str, str | None]:
        """Slugs of names to ids; None where several units share one."""
        found: dict[str, str | None] = {}
        for row in self:
            for key in {slug(row.name), slug(row.full_name)}:
                found[key] = row.id if found.get(key, row.id) == row.id else None
        return found

    def resolve(self, reference: str) -> str | None:
        """The id meant by an id or by a slug that one unit alone has: `pac-nam`."""
        return reference if reference in self._states else self._by_slug.get(reference)

    @cached_property
    def _by_parent(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for row in self:
            found[row.parent].append(row)
        return dict(found)

    def children(self, id: str, day: dt.date | None = None) -> tuple[Place, ...]:  # noqa: A002
        """The units that belong to one; those of the day."""
        found = self._by_parent.get(id, ())
        return tuple(one for one in found if day is None or one.validity.holds(day))

    def successors(
        self,
        id: str,  # noqa: A002 -- the field's word
        day: dt.date,
        task: str = "",
        *,
        since: dt.date | None = None,
    ) -> tuple[Place, ...]:
        """The units that have its land on a day; of a district those that have its communes'."""
        found = super().successors(id, day, task, since=since)
        ended = all(one.tier == "district" and not one.successors for one in self.states(id))
        if found or not ended:
            return found
        heirs = (
            heir
            for child in self.children(id)
            for heir in super(Places, self).successors(child.id, day, since=since)
        )
        return tuple(dict.fromkeys(heirs))

    def find(self, text: str, day: dt.date | None = None) -> tuple[Place, ...]:
        """Units called so, "Pác Nặm" or "huyện Pác Nặm", from province to commune."""
        kind, name = _parted(text)
        typed = [one for one in super().find(name, day) if one.type == kind] if kind else []
        return (*typed, *super().find(text, day))

    def nearest(self, text: str, n: int = 3) -> tuple[Place, ...]:
        """The units whose names, without their type, are most like a misspelt one."""
        return super().nearest(_parted(text)[1], n)


def _parted(text: str) -> tuple[str, str]:
    """The type that a text begins with, if any, and the rest."""
    words = text.split()
    for size in (2, 1):
        kind = fold(" ".join(words[:size]))
        if kind in _FOLDED_TYPES and len(words) > size:
            return _FOLDED_TYPES[kind], " ".join(words[size:])
    return "", text
