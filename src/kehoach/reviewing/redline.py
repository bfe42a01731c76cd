"""The Word documents of two versions of a plan with the changes between them tracked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kehoach import api, issuing
from kehoach.reviewing.review.words import words
from kehoach.word.keys import readable, saved

_UNDATED = dt.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose the changes are, and of which day (none: the new plan's)."""

    author: str = "kehoach"
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Redline:
    """One document: its name and bytes, and in words what is changed in it without a mark.

    A document that only one version has stands here too: the new one as it is, the old one without
    bytes.
    """

    name: str
    data: bytes
    left: tuple[str, ...] = ()


_BY_KEHOACH = Signed()


def redlines(
    old: api.Dossier, new: api.Dossier, today: dt.date, signed: Signed = _BY_KEHOACH
) -> list[Redline]:
    """Every document of two plans that could be read.

    Raises:
        ValueError: a version could not be read as a plan.
        TemplateError: a template cannot be compiled or filled.
    """
    from kehoach.reviewing.tracked import LEFT, Pen, track

    before, after = _documents(old, today), _documents(new, today)
    day = signed.date or (new.plan.issued_on if new.plan else None) or _UNDATED
    made = []
    for name in dict.fromkeys([*before, *after]):
        if name in before and name in after:
            pen = Pen(signed.author, f"{day.isoformat()}T00:00:00Z", words)
            done = track(before[name], after[name], pen)
            made.append(Redline(name, done.data, tuple(LEFT[one] for one in done.left)))
        else:
            made.append(_alone(name, after))
    return made


def _alone(name: str, after: dict[str, bytes]) -> Redline:
    if name in after:
        told = "văn bản chỉ có ở bản mới, không có dấu sửa"
        return Redline(name, saved(after[name]), (told,))
    return Redline(name, b"", ("văn bản chỉ có ở bản cũ, không được ghi",))


def _documents(dossier: api.Dossier, today: dt.date) -> dict[str, bytes]:
    """The documents with keys; without them where a template cannot take them."""
    from kehoach.outputs.faults import TemplateError

    if dossier.plan is None:
        raise ValueError(f"{dossier.file}: không đọc được kế hoạch")
    try:
        made = {one.name: one.data for one in issuing.documents(dossier, today, keyed=True)}
    except TemplateError:
        made = {}
    if made and all(map(readable, made.values())):
        return made
    return {one.name: one.data for one in issuing.documents(dossier, today)}
