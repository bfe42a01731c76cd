"""Citations gathered from a plan: from the fields of its legal bases, and out of its texts.

What a basis takes from the register of documents by its id is filled in; each piece knows the path
and the words under which the user finds it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from kehoach.citations.reading import CitedDocument, find_citations
from kehoach.formats.values import DocumentNumber
from kehoach.language.administration import UNIT
from kehoach.language.letters import fold
from kehoach.plan import Citation, LegalBasis, Plan
from kehoach.plan.kinds import TextKind
from kehoach.plan.texts import PlanText, of_kinds
from kehoach.registers import Agencies, Document, Registers
from kehoach.registers.symbols import Body, symbols_of
from kehoach.source import Route

Role = Literal["basis", "proposal", "text"]
FIELDS = ("type", "number", "date", "issuer", "subject")
_READ = frozenset({TextKind.PROSE, TextKind.NAME, TextKind.CELL, TextKind.CITED})
_MARKS = " ;,.\n"
_UNIT = re.compile(rf"{UNIT} (?!và).+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that cites a document.

    Attributes:
        path: the citation's path in the plan; of a text its own.
        role: a legal basis, the proposal, or anywhere in a text.
        type: "Quyết định"; empty where a text names the number alone.
        number: as written; empty for a law cited by its name.
        right: the number as it must be written (`Symbols.mended`).
        symbol: the right number taken apart; None where it is none.
        body: who signs so; None where the grammar does not know.
        day: date of the document.
        year: its year, also where only that is given.
        issuer: as written.
        subject: as written; of a law its name.
        document: id in the register where the plan gives one.
        spots: of each piece written in the plan, its path and the exact words.
        home: the places that a bare "tỉnh", "huyện", "xã" means in this plan: "tỉnh Bắc Kạn".
    """

    path: Route
    role: Role
    type: str = ""
    number: str = ""
    right: str = ""
    symbol: DocumentNumber | None = None
    body: Body | None = None
    day: dt.date | None = None
    year: int | None = None
    issuer: str = ""
    subject: str = ""
    document: str = ""
    spots: Mapping[str, tuple[Route, str]] = field(default_factory=dict)
    home: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Type and number, or a law's name, for messages."""
        return " ".join(filter(None, (self.type, self.number or self.subject)))

    @property
    def key(self) -> str:
        """What two mentions of one document have alike: number, or type and name of a law."""
        return self.right.casefold() or fold(f"{self.type} {self.subject}")

    def spot(self, *names: str) -> tuple[Route, str]:
        """Route and words of the first of these pieces that the plan has itself."""
        return next((self.spots[name] for name in names if name in self.spots), (self.path, ""))


@dataclass(frozen=True, slots=True)
class Basis:
    """One legal basis; `cited` is None where its words name no document."""

    path: Route
    basis: LegalBasis
    cited: Mention | None


def mentions(plan: Plan, texts: Iterable[PlanText], registers: Registers) -> Iterator[Mention]:
    """Every citation of a plan: legal bases, proposals, then texts in their order.

    Args:
        plan: the plan.
        texts: its texts.
        registers: where documents and the codes of bodies are known.
    """
    home = _home(plan)
    for one in bases(plan, registers):
        for basis in one:
            yield from [basis.cited] if basis.cited else []
    for path, proposal in _proposals(plan):
        if proposal.number:
            yield replace(_structured(path, "proposal", proposal, registers), home=home)
    for path, text in of_kinds(texts, _READ):
        typed = path[-1] == "text" and "legal_bases" in path
        for cited in find_citations(text)[int(typed) :]:
            yield replace(_read(path, "text", text, cited, registers), home=home)


def _home(plan: Plan) -> tuple[str, ...]:
    """The unit of the issuer, and those that its parents name."""
    names = (plan.issuer.name, " ".join(plan.issuer.parent))
    return tuple(found[0] for name in names if (found := _UNIT.search(name)))


def bases(plan: Plan, registers: Registers) -> list[list[Basis]]:
    """The legal bases of the plan, and those of the decision that issues it."""
    lists: list[tuple[Route, Sequence[LegalBasis]]] = [(("legal_bases",), plan.legal_bases)]
    if plan.decision:
        lists.append((("decision", "legal_bases"), plan.decision.legal_bases))
    home = _home(plan)
    return [
        [_basis((*path, i), one, home, registers) for i, one in enumerate(all_)]
        for path, all_ in lists
    ]


def _basis(path: Route, one: LegalBasis, home: tuple[str, ...], registers: Registers) -> Basis:
    cited = _of_basis(path, one, registers)
    return Basis(path, one, replace(cited, home=home) if cited else None)


def _proposals(plan: Plan) -> Iterator[tuple[Route, Citation]]:
    if plan.proposal:
        yield ("proposal",), plan.proposal
    if plan.decision and plan.decision.proposal:
        yield ("decision", "proposal"), plan.decision.proposal


def _of_basis(path: Route, basis: LegalBasis, registers: Registers) -> Mention | None:
    if not basis.text:
        return _structured(path, "basis", basis, registers)
    cited = find_citations(basis.text)
    if not cited:
        return None
    return _read((*path, "text"), "basis", basis.text, cited[0], registers)


def known(citation: Citation, registers: Registers) -> Document | None:
    """What the register has under the id that a citation gives."""
    return registers.documents.get(citation.document) if citation.document else None


def _structured(path: Route, role: Role, citation: Citation, registers: Registers) -> Mention:
    row = known(citation, registers)
    own = {name: getattr(citation, name) for name in FIELDS if getattr(citation, name)}
    whole: dict[str, Any] = {name: own.get(name) or getattr(row, name, "") for name in FIELDS}
    spots = {name: ((*path, name), str(own[name])) for name in own if name != "date"}
    if "date" in own:
        spots["date"] = (*path, "date"), ""
    if citation.document:
        spots |= {name: ((*path, "document"), "") for name in FIELDS if name not in own}
    day = whole["date"] or None
    return Mention(
        path,
        role,
        type=whole["type"],
        day=day,
        year=day.year if day else None,
        issuer=whole["issuer"],
        subject=whole["subject"],
        document=citation.document or "",
        spots=spots,
        **_symbol(whole["number"], registers),
    )


def _read(
    path: Route, role: Role, text: str, cited: CitedDocument, registers: Registers
) -> Mention:
    pieces = {name: getattr(cited, name) for name in ("number", "date", "issuer")}
    spots = {name: (path, piece.text) for name, piece in pieces.items() if piece}
    spots["all"] = path, text[cited.start : cited.end]
    if cited.type:
        spots["type"] = path, text[cited.start : cited.end]
    subject = cited.name.text if cited.name else ""
    return Mention(
        path,
        role,
        type=cited.type,
        day=cited.day,
        year=cited.year,
        issuer=cited.issuer.text if cited.issuer else "",
        subject=subject or (_rest(text[cited.end :]) if role == "basis" else ""),
        spots=spots,
        **_symbol(cited.number.text if cited.number else "", registers),
    )


def _rest(text: str) -> str:
    """What follows a basis up to its mark: its subject."""
    return re.split(r";", text, maxsplit=1)[0].strip(_MARKS)


def _symbol(number: str, registers: Registers) -> dict[str, Any]:
    """A number with what the grammar makes of it."""
    return _parted(number, registers.agencies)


@lru_cache(maxsize=5_000)
def _parted(number: str, agencies: Agencies) -> dict[str, Any]:
    symbols = symbols_of(agencies)
    right = symbols.mended(number) if number else ""
    try:
        symbol = DocumentNumber.parse(right)
    except ValueError:
        return {"number": number, "right": right}
    body = symbols.body(symbol)
    return {"number": number, "right": right, "symbol": symbol, "body": body}
