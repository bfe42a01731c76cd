"""Which items of the plan's data a section shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from kehoach.plan import Section

T = TypeVar("T")


def chosen(items: Sequence[T], section: Section) -> list[T]:
    """The items that `only` names, in the order of the data; all of them where it names none."""
    return [one for one in items if not section.only or getattr(one, "id", "") in section.only]
