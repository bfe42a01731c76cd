"""The Word documents of two versions of a plan with the changes between them tracked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kehoach import api, issuing
from kehoach.reviewing.review.words import words

if TYPE_CHECKING:
    from kehoach.reviewing.tracked import DocumentSide

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

    before, after = _sides(old, today), _sides(new, today)
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


def _alone(name: str, after: dict[str, DocumentSide]) -> Redline:
    if name in after:
        return Redline(name, after[name].data, ("văn bản chỉ có ở bản mới, không có dấu sửa",))
    return Redline(name, b"", ("văn bản chỉ có ở bản cũ, không được ghi",))


def _sides(dossier: api.Dossier, today: dt.date) -> dict[str, DocumentSide]:
    from kehoach.reviewing.tracked import DocumentSide

    if dossier.plan is None:
        raise ValueError(f"{dossier.file}: không đọc được kế hoạch")
    plain = {one.name: one.data for one in issuing.documents(dossier, today)}
    marked = _marked(dossier, today)
    return {name: DocumentSide(data, marked.get(name)) for name, data in plain.items()}


def _marked(dossier: api.Dossier, today: dt.date) -> dict[str, bytes]:
    """The documents with keys in their texts; none where a template cannot take such texts."""
    from kehoach.documents.marked import marked
    from kehoach.issuing.rendering import render
    from kehoach.outputs.faults import TemplateError
    from kehoach.word.keymarks import block_mark

    scope = issuing.scope_of(dossier, today)
    notes = {key: block_mark(key) + text for key, text in scope.plan.footnotes.items()}
    scope = replace(scope, plan=scope.plan.model_copy(update={"footnotes": notes}))
    variant = scope.plan.variant or dossier.office.settings.variant
    made = render(scope, issuing.templates_of(dossier.office), variant, marked)
    try:
        return {one.name: one.data for one in made}
    except TemplateError:
        return {}
