"""Documents that plans cite: laws, decrees, decisions, and until when they are in force."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.registers.register import Register
from kehoach.registers.validity import Validity

_STROKE = re.compile(" ?/ ?")


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    Attributes:
        id: `nq-24-2021-qh15`, `qd-90-qd-ttg-2022`.
        type: "Quyết định".
        number: as cited, "90/QĐ-TTg"; empty for laws, which are cited without one.
        date: the day it was signed.
        issuer: who issued it, as cited.
        subject: trích yếu, as it follows the issuer's name; of a law its name after "Luật".
        effective: first day in force, where known.
        until: last day in force, where known.
        replaced_by: ids of the documents that took its place.
        aliases: other texts by which it is found: the number of a law.
        source: where the row comes from.
        note: "chưa chắc" and the like.
    """

    id: str
    type: str
    number: str
    date: dt.date | None
    issuer: str
    subject: str
    effective: dt.date | None = None
    until: dt.date | None = None
    replaced_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    @property
    def validity(self) -> Validity:
        """From its effect, or its signing where that is not known, to its end."""
        return Validity(self.effective or self.date, self.until)

    @property
    def name(self) -> str:
        """Type and number, or type and subject for a law."""
        return f"{self.type} {self.number or self.subject}"

    def keys(self) -> Iterable[str]:
        """Number, name, and other ways to call it."""
        numbers = [self.number] if self.number else []
        return (*numbers, self.name, *self.aliases)

    def heirs(self, task: str) -> Iterable[str]:  # noqa: ARG002 -- documents are replaced whole
        """Ids of the documents that replaced it."""
        return self.replaced_by


class Documents(Register[Document]):
    """Documents by id, number, name and day."""

    def find(self, text: str, day: dt.date | None = None) -> tuple[Document, ...]:
        """Documents with that number or name; the words "số" and blanks inside do not matter."""
        return super().find(_tight(text), day)


def _tight(text: str) -> str:
    """A citation's name without the word "số" and without blanks beside strokes."""
    words = (word for word in text.split() if word.casefold().rstrip(":") != "số")
    return _STROKE.sub("/", " ".join(words))
