"""Kế hoạch: Mẫu 1.4, or the text attached to a decision (Mẫu 1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents import appendix
from kehoach.documents.citations import legal_bases, with_preamble
from kehoach.documents.context import Block, PlanContext, under
from kehoach.documents.frame import closed, letterhead, receiving, reference_to_act, signature
from kehoach.documents.paper import Paper
from kehoach.documents.scope import Scope
from kehoach.documents.sections import body_blocks
from kehoach.documents.texts import blocks_of

PLACE = 2
TEMPLATES = ("ke-hoach",)
CONTEXT = PlanContext
_TITLE = "Kế hoạch"


def papers(scope: Scope) -> Iterator[Paper]:
    """The plan with its appendices; held by its decision's article it has no document."""
    if scope.plan.wrapped != "inline":
        (stem,) = TEMPLATES
        yield Paper(stem, stem, _TITLE, context(scope), tuple(appendix.inside(scope)))


def context(scope: Scope) -> PlanContext:
    """The values for the template."""
    plan = scope.plan
    attached = plan.wrapped == "attached"
    act = plan.decision.type if plan.decision else "Quyết định"
    bases, preamble = with_preamble(
        plan.style,
        legal_bases(scope, plan.legal_bases, plan.proposal),
        [one.text for one in blocks_of(plan.preamble)],
    )
    return PlanContext(
        letterhead=letterhead(scope, numbered=not attached),
        type_name=_TITLE.upper(),
        subject=plan.subject,
        reference=reference_to_act(scope, act) if attached else "",
        legal_bases=tuple(bases),
        preamble=tuple(preamble),
        body=plan_body(scope),
        recipients=None if attached else receiving(plan.recipients, plan.archive),
        signature=None if attached else signature(plan.signer),
    )


def plan_body(scope: Scope) -> tuple[Block, ...]:
    """The outline and the closing sentence, ended by the closing mark."""
    blocks = [*body_blocks(scope), *under("closing", blocks_of(scope.plan.closing))]
    return closed(blocks, scope.plan.style.closing_mark)
