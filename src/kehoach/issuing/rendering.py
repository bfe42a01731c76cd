"""From a checked plan to its Word files: document types fill the office's templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.diagnostics import Diagnostic
from kehoach.documents import TYPES, Scope, appendix
from kehoach.documents.texts import one_line
from kehoach.formats import FILTERS
from kehoach.origin import Origin

if TYPE_CHECKING:
    from kehoach.outputs.footnotes import Footnotes
    from kehoach.outputs.template import Template

SHIPPED = next(
    folder
    for folder in (Path(__file__).parents[1] / "templates", Path(__file__).parents[3] / "templates")
    if folder.is_dir()
)
"""The default templates: inside the installed package, or at the top of the source tree."""


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file: its name inside the plan's output folder, and its bytes."""

    name: str
    data: bytes


class MissingTemplateError(FileNotFoundError):
    """No folder has the template of this variant."""


class Templates:
    """The Word templates, the office's own before the default ones; each is compiled once."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = (*folders, SHIPPED)
        self._compiled: dict[Path, Template] = {}

    def path(self, stem: str, variant: str) -> Path:
        """Where the template of a document type and variant lies."""
        names = [f"{stem}.{variant}.docx"] if variant else [f"{stem}.docx"]
        found = (folder / name for folder in self._folders for name in names)
        path = next((one for one in found if one.is_file()), None)
        if path is None:
            raise MissingTemplateError(names[0])
        return path

    def get(self, stem: str, variant: str = "") -> Template:
        """The compiled template."""
        path = self.path(stem, variant)
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
    from kehoach.word.package import NotWordFileError, read_package

    try:
        read_package(data)
    except NotWordFileError as error:
        raise TemplateError(name, (TemplateFault("syntax", str(error), name, 0, ""),)) from error
    return Template(data, name, {**FILTERS, **page_filters(data)})


def missing_variant(templates: Templates, variant: str) -> list[Diagnostic]:
    """A variant that no document type has a template for."""
    stems = [one.STEM for one in (*TYPES, appendix)]
    for stem in stems:
        try:
            templates.path(stem, variant)
        except MissingTemplateError:
            continue
        return []
    names = ", ".join(f"{stem}.{variant}.docx" for stem in stems)
    message = f"không có mẫu Word nào của biến thể '{variant}'"
    return [
        Diagnostic("missing-template", message, ("variant",), f"Cần một trong các tệp: {names}.")
    ]


Prepare = Callable[[Any], Any]
"""What is done to a context before its template sees it."""


def _as_is(context: Any) -> Any:
    return context


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a dossier's documents are made: the templates of a variant, the contexts prepared.

    `origin` is noted in each document, where it is known.
    """

    templates: Templates
    variant: str
    prepare: Prepare
    origin: Origin | None

    def template(self, stem: str) -> Template:
        return self.templates.fitting(stem, self.variant)

    def appendix(self, orientation: str) -> Template:
        landscape = orientation == "landscape"
        return self.template(appendix.LANDSCAPE_STEM if landscape else appendix.STEM)

    def values(self, context: Any) -> dict[str, Any]:
        return named(self.prepare(context))

    def custom(self, name: str, template: Template) -> dict[str, str]:
        return self.origin.properties(name, template.name, template.digest) if self.origin else {}


def render(
    scope: Scope,
    templates: Templates,
    variant: str = "",
    prepare: Prepare = _as_is,
    origin: Origin | None = None,
) -> Iterator[Output]:
    """Each document of the dossier. TemplateError where a template cannot be filled."""
    holder = "ke-hoach" if scope.plan.wrapped != "inline" else "quyet-dinh"
    desk = _Desk(templates, variant, prepare, origin)
    for kind in TYPES:
        if kind.wanted(scope):
            yield _document(scope, desk, kind, with_appendices=holder == kind.STEM)
    for index, one in enumerate(scope.plan.appendices):
        if one.separate:
            yield _separate(scope, desk, index)


def _document(scope: Scope, desk: _Desk, kind: Any, *, with_appendices: bool) -> Output:
    from kehoach.outputs.join import Part, join

    template = desk.template(kind.STEM)
    values = desk.values(kind.context(scope))
    notes = _footnotes(scope)
    xml = template.document_xml(values, footnotes=notes)
    parts = []
    for index, one in enumerate(scope.plan.appendices if with_appendices else ()):
        if not one.separate:
            context = desk.values(appendix.context(scope, index))
            filled = desk.appendix(one.orientation).document_xml(context, footnotes=notes)
            parts.append(Part(filled))
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
        footnotes=_footnotes(scope),
    )
    return Output(name, data)


def _footnotes(scope: Scope) -> Footnotes:
    from kehoach.outputs.footnotes import Footnotes

    return Footnotes({key: one_line(text) for key, text in scope.plan.footnotes.items()})


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
