"""Who took over from an agency that has ended, for the matter that a text speaks of."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from kehoach.registers.agencies import Agencies, Agency
from kehoach.registers.fold import fold
from kehoach.registers.mentions import Mention, mentions
from kehoach.registers.validity import Validity

_DOUBT = dt.timedelta(days=122)
"""From 01/3/2025 to 01/7/2025 each province changed its agencies on a day of its own."""
_SURE = ("bo-", "so-")
"""Ministries and departments were taken over whole; a district's tasks were parted."""


class Heirs(NamedTuple):
    """Names of who holds the tasks now; `sole` where one holds all that the text can mean."""

    names: tuple[str, ...]
    sole: bool


def has_ended(mention: Mention, days: Validity) -> bool:
    """Whether everything called so had ended before these days, doubts about its end allowed."""
    return not any(_lasting(one).meet(days) for one in mention.agencies) and any(
        one.validity.end and days.start and one.validity.end < days.start
        for one in mention.agencies
    )


def has_yet_to_begin(mention: Mention, days: Validity) -> bool:
    """Whether everything called so began only after these days."""
    return all(
        one.validity.start and days.end and days.end < one.validity.start - _DOUBT
        for one in mention.agencies
    )


def _lasting(agency: Agency) -> Validity:
    """Its days, wider where the register is not sure of them."""
    days = agency.validity
    unsure = "ngày" in agency.note
    return Validity(
        days.start - _DOUBT if days.start else None,
        days.end + _DOUBT if days.end and unsure else days.end,
    )


def heirs_of(agencies: Agencies, mention: Mention, day: dt.date, text: str) -> Heirs:
    """Who holds the tasks of an ended agency on a day, those first that the text speaks of."""
    ended = mention.agencies[-1]
    matters = _matters(ended, _without_names(agencies, text))
    found = [(one.id, one.task) for one in ended.successors]
    if matters:
        found = [(id_, "") for id_, task in found if task in matters]
    each = [(_names(agencies, id_, day), task) for id_, task in found]
    sole = len(found) == 1 and not matters and len(each[0][0]) == 1
    texts = (_with_task(names, task) for names, task in each if names)
    return Heirs(tuple(dict.fromkeys(texts)), sole and ended.id.startswith(_SURE))


def _without_names(agencies: Agencies, text: str) -> str:
    """A text without the agencies in it, whose own names would be taken for its matter."""
    for one in reversed(mentions(agencies, text)):
        text = text[: one.start] + text[one.end :]
    return text


def _matters(agency: Agency, text: str) -> set[str]:
    """The tasks, as the register lists them, that a text speaks of."""
    folded = fold(text)
    tasks = {one.task for one in agency.successors if one.task}
    return {task for task in tasks if any(part.strip() in folded for part in fold(task).split(","))}


def _names(agencies: Agencies, heir: str, day: dt.date) -> list[str]:
    return list(dict.fromkeys(one.name for one in agencies.successors(heir, day)))


def _with_task(names: list[str], task: str) -> str:
    return f"{', '.join(names)} ({task})" if task else ", ".join(names)
