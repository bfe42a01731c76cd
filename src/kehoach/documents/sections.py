"""The outline as blocks: titles with computed numbers, texts, views of the plan's data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.documents.context import Block, BlockKind, step_of, under
from kehoach.documents.scope import Scope
from kehoach.documents.texts import blocks_of, upper
from kehoach.plan import Level, Section, top_level
from kehoach.source import Route

_HEADINGS: tuple[BlockKind, ...] = ("dash", "heading_1", "heading_2", "heading_3", "heading_4")


@dataclass(frozen=True, slots=True)
class Heading:
    """What opens a numbered part: its title, how it stands, and the text that follows."""

    title: str = ""
    text: str = ""
    form: str = "heading"
    label: str = ""


@dataclass(frozen=True, slots=True)
class SectionWriter:
    """Writes sections at one level; counts the numbers it has given."""

    scope: Scope
    level: Level
    count: list[int] = field(default_factory=lambda: [0])

    def numbered(self, heading: Heading, form: str = "") -> tuple[list[Block], SectionWriter]:
        """A numbered part: its opening blocks, and the writer of what stands below it."""
        self.count[0] += 1
        label = heading.label or self.level.label(self.count[0])
        below = replace(self, level=self.level.below(self.count[0], form), count=[0])
        return self.opening(label, heading), below

    def opening(self, label: str, heading: Heading) -> list[Block]:
        """Title on a line of its own, title run into the text, or text alone after the number."""
        blocks = blocks_of(heading.text)
        title = f"{label} {heading.title}".strip()
        if heading.title and heading.form == "heading":
            shown = upper(title) if self.level.heading == 1 else title
            return [Block(_HEADINGS[self.level.heading], shown), *blocks]
        lead = self._lead(title, heading)
        if blocks and blocks[0].kind == "paragraph":
            first, *blocks = blocks
            lead = f"{lead} {first.text}".strip()
        return [Block("paragraph", lead), *blocks]

    def _lead(self, title: str, heading: Heading) -> str:
        if not heading.title or heading.form == "sentence":
            return title
        return f"**{title}:**" if self.level.bold_lead else f"{title}:"

    def section(self, section: Section) -> Iterator[Block]:
        """A section of the outline with all that stands in it."""
        heading = Heading(section.title, section.text, section.form, section.number)
        if section.numbered:
            blocks, below = self.numbered(heading, section.numbering)
        else:
            blocks, below = self.opening("", heading), self
        yield from blocks
        if section.view:
            from kehoach.documents.views import VIEWS

            yield from VIEWS[section.view](section, below)
        yield from below.all(section.sections)
        yield from under("ending", blocks_of(section.ending))

    def all(self, sections: Sequence[Section]) -> Iterator[Block]:
        """Sections in order."""
        for section in sections:
            step = step_of(section, section.title, section.text)
            yield from under(step, self.section(section))

    def pattern(self, text: str, this: Any, path: Route = ()) -> list[Block]:
        """A section's pattern filled with one item of the plan's data."""
        filled, _ = self.scope.filler.fill(text, this, path)
        return blocks_of(filled)


def body_blocks(scope: Scope) -> list[Block]:
    """The whole outline."""
    writer = SectionWriter(scope, top_level(scope.plan.style.numbering))
    return list(writer.all(scope.plan.outline))
