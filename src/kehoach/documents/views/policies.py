"""Policies with money of their own, one dash each."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents.context import Block, under
from kehoach.documents.sections import SectionWriter
from kehoach.documents.texts import blocks_of
from kehoach.plan import Policy, Section
from kehoach.plan.walk import chosen_items


def blocks(section: Section, writer: SectionWriter) -> Iterator[Block]:
    """The policy's own sentence, the section's pattern, or its title and amount."""
    for policy in chosen_items(writer.scope.plan, section):
        if section.item:
            blocks = writer.pattern(section.item, policy)
        else:
            blocks = blocks_of(policy.text or _sentence(policy))
        yield from under(policy.id, blocks)


def _sentence(policy: Policy) -> str:
    amount = policy.budget.amount if policy.budget else None
    return f"- {policy.title}: {amount.text}." if amount else f"- {policy.title}."
