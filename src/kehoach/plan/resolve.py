"""Work out every expression of a plan, those of texts that other texts show first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from kehoach.diagnostics import Finding
from kehoach.plan.evaluate import Budget
from kehoach.plan.expressions import Filler, holds_expression, pieces
from kehoach.plan.outline import Section
from kehoach.plan.plan import Plan
from kehoach.plan.projects import Project
from kehoach.plan.walk import chosen_items, sections
from kehoach.source import Memory, Route

_PATTERNS = {(Section, "item")}  # each item of the data fills it in its own turn


def resolve(plan: Plan, memory: Memory | None = None) -> tuple[Plan, list[Finding]]:
    """The plan with every text worked out; a text may show another that holds expressions.

    `memory` is the run's: texts that it has read before are not read again.
    """
    memory, budget = memory or Memory(), Budget()
    failed: dict[Route, str] = {}
    found: list[Finding] = []
    while True:
        walk = _Walk(Filler(plan, memory, budget), failed)
        after = walk.entry(plan, (), None)
        found += walk.found
        if after is plan:
            break
        plan = after
    waiting = [] if budget.spent else walk.waiting
    circles = [_circle(path, text) for path, text in _circling(waiting, failed)]
    return after, [*found, *circles, *_patterns(after, Filler(after, memory, budget))]


def _circling(waiting: list[_Waiting], failed: dict[Route, str]) -> Iterator[tuple[Route, str]]:
    """The texts that wait for themselves, not for one that cannot be worked out."""
    showing: dict[str, list[_Waiting]] = {}
    for one in waiting:
        for piece in pieces(one.shown):
            showing.setdefault(piece, []).append(one)
    stuck = [piece for text in failed.values() for piece in pieces(text)]
    held: set[Route] = set()
    while stuck:
        for one in showing.pop(stuck.pop(), ()):
            held.add(one.path)
            stuck += pieces(one.text)
    return ((one.path, one.text) for one in waiting if one.path not in held)


def _circle(path: Route, text: str) -> Finding:
    piece = next(pieces(text), text)
    message = f"biểu thức {piece} nhắc tới chính đoạn chữ chứa nó, trực tiếp hoặc qua đoạn khác"
    return Finding(
        name="bad-expression",
        message=message,
        path=path,
        hint="Bỏ một chỗ trong vòng.",
        needle=piece,
    )


def _patterns(plan: Plan, filler: Filler) -> Iterator[Finding]:
    """What is wrong with the pattern of a section: the first item that it does not fit."""
    for path, section in sections(plan):
        for one in _filled_in(plan, section):
            _, found = filler.fill(section.item, one, (*path, "item"))
            if found:
                yield from found
                break


def _filled_in(plan: Plan, section: Section) -> list[Any]:
    """The items that the section's pattern is filled with."""
    chosen = chosen_items(plan, section) if section.item else []
    if section.view != "projects":
        return chosen
    return [one for one in chosen if _tells_money(one, section)]


def _tells_money(project: Project, section: Section) -> bool:
    """Beside facets the pattern tells a project's money, where no sentence of its own does."""
    return not project.budget_sentence and bool(project.budget or not section.facets)


class _Waiting(NamedTuple):
    """A text that shows, as `shown`, another one which is not worked out yet."""

    path: Route
    text: str
    shown: str


class _Walk:
    """One pass over the plan's texts, in order.

    A text that shows another which is not worked out yet waits for the next pass: `this` in the
    other is its own entry, not that of the text which shows it.
    """

    def __init__(self, filler: Filler, failed: dict[Route, str]) -> None:
        self.filler = filler
        self.failed = failed
        self.found: list[Finding] = []
        self.waiting: list[_Waiting] = []

    def entry(self, entry: Any, path: Route, this: Any) -> Any:
        """The entry itself when nothing in it changes, else a changed copy."""
        this = entry if "id" in type(entry).model_fields else this
        changed = {}
        for name in type(entry).model_fields:
            old = getattr(entry, name)
            if (type(entry), name) in _PATTERNS:
                continue
            new = self.value(old, (*path, name), this)
            if new is not old:
                changed[name] = new
        return entry.model_copy(update=changed) if changed else entry

    def value(self, value: Any, path: Route, this: Any) -> Any:
        """A field's value, worked out."""
        if isinstance(value, str):
            return self.text(value, path, this) if holds_expression(value) else value
        if isinstance(value, BaseModel):
            return self.entry(value, path, this)
        if isinstance(value, tuple) and value:
            new = [self.value(one, (*path, i), this) for i, one in enumerate(value)]
            same = all(one is two for one, two in zip(new, value, strict=True))
            return value if same else type(value)(new)
        if isinstance(value, dict) and value:
            return self.map(value, path, this)
        return value

    def map(self, value: dict[Any, Any], path: Route, this: Any) -> dict[Any, Any]:
        """A map's values, worked out."""
        new = {key: self.value(one, (*path, str(key)), this) for key, one in value.items()}
        return value if all(new[key] is value[key] for key in value) else new

    def text(self, text: str, path: Route, this: Any) -> str:
        """One text, worked out."""
        if path in self.failed:
            return text
        filled, found = self.filler.fill(text, this, path)
        if found:
            self.found += found
            self.failed[path] = text
            return text
        if not holds_expression(filled):
            return filled
        self.waiting.append(_Waiting(path, text, filled))
        return text
