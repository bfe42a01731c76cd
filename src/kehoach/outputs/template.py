"""A Word template compiled once and filled many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from kehoach.outputs.diagnose import fault_of_filling, told
from kehoach.outputs.drawings import number_drawings
from kehoach.outputs.environment import MOST_TURNS, TURNS, checked, compiled, environment
from kehoach.outputs.faults import TemplateError, TemplateFault
from kehoach.outputs.filters import FILTERS, NOTES
from kehoach.outputs.inspection import inspect
from kehoach.outputs.proof import always_well_formed, refuse_broken
from kehoach.outputs.source import PartSource, fix_tables, read_sources, resolve_controls
from kehoach.word.core import core_xml, read_properties
from kehoach.word.custom import custom_xml
from kehoach.word.opc import CORE, CUSTOM, EMPTY_FOOTNOTES, FOOTNOTES, with_part
from kehoach.word.package import read_package
from kehoach.word.writing import Member, pack, write_package
from kehoach.word.xmltext import encoded

if TYPE_CHECKING:
    from jinja2 import Template as Compiled

    from kehoach.outputs.footnotes import Footnotes
    from kehoach.outputs.names import Known

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PARTS: Mapping[str, bytes] = MappingProxyType({})
_NO_FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType({})
_NOTES_END = "</w:footnotes>"


class Template:
    """A template ready to be filled; holds no state of a filling, so threads may share it.

    Where the names that it may use are `known` (see `inspect_template`) they are looked at too.

    Raises:
        TemplateError: tags that cannot be read, or print nothing right, each with its part,
            paragraph and text.
        ValueError: the bytes are not a Word document.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        filters: Mapping[str, Callable[..., object]] = _NO_FILTERS,
        known: Known | None = None,
    ) -> None:
        self.name = name
        self.digest = sha256(data).hexdigest()
        self._environment = environment({**FILTERS, **filters})
        sources = read_sources(data)
        self._document = sources[0]
        self._fits_tables = self._document.changes_columns
        self._others = [one for one in sources[1:] if one.has_tags]
        self._notes = next((one for one in sources if one.holds_footnotes), None)
        self._compiled = self._compile([self._document, *self._others], known)
        self._keep(read_package(data))

    def _compile(self, sources: list[PartSource], known: Known | None) -> dict[str, Compiled]:
        found = inspect(sources, self._environment, known)
        if found.faults:
            raise TemplateError(self.name, found.faults)
        self._proven = {name for name, tree in found.trees.items() if always_well_formed(tree)}
        return {name: compiled(self._environment, tree) for name, tree in found.trees.items()}

    def _keep(self, parts: dict[str, bytes]) -> None:
        """Compress what no filling changes."""
        core = parts.pop(CORE.name, None)
        self._properties = read_properties(core) if core is not None else {}
        if core is None:
            parts = with_part(parts, CORE, "")
        self._parts = {name: data for name, data in parts.items() if name not in self._compiled}
        self._static = _packed(self._parts)
        self._registered: dict[tuple[bool, bool], dict[str, Member]] = {}

    def _static_with(self, *, notes: bool, custom: bool) -> dict[str, Member]:
        """As `_static`, with the parts registered that are written and the template lacks."""
        lacks = (notes and self._notes is None, custom and CUSTOM.name not in self._parts)
        if lacks not in self._registered:
            parts: Mapping[str, bytes] = self._parts
            parts = with_part(parts, FOOTNOTES, self._document.name) if lacks[0] else parts
            parts = with_part(parts, CUSTOM, "") if lacks[1] else parts
            self._registered[lacks] = self._static | _packed(_changed(self._parts, parts))
        return self._registered[lacks]

    def render(
        self,
        context: Mapping[str, object],
        *,
        properties: Mapping[str, str] = _NONE,
        custom: Mapping[str, str] = _NONE,
        footnotes: Footnotes | None = None,
        extra_parts: Mapping[str, bytes] = _NO_PARTS,
    ) -> bytes:
        """The document as bytes of a .docx; the same input gives the same bytes.

        `properties` (see `core`) go before the template's own, `custom` ones (see `custom`) after
        them; `footnotes` are those that values
        made with `runs` refer to and those the `runs` and `table` filters will; `extra_parts`
        replace or add whole parts.

        Raises:
            TemplateError: a tag that cannot be filled, with its part, paragraph and text.
            ValueError: a value holds a character no XML file may hold.
        """
        return self.package(
            self.document_xml(context, footnotes=footnotes),
            context,
            properties=properties,
            custom=custom,
            footnotes=footnotes,
            extra_parts=extra_parts,
        )

    def document_xml(
        self, context: Mapping[str, object], *, footnotes: Footnotes | None = None
    ) -> str:
        """The filled main part alone, as `join` takes it. Raises as `render`."""
        xml = self._fill(self._document, _scope(context, footnotes))
        return number_drawings(fix_tables(xml) if self._fits_tables else xml)

    def package(  # noqa: PLR0913 - each is another part of the file
        self,
        document_xml: str,
        context: Mapping[str, object],
        *,
        properties: Mapping[str, str] = _NONE,
        custom: Mapping[str, str] = _NONE,
        footnotes: Footnotes | None = None,
        extra_parts: Mapping[str, bytes] = _NO_PARTS,
    ) -> bytes:
        """A main part (of this template, or joined) with this template's other parts around it."""
        notes = footnotes if footnotes is not None and footnotes.used else None
        static = self._static_with(notes=notes is not None, custom=bool(custom))
        filled = dict(self._filled(_scope(context, footnotes)))
        filled[self._document.name] = encoded(document_xml)
        filled[CORE.name] = core_xml(self._own_properties(context) | dict(properties))
        if custom:
            filled[CUSTOM.name] = custom_xml(custom, self._parts.get(CUSTOM.name))
        if notes is not None:
            filled |= self._with_notes(notes, filled)
        filled |= extra_parts
        return write_package((static | _packed(filled)).values())

    def _filled(self, scope: dict[str, object]) -> Iterator[tuple[str, bytes]]:
        for one in self._others:
            yield one.name, encoded(self._fill(one, scope))

    def _fill(self, source: PartSource, scope: dict[str, object]) -> str:
        try:
            filled = self._compiled[source.name].render(scope)
        except Exception as error:
            raise TemplateError(self.name, (fault_of_filling(source, error),)) from error
        resolved = resolve_controls(filled)
        if resolved is not filled or source.name not in self._proven:
            self._refuse_broken(source.name, resolved)
        return resolved

    def _refuse_broken(self, name: str, xml: str) -> None:
        try:
            refuse_broken(xml)
        except ValueError as error:
            fault = TemplateFault("output", f"{error}.", name, 0, "")
            raise TemplateError(self.name, (fault,)) from error

    def _own_properties(self, context: Mapping[str, object]) -> dict[str, str]:
        return {name: self._property(text, context) for name, text in self._properties.items()}

    def _property(self, text: str, context: Mapping[str, object]) -> str:
        if "{" not in text:
            return text
        from markupsafe import Markup

        try:
            tree = checked(self._environment.parse(text), self._environment)
            shown = compiled(self._environment, tree).render(_scope(context, None))
        except Exception as error:
            fault = TemplateFault(*told(error), CORE.name, 0, text)
            raise TemplateError(self.name, (fault,)) from error
        return Markup(shown).unescape()  # noqa: S704 - unescaped at once

    def _with_notes(self, notes: Footnotes, filled: Mapping[str, bytes]) -> dict[str, bytes]:
        """The footnotes part: the template's own notes and separators, then the collected ones."""
        name = self._notes.name if self._notes is not None else FOOTNOTES.name
        before = filled.get(name) or self._parts.get(name, EMPTY_FOOTNOTES)
        head, end, _ = before.decode().rpartition(_NOTES_END)
        return {name: encoded(f"{head}{notes.notes_xml()}{end}")}


def _scope(context: Mapping[str, object], footnotes: Footnotes | None) -> dict[str, object]:
    return {**context, NOTES: footnotes, TURNS: [MOST_TURNS]}


def _packed(parts: Mapping[str, bytes]) -> dict[str, Member]:
    return {name: pack(name, data) for name, data in parts.items()}


def _changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in after.items() if before.get(name) != data}
