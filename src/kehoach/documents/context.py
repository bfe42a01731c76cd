"""What a Word template is given: plain values under the names that its tags use.

The dataclasses are the contract with offices that restyle templates: `kehoach template check`
reports a tag that names nothing here, and a field here that the template never shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, Literal

from kehoach.word.blocks import TableSpec

BlockKind = Literal[
    "heading_1",
    "heading_2",
    "heading_3",
    "heading_4",
    "paragraph",
    "dash",
    "plus",
    "article",
    "table_title",
    "table_unit",
    "table",
    "table_note",
]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body, or one table.

    `text` is in the inline Markdown subset and carries its number; `table` is set for tables.
    `key` says which part of the plan it comes from, so that it is known again in another version;
    templates do not see it. A step of it that opens with "~" is no id: it may change with the text.
    """

    kind: BlockKind
    text: str = ""
    table: TableSpec | None = None
    key: str = field(default="", compare=False, repr=False, metadata={"invisible": True})


def under(step: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a part of the plan, its name before their keys."""
    for one in blocks:
        yield replace(one, key=f"{step}/{one.key}" if one.key else step)


def step_of(item: Any, *otherwise: str) -> str:
    """An item's step in keys: its id, or the first of these texts that there is."""
    named = next((text for text in otherwise if text), "")
    return getattr(item, "id", None) or f"~{' '.join(named.split())[:60]}"


def visible(context: Any) -> list[Field[Any]]:
    """The fields of a context or block that templates see."""
    return [one for one in fields(context) if "invisible" not in one.metadata]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Ô 1 to 4 of the decree's page: the lines are in capitals already.

    `number` is `Số: 05/KH-UBND`, `dated` is `Bắc Kạn, ngày 11 tháng 4 năm 2018`; a
    draft has blanks.
    """

    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    dated: str
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Ô 7: `lines` stand in capitals above the signature, `name` below it."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class ReceivingList:
    """Ô 9b: each line with its dash and closing mark; the archive line last."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanContext:
    """Kế hoạch: Mẫu 1.4, or the attached text of Mẫu 1.3 (then `reference` is set)."""

    letterhead: Letterhead
    type_name: str
    subject: str
    reference: str
    legal_bases: tuple[str, ...]
    preamble: tuple[str, ...]
    body: tuple[Block, ...]
    recipients: ReceivingList | None
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class DecisionContext:
    """Quyết định: Mẫu 1.2 (holds the plan) and Mẫu 1.3 (issues it)."""

    letterhead: Letterhead
    type_name: str
    subject: str
    authority: str
    legal_bases: tuple[str, ...]
    verb: str
    body: tuple[Block, ...]
    recipients: ReceivingList | None
    signature: Signature | None


@dataclass(frozen=True, slots=True)
class AppendixContext:
    """Phụ lục: Mẫu 2.1 and 2.2; `signing_line` only where the appendix is a file of its own."""

    label: str
    title: str
    reference: str
    signing_line: str
    body: tuple[Block, ...]
