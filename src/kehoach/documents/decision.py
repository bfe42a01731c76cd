"""Quyết định: issues the attached plan (Mẫu 1.3), or holds it in its first article (Mẫu 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.documents import appendix
from kehoach.documents.citations import legal_bases
from kehoach.documents.context import Block, DecisionContext, step_of, under
from kehoach.documents.frame import closed, letterhead, receiving, signature
from kehoach.documents.paper import Paper
from kehoach.documents.scope import Scope
from kehoach.documents.sections import SectionWriter, body_blocks
from kehoach.documents.texts import blocks_of
from kehoach.plan import Article, Level

PLACE = 1
TEMPLATES = ("quyet-dinh",)
CONTEXT = DecisionContext


def papers(scope: Scope) -> Iterator[Paper]:
    """The decision, if the plan has one; where it holds the plan, the appendices behind it."""
    if scope.plan.decision is not None:
        behind = appendix.inside(scope) if scope.plan.wrapped == "inline" else ()
        (stem,) = TEMPLATES
        yield Paper(stem, stem, "Quyết định", context(scope), tuple(behind))


def context(scope: Scope) -> DecisionContext:
    """The values for the template."""
    plan, decision = scope.plan, scope.plan.decision
    assert decision is not None
    return DecisionContext(
        letterhead=letterhead(scope),
        type_name=decision.type.upper(),
        subject=decision.subject,
        authority=(decision.authority or scope.issuer_name).upper(),
        legal_bases=tuple(legal_bases(scope, decision.legal_bases, decision.proposal)),
        verb=decision.verb,
        body=closed(list(_articles(scope)), plan.style.closing_mark),
        recipients=receiving(decision.recipients, decision.archive),
        signature=signature(decision.signer or plan.signer),
    )


def _articles(scope: Scope) -> Iterator[Block]:
    decision = scope.plan.decision
    assert decision is not None
    for index, article in enumerate(decision.articles, 1):
        step = step_of(article, article.title, article.text)
        yield from under(step, _article(index, article, scope))
        if index == 1 and scope.plan.wrapped == "inline":
            yield from body_blocks(scope)


def _article(index: int, article: Article, scope: Scope) -> Iterator[Block]:
    """`Điều 1.` in bold (khoản 6 điểm c), with its title where it has one; then its clauses."""
    first, *rest = (
        [*blocks_of(article.text), Block("paragraph")] if article.text else [Block("paragraph")]
    )
    title = f" {article.title}" if article.title else ""
    yield Block("article", f"**Điều {index}.{title}** {first.text}".strip())
    yield from (one for one in rest if one.text)
    yield from SectionWriter(scope, Level(scope.plan.style.numbering, "1.")).all(article.sections)
