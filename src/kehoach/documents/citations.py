"""Legal bases and proposals as sentences (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

import datetime as dt

from kehoach.documents.scope import Scope
from kehoach.formats.dates import date_long, date_short
from kehoach.plan import Citation, LegalBasis, Proposal, Style


def legal_bases(
    scope: Scope, bases: tuple[LegalBasis, ...], proposal: Proposal | None
) -> list[str]:
    """The bases as printed: one a line, or run into paragraphs, each with its mark."""
    style = scope.plan.style
    items = [basis_text(scope, one) for one in bases]
    if proposal:
        items.append(proposal_text(scope, proposal))
    if not items:
        return []
    marked = [_marked(item, ";") for item in items[:-1]] + [_marked(items[-1], style.last_basis)]
    if style.legal_bases == "lines":
        return marked
    opens = [bool(one.lead) or bool(one.text) for one in bases]
    return _run_in(marked, opens if proposal is None else [*opens, proposal.lead[:1].isupper()])


def with_preamble(
    style: Style, bases: list[str], preamble: list[str]
) -> tuple[list[str], list[str]]:
    """Where run-in bases end in a comma, the preamble goes on in their last paragraph."""
    if style.legal_bases != "run-in" or not (bases and preamble) or not bases[-1].endswith(","):
        return bases, preamble
    first, *rest = preamble
    return [*bases[:-1], f"{bases[-1]} {first}"], rest


def _marked(text: str, mark: str) -> str:
    return text if text.endswith((";", ",", ".")) else text + mark


def _run_in(items: list[str], opens: list[bool]) -> list[str]:
    """Join what opens no paragraph (no lead word, or one in small letters) to what is before it."""
    paragraphs: list[str] = []
    for item, opening in zip(items, opens, strict=True):
        if paragraphs and not opening:
            paragraphs[-1] += f" {item}"
        else:
            paragraphs.append(item)
    return paragraphs


def basis_text(scope: Scope, basis: LegalBasis) -> str:
    """One basis: lead word, type, number, date, issuer, subject."""
    if basis.text:
        return basis.text
    return f"{basis.lead} {citation_text(completed(scope, basis), scope.plan.style)}".strip()


def proposal_text(scope: Scope, proposal: Proposal) -> str:
    """`Theo đề nghị của ... tại Tờ trình số ... ngày ...`."""
    cited = citation_text(completed(scope, proposal), scope.plan.style)
    return f"{proposal.lead} {proposal.by}" + (f" tại {cited}" if cited else "")


def completed(scope: Scope, citation: Citation) -> Citation:
    """The citation with what the register of documents knows of it."""
    known = scope.registers.documents.get(citation.document) if citation.document else None
    if known is None:
        return citation
    fields = ("type", "number", "date", "issuer", "subject")
    missing = {name: getattr(known, name) for name in fields if not getattr(citation, name)}
    return citation.model_copy(update=missing)


def citation_text(citation: Citation, style: Style) -> str:
    """A document in full: a law by its name and date, others with number and issuer."""
    word = style.number_word if citation.number_word is None else citation.number_word
    number = f"{word} {citation.number}".strip() if citation.number else ""
    law = not citation.number
    parts = [citation.type, citation.subject if law else "", number]
    text = " ".join(part for part in parts if part)
    if citation.date:
        write = date_long if style.dates == "long" else _short
        text += f"{',' if citation.comma else ''} {write(citation.date)}"
    issuer = f"của {citation.issuer}" if citation.issuer and not law else ""
    rest = [issuer, "" if law else citation.subject]
    return " ".join([text, *(part for part in rest if part)])


def _short(day: dt.date) -> str:
    return f"ngày {date_short(day)}"
