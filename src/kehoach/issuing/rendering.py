"""From a checked plan to its Word files: document types fill the office's templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.documents import TYPES, Scope, appendix
from kehoach.documents.marked import marked
from kehoach.documents.texts import one_line
from kehoach.formats import FILTERS
from kehoach.office.templates import MissingTemplateError, template_file
from kehoach.origin import Origin
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
            self._compiled[path] = _template(path.read_bytes(), path.name)
        return self._compiled[path]

    def fitting(self, stem: str, variant: str) -> Template:
        """The variant's template, or the plain one where the variant changes other types only."""
        try:
            return self.get(stem, variant)
        except MissingTemplateError:
            return self.get(stem)


def _template(data: bytes, name: str) -> Template:
    """A template compiled; TemplateError also where the file is no Word file."""
    from kehoach.outputs.faults import TemplateError, TemplateFault
    from kehoach.outputs.page import page_filters
    from kehoach.outputs.template import Template
    from kehoach.word.active import usable
    from kehoach.word.fault import WordFileError

    try:
        data = usable(data)
        return Template(data, name, {**FILTERS, **page_filters(data)})
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

    def template(self, stem: str) -> Template:
        return self.templates.fitting(stem, self.variant)

    def appendix(self, orientation: str) -> Template:
        landscape = orientation == "landscape"
        return self.template(appendix.LANDSCAPE_STEM if landscape else appendix.STEM)

    def values(self, context: Any) -> dict[str, Any]:
        return named(marked(context) if self.keyed else context)

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
    holder = "ke-hoach" if scope.plan.wrapped != "inline" else "quyet-dinh"
    desk = _Desk(templates, variant, origin, keyed)
    for kind in TYPES:
        if kind.wanted(scope):
            yield _document(scope, desk, kind, with_appendices=holder == kind.STEM)
    for index, one in enumerate(scope.plan.appendices):
        if one.separate:
            yield _separate(scope, desk, index)


def _document(scope: Scope, desk: _Desk, kind: Any, *, with_appendices: bool) -> Output:
    from kehoach.outputs.join import FollowingPart, join

    template = desk.template(kind.STEM)
    values = desk.values(kind.context(scope))
    notes = desk.footnotes(scope)
    xml = template.document_xml(values, footnotes=notes)
    parts = []
    for index, one in enumerate(scope.plan.appendices if with_appendices else ()):
        if not one.separate:
            context = desk.values(appendix.context(scope, index))
            filled = desk.appendix(one.orientation).document_xml(context, footnotes=notes)
            parts.append(FollowingPart(filled))
    name = f"{kind.STEM}.docx"
    data = template.package(
        join(xml, parts),
        values,
        properties=_properties(scope, kind.TITLE),
        custom=desk.custom(name, template),
        footnotes=notes,
    )
    return Output(name, data)


def _separate(scope: Scope, desk: _Desk, index: int) -> Output:
    one = scope.plan.appendices[index]
    template = desk.appendix(one.orientation)
    name = f"{appendix.STEM}-{one.id.replace('_', '-')}.docx"
    data = template.render(
        desk.values(appendix.context(scope, index)),
        properties=_properties(scope, one.title),
        custom=desk.custom(name, template),
        footnotes=desk.footnotes(scope),
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
