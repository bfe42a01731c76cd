"""Căn cứ: those replaced by the new day, those of last year, those the register does not know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.drafting.rollover.sentences import prose
from kehoach.drafting.rollover.subject import Change, Subject
from kehoach.drafting.rollover.writing import marked, remark
from kehoach.editing import put
from kehoach.editing.scalars import Scalar, Spot
from kehoach.plan import Citation
from kehoach.registers import Document
from kehoach.registers.successors import last_replacing
from kehoach.source import Map, Route, Seq

KIND = "căn cứ"
_NUMBER = re.compile(r"\bsố\s*:?\s*(\d+[\w-]*/[\w/-]*[^\W\d_])")
_LOCAL = re.compile(r"-(?:UBND|HĐND|BCĐ)$")
_WRITTEN = ("subject", "text", "number", "type", "document")


def changes(subject: Subject) -> Iterator[Change]:
    """Each legal basis that the file writes; then documents that texts cite."""
    for path in (("legal_bases",), ("decision", "legal_bases")):
        yield from _bases(subject, path)
    for one in prose(subject):
        for found in _NUMBER.finditer(subject.text, one.start, one.end):
            document = _found(subject, found[1], None)
            if document and (reason := _over(subject, document)):
                yield marked(Spot(one, *found.span()), "văn bản được dẫn", reason)


def _bases(subject: Subject, path: Route) -> Iterator[Change]:
    here = subject.at(path)
    for index, one in enumerate(here if isinstance(here, Seq) else ()):
        place = (*path, index)
        if isinstance(one, Map) and not one.get("remove"):
            yield from _basis(subject, place, one)
        elif isinstance(one, str) and (scalar := subject.scalar(place)):
            yield from _marked(subject, scalar, _state(subject, _cited_in(subject, one)))


def _basis(subject: Subject, path: Route, own: Map) -> Iterator[Change]:
    """One basis; where the file only changes some keys of a base's, those it has there count."""
    act = subject.plan.decision if path[0] == "decision" else subject.plan
    assert act is not None
    merged = act.legal_bases.get(str(own.get("id"))) if own.get("id") else None
    document = _document(subject, merged or Citation.model_validate(_plain(own)), own)
    reason = _last_years(subject, own) or _state(subject, document)
    scalar = next(filter(None, (subject.scalar((*path, key)) for key in _WRITTEN)), None)
    if scalar:
        yield from _marked(subject, scalar, reason)


def _plain(own: Map) -> dict[str, object]:
    return {
        key: own[key] for key in ("document", "number", "type", "subject", "date") if key in own
    }


def _document(subject: Subject, one: Citation, own: Map) -> Document | None:
    documents = subject.registers.documents
    if one.document:
        return documents.get(one.document)
    if text := own.get("text"):
        return _cited_in(subject, str(text))
    return _found(subject, one.number or f"{one.type} {one.subject}", one.date)


def _cited_in(subject: Subject, text: str) -> Document | None:
    found = _NUMBER.search(text)
    return _found(subject, found[1], None) if found else None


def _found(subject: Subject, name: str, day: dt.date | None) -> Document | None:
    """The document of that name and day; of several the newest that the old plan could know.

    Each province counts its own documents, so that a number of theirs says nothing without a day.
    """
    if day is None and _LOCAL.search(name):
        return None
    named = subject.registers.documents.find(name)
    found = [one for one in named if not (day and one.date) or one.date == day]
    known = [one for one in found if one.date is None or one.date <= subject.old_day]
    return max(known or found, key=lambda one: one.validity.first, default=None)


def _last_years(subject: Subject, own: Map) -> str:
    """A document that was made for the old year or the one before it."""
    told = f"{own.get('subject') or ''} {own.get('text') or ''}"
    for year in (subject.old, subject.old - 1):
        if re.search(rf"\bnăm\s+{year}(?!\d)", told):
            return f"văn bản của năm {year}: thay bằng văn bản cho năm {subject.to}"
    return ""


def _state(subject: Subject, document: Document | None) -> str:
    """Why a basis has to be looked at; empty where the register says that it is in force."""
    if document is None:
        return "kiểm tra còn hiệu lực"
    return _over(subject, document)


def _over(subject: Subject, document: Document) -> str:
    ended = document.until is not None and document.until < subject.day
    if not ended and not document.replaced_by:
        return ""
    names = ", ".join(_name(one) for one in last_replacing(subject.registers.documents, document))
    day = f" từ sau {document.until:%d/%m/%Y}" if document.until else ""
    now = f"; văn bản thay: {names}" if names else ""
    return f"{document.name} hết hiệu lực{day}{now}"


def _name(one: Document) -> str:
    day = f" ngày {one.date:%d/%m/%Y}" if one.date else ""
    return f"{one.name}{day}"


def _marked(subject: Subject, scalar: Scalar, reason: str) -> Iterator[Change]:
    if not reason:
        return
    if scalar.key == "document":
        edits = (put.whole(scalar, f"TODO: {reason}"), remark(subject, scalar))
        yield Change(KIND, "todo", scalar.start, scalar.end, reason, edits)
        return
    end = scalar.end - (scalar.style in {"'", '"'})
    yield marked(Spot(scalar, end, end), KIND, reason)
