"""From a checked plan to its Word files: document types fill the office's templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.documents import TYPES, Scope
from kehoach.documents.marked import marked
from kehoach.documents.paper import Paper
from kehoach.documents.texts import one_line
from kehoach.office.templates import MissingTemplateError, template_file
from kehoach.origin import Origin
from kehoach.source import read_regular
from kehoach.word.keys import of_block

if TYPE_CHECKING:
    from kehoach.outputs.footnotes import Footnotes
    from kehoach.outputs.template import Template


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file: its name inside the plan's output folder, and its bytes."""

    name: str
    data: bytes


class Templates:
    """The Word templates, the office's own before the default ones; each is compiled once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._compiled: dict[Path, Template] = {}

    def get(self, stem: str, variant: str = "") -> Template:
        """The compiled template."""
        path = template_file(self._folder, stem, variant)
        if path not in self._compiled:
            self._compiled[path] = _template(read_regular(path), path.name, stem)
        return self._compiled[path]

    def fitting(self, stem: str, variant: str) -> Template:
        """The variant's template, or the plain one where the variant changes other types only."""
        try:
            return self.get(stem, variant)
        except MissingTemplateError:
            return self.get(stem)


def _template(data: bytes, name: str, stem: str) -> Template:
    """A template compiled; TemplateError also where the file is no Word file."""
    from kehoach.issuing.template_review import CONTEXTS, known_names
    from kehoach.outputs.faults import TemplateError, TemplateFault
    from kehoach.outputs.page import page_filters
    from kehoach.outputs.template import Template
    from kehoach.word.active import usable
    from kehoach.word.fault import WordFileError

    try:
        data = usable(data)
        return Template(data, name, page_filters(data), known_names(CONTEXTS[stem]))
    except WordFileError as error:
        fault = TemplateFault("syntax", error.message, error.part or name, 0, "")
        raise TemplateError(name, (fault,)) from error


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a dossier's documents are made: the templates of a variant, with keys or without.

    `origin` is noted in each document, where it is known.
    """

    templates: Templates
    variant: str
    origin: Origin | None
    keyed: bool

    def template(self, paper: Paper) -> Template:
        return self.templates.fitting(paper.template, self.variant)

    def values(self, paper: Paper) -> dict[str, Any]:
        return named(marked(paper.context) if self.keyed else paper.context)

    def footnotes(self, scope: Scope) -> Footnotes:
        from kehoach.outputs.footnotes import Footnotes

        texts = {key: one_line(text) for key, text in scope.plan.footnotes.items()}
        return Footnotes({k: of_block(v, k) for k, v in texts.items()} if self.keyed else texts)

    def custom(self, name: str, template: Template) -> dict[str, str]:
        return self.origin.properties(name, template.name, template.digest) if self.origin else {}


def render(
    scope: Scope,
    templates: Templates,
    variant: str = "",
    origin: Origin | None = None,
    *,
    keyed: bool = False,
) -> Iterator[Output]:
    """Each document of the dossier; with `keyed`, the keys of its blocks in it (`word.keys`).

    Raises:
        TemplateError: a template cannot be filled.
    """
    desk = _Desk(templates, variant, origin, keyed)
    for kind in TYPES:
        for paper in kind.papers(scope):
            yield _file(scope, desk, paper)


def _file(scope: Scope, desk: _Desk, paper: Paper) -> Output:
    """A document with those behind it; values and texts of each in its own template."""
    from kehoach.outputs.join import FollowingPart, join

    template, values, notes = desk.template(paper), desk.values(paper), desk.footnotes(scope)
    xml = template.document_xml(values, footnotes=notes)
    behind = [
        FollowingPart(desk.template(one).document_xml(desk.values(one), footnotes=notes))
        for one in paper.behind
    ]
    name = f"{paper.name}.docx"
    data = template.package(
        join(xml, behind),
        values,
        properties=_properties(scope, paper.title),
        custom=desk.custom(name, template),
        footnotes=notes,
    )
    return Output(name, data)


def named(context: Any) -> dict[str, Any]:
    """A context's fields as the names that a template's tags use."""
    return {one.name: getattr(context, one.name) for one in fields(context)}


def _properties(scope: Scope, title: str) -> dict[str, str]:
    """Core properties; dates are the plan's own, for equal bytes each time."""
    day = f"{scope.date.isoformat()}T00:00:00Z" if scope.plan.issued_on else "2020-03-05T00:00:00Z"
    return {
        "title": title,
        "subject": scope.plan.subject,
        "author": scope.issuer_name,
        "language": "vi-VN",
        "created": day,
        "modified": day,
    }
