"""Administrative units: tỉnh, huyện, xã and their like, by day (Nghị quyết 202/2025/QH15)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

from kehoach.registers.fold import fold, slug
from kehoach.registers.register import Register
from kehoach.registers.validity import Validity

Share = Literal["whole", "part"]
Tier = Literal["province", "district", "commune"]
_TIERS: dict[str, Tier] = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
TYPES = (*_TIERS, "thành phố")


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
        """Type and name as within a sentence: "tỉnh Thái Nguyên"."""
        return f"{self.type} {self.name}"

    @property
    def tier(self) -> Tier:
        """Its rank; a thành phố is a province where it belongs to none."""
        return _TIERS.get(self.type) or ("district" if self.parent else "province")

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

    def find(self, text: str, day: dt.date | None = None) -> tuple[Place, ...]:
        """Units called so, "Pác Nặm" or "huyện Pác Nặm", from province to commune."""
        folded = fold(text)
        typed = next((one for one in TYPES if folded.startswith(f"{fold(one)} ")), "")
        bare = super().find(text, day)
        if not typed:
            return bare
        rest = super().find(folded.removeprefix(fold(typed)), day)
        return tuple(one for one in rest if one.type == typed) + bare
