"""Who or what took the place of an agency, a place or a document, each told in one way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.language.letters import fold
from kehoach.registers.agencies import Agencies, Agency
from kehoach.registers.documents import Document, Documents
from kehoach.registers.mentions import mentions
from kehoach.registers.places import Place, Places

_OTHER_TASKS = "—"
"""Asks for those who took what no row names; an empty task asks for everyone."""


class Share(NamedTuple):
    """A task as the register lists it ("" for all that no other row names), and who has it now."""

    task: str
    agencies: tuple[Agency, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The different names of those who have it."""
        return tuple(dict.fromkeys(one.name for one in self.agencies))


def shares(agencies: Agencies, agency: Agency, day: dt.date) -> tuple[Share, ...]:
    """Each task of an agency with who holds it on a day; none where nobody is known."""
    tasks = dict.fromkeys(one.task for one in agency.successors) or [""]
    whole = not any(tasks)
    found = ((task, "" if whole else _asked(task)) for task in tasks)
    every = (Share(task, agencies.successors(agency.id, day, asked)) for task, asked in found)
    return tuple(one for one in every if one.agencies)


def _asked(task: str) -> str:
    return task.partition(",")[0].strip() or _OTHER_TASKS


def holders(agencies: Agencies, agency: Agency, day: dt.date, text: str) -> tuple[str, ...]:
    """Names of who holds the tasks of an ended agency on a day, with the task where it was parted.

    Only those that a text speaks of, if it speaks of any.
    """
    every = shares(agencies, agency, day)
    words = without_names(agencies, text)
    spoken = [Share("", one.agencies) for one in every if any(_spoken(one.task, words))]
    return tuple(dict.fromkeys(name for one in spoken or every for name in _told(one)))


def _told(share: Share) -> tuple[str, ...]:
    if not share.task:
        return share.names
    return (f"{', '.join(share.names)} ({share.task})",)


def candidates(
    agencies: Agencies, agency: Agency, day: dt.date, text: str, since: dt.date | None = None
) -> tuple[Agency, ...]:
    """Everyone who may hold on a day what a text speaks of: the rest of the tasks counts as well.

    Args:
        agencies: the register.
        agency: the one that has ended.
        day: the day on which its place is to be filled.
        text: what tells the task, without the names of agencies (`without_names`).
        since: a day on which the agency was meant; it counts where the register has it then.
    """
    since = since if since and agencies.get(agency.id, since) else None
    tasks = [task for one in agency.successors for task in _spoken(one.task, text)]
    if not tasks or any(not one.task for one in agency.successors):
        tasks.append(_OTHER_TASKS)
    each = (agencies.successors(agency.id, day, task, since=since) for task in tasks)
    return tuple(dict.fromkeys(one for found in each for one in found))


def without_names(agencies: Agencies, text: str) -> str:
    """A text without the agencies in it, whose own names would be taken for its matter."""
    for one in reversed(mentions(agencies, text)):
        text = text[: one.start] + text[one.end :]
    return text


def _spoken(tasks: str, text: str) -> Iterator[str]:
    """The tasks of a list between commas that a text speaks of."""
    words = fold(text)
    return (one for task in tasks.split(",") if (one := task.strip()) and fold(one) in words)


def place_names(places: Places, place: Place, day: dt.date) -> list[str]:
    """Full names of the units that have the land of one on a day."""
    return list(dict.fromkeys(one.full_name for one in places.successors(place.id, day)))


def shortened(names: Sequence[str], most: int, more: str) -> str:
    """Names in a row, those beyond a number told by `more`, where `{}` is how many they are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (more.format(rest) if rest > 0 else "")


def replacing(documents: Documents, document: Document) -> tuple[Document, ...]:
    """The documents that took the place of one, as far as the register has them."""
    found = map(documents.get, document.replaced_by)
    return tuple(one for one in found if one)


def last_replacing(documents: Documents, document: Document) -> tuple[Document, ...]:
    """What stands in the place of a document now, over all that came between."""
    waiting, last = [document], []
    seen = {document.id}
    for one in waiting:
        fresh = [later for later in replacing(documents, one) if later.id not in seen]
        seen |= {later.id for later in fresh}
        waiting += fresh
        if not fresh and one is not document:
            last.append(one)
    return tuple(last)
