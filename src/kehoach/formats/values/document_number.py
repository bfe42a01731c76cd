"""Number and symbol of a document, taken apart: legal bases name other documents by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from kehoach.formats.values.document_types import TYPE_NAMES

_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?[a-zđ]?)"
_NAME = r"[^\W_]+(?:[-.&][^\W_]+)*"
_PARTY = re.compile(rf"{_NUMBER}-(?P<type>[^\W\d_]+)/(?P<body>{_NAME})")
_STATE = re.compile(rf"{_NUMBER}/(?:(?P<year>[12][0-9]{{3}})/)?(?P<symbol>{_NAME})")
_FORMS = "viết như 560/QĐ-UBND, 32/2016/NQ-HĐND hoặc 63-CTr/HU"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The parts of "32/2016/NQ-HĐND" (state) or "63-CTr/HU" (party), digits as written.

    `type` is the code of the type of document; empty where the symbol holds none, as in official
    letters ("123/UBND-KT") and laws ("24/2021/QH15"). `body` is what follows it.
    """

    number: str
    year: int | None
    type: str
    body: str
    party: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Take a number and symbol apart; ValueError shows the forms.

        >>> DocumentNumber.parse("32/2016/NQ-HĐND")
        DocumentNumber(number='32', year=2016, type='NQ', body='HĐND', party=False)
        >>> DocumentNumber.parse("63-CTr/HU").party
        True
        """
        text = text.strip()
        if party := _PARTY.fullmatch(text):
            return cls(party["number"], None, party["type"], party["body"], party=True)
        state = _STATE.fullmatch(text)
        if state is None:
            raise ValueError(f"số, ký hiệu “{text}” viết sai: {_FORMS}")
        year = int(state["year"]) if state["year"] else None
        return cls(state["number"], year, *_type_and_body(state["symbol"]))

    def __str__(self) -> str:
        if self.party:
            return f"{self.number}-{self.type}/{self.body}"
        year = [] if self.year is None else [str(self.year)]
        symbol = "-".join(filter(None, (self.type, self.body)))
        return "/".join([self.number, *year, symbol])


def _type_and_body(symbol: str) -> tuple[str, str]:
    code, _, body = symbol.partition("-")
    return (code, body) if code in TYPE_NAMES else ("", symbol)
