"""The frame that every document has: letterhead, receiving list, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kehoach.documents.context import Block, Letterhead, ReceivingList, Signature
from kehoach.documents.scope import Scope
from kehoach.documents.texts import ended
from kehoach.formats.dates import date_blank, date_long
from kehoach.formats.symbols import document_number
from kehoach.plan import Recipient, Signer


def letterhead(scope: Scope, *, numbered: bool = True) -> Letterhead:
    """Ô 1-4; the attached text of Mẫu 1.3 has neither number nor date."""
    plan = scope.plan
    return Letterhead(
        parent=tuple(line.upper() for line in plan.issuer.parent),
        issuer=tuple(line.upper() for line in _issuer_lines(scope)),
        number=f"Số: {document_number(plan.number, plan.symbol)}" if numbered else "",
        dated=f"{plan.place}, {_day(scope)}" if numbered else "",
        urgency=plan.urgency.upper() if numbered else "",
    )


def _issuer_lines(scope: Scope) -> tuple[str, ...]:
    issuer = scope.plan.issuer
    return issuer.printed if issuer.lines else type(issuer)(name=scope.issuer_name).printed


def _day(scope: Scope) -> str:
    """The date of issue, or the blanks that the clerk fills in (NĐ 30/2020, Điều 15)."""
    plan = scope.plan
    if plan.issued_on:
        return date_long(plan.issued_on)
    return date_blank(None, plan.issue_year or scope.today.year)


def receiving(recipients: Sequence[Recipient], archive: str) -> ReceivingList | None:
    """Ô 9b: dashes, `;` after each, the archive line last with `.`."""
    items = [ended(f"- {one.text}", ";") for one in recipients]
    if archive:
        items.append(ended(f"- Lưu: {archive}", "."))
    return ReceivingList(tuple(items)) if items else None


def signature(signer: Signer | None) -> Signature | None:
    """Ô 7."""
    return Signature(signer.lines, signer.name) if signer else None


def reference_to_act(scope: Scope, act: str) -> str:
    """`(Kèm theo Quyết định số ... ngày ... của ...)`; a draft has blanks (Phụ lục I, Mục III)."""
    plan = scope.plan
    number = document_number(plan.number, plan.symbol)
    word = plan.style.number_word
    return f"(Kèm theo {act} {word} {number} {_day(scope)} của {scope.issuer_name})"


def closed(blocks: Sequence[Block], mark: str) -> tuple[Block, ...]:
    """The blocks with the closing mark after the last paragraph."""
    if not blocks or not mark:
        return tuple(blocks)
    *before, last = blocks
    if last.table is not None or last.text.endswith(mark):
        return tuple(blocks)
    return (*before, replace(last, text=last.text.rstrip(".") + mark))
