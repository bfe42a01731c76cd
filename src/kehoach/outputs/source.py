"""From a Word file to Jinja source: the only place that knows docxtpl.

docxtpl defines the tag language (`{%p`, `{%tr`, `{{r`, ...) and this module lets it patch the XML
of each part exactly as its own `render` does; what it does to the XML *after* rendering is offered
here too, for the few documents that need it (`fix_tables`, `resolve_controls`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach.outputs.paragraphs import Elements, elements
from kehoach.word.fault import WordFileError
from kehoach.word.opc import FOOTNOTES
from kehoach.word.xmltext import DECLARATION

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_ESCAPED = {
    shown: f"{{{{ '{meant}' }}}}"
    for shown, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
}
_ESCAPE = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_SPLIT_BRACES = re.compile(r"(?<={)(<[^>]*>)+(?=[\{%\#])|(?<=[%\}\#])(<[^>]*>)+(?=\})", re.DOTALL)
_CONTROLS = ("\n", "\t")  # docxtpl knows \a and \f too: no value may hold them here
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_TAG = re.compile(r"\{(?:<[^>]*>)*[{%#_]|[}%]_[%}]|[%}](?:<[^>]*>)*\}")
_PERCENT = "\ue025"  # stands for a % inside a tag, which docxtpl takes for the tag's end
_INNER_PERCENT = re.compile(r"(?<=[^{}%])%(?=[^{}%])")
_WHOLE_TAG = re.compile(r"\{[{%](?:<[^>]*>|[^{}<])*[%}]\}")
_CELL_LOOPS = re.compile(r"\{[{%]tc\s|\{%\s*(?:colspan|hm)\b")


@dataclass(frozen=True, slots=True)
class PartSource:
    """One part: `raw` is its XML with Word's split runs, `jinja()` the source to compile."""

    name: str
    raw: str

    @property
    def holds_footnotes(self) -> bool:
        """Whether it is the part of the footnotes."""
        return "</w:footnotes>" in self.raw

    @property
    def has_tags(self) -> bool:
        """Whether Jinja has anything to do here."""
        return _TAG.search(self.raw) is not None

    @property
    def changes_columns(self) -> bool:
        """Whether its tags can make a table's cells differ from the grid drawn in Word."""
        return _CELL_LOOPS.search(merged(self.raw)) is not None

    @property
    def elements(self) -> Elements:
        """Its paragraphs, rows and cells as drawn in Word."""
        return elements(self.raw)

    def jinja(self) -> str:
        """The part as Jinja source."""
        return jinja_source(self.raw)


def merged(raw: str) -> str:
    """The XML with the two characters of each tag's brackets brought together."""
    return _SPLIT_BRACES.sub("", raw)


def jinja_source(raw: str) -> str:
    """What docxtpl makes of a part's XML; its escapes (`{_{`) become constants."""
    patched = _stateless().patch_xml(_WHOLE_TAG.sub(_hide_percents, merged(raw)))
    return _ESCAPE.sub(lambda found: _ESCAPED[found[0]], patched).replace(_PERCENT, "%")


def _hide_percents(found: re.Match[str]) -> str:
    tag = found[0]
    return tag[:2] + _INNER_PERCENT.sub(_PERCENT, tag[2:-2]) + tag[-2:] if "%" in tag[2:-2] else tag


def read_sources(data: bytes) -> list[PartSource]:
    """The document first, then its headers and footers and the footnotes, as docxtpl reads them.

    Raises:
        WordFileError: the bytes are no Word document, or its parts do not fit together.
    """
    word = _opened(data)
    found = [PartSource(_name(word.docx.part), _document(word))]
    for uri in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(uri):
            found.append(PartSource(_name(part), DECLARATION + word.get_part_xml(part)))
    found += (_footnotes(part) for part in word.docx.part.package.parts if _is_footnotes(part))
    return list({one.name: one for one in found}.values())


def _opened(data: bytes) -> DocxTemplate:
    from docxtpl import DocxTemplate

    word = DocxTemplate(io.BytesIO(data))
    try:
        word.init_docx()
    except Exception as error:  # python-docx raises whatever a damaged package leads it to
        told = "các phần của tệp không khớp nhau (tệp hỏng); mở bằng Word rồi lưu lại"
        raise WordFileError(told) from error
    return word


def _document(word: DocxTemplate) -> str:
    """The whole part; docxtpl patches its body alone, and the root around it holds no tags."""
    root = word.docx._element  # noqa: SLF001 - as docxtpl's own build_xml
    return DECLARATION + str(word.xml_to_string(root))


def _footnotes(part: Any) -> PartSource:
    return PartSource(_name(part), DECLARATION + _PROLOG.sub("", part.blob.decode(), count=1))


def _is_footnotes(part: Any) -> bool:
    return bool(part.content_type == FOOTNOTES.content_type)


def _name(part: Any) -> str:
    return str(part.partname).removeprefix("/")


@cache
def _stateless() -> DocxTemplate:
    """patch_xml, fix_tables and resolve_listing use no state of the object they hang on."""
    from docxtpl import DocxTemplate

    return DocxTemplate(io.BytesIO())


def fix_tables(document_xml: str) -> str:
    """Fit each table's grid to its cells, as docxtpl does after every rendering."""
    from lxml import etree

    start = document_xml.index("<w:document")
    tree = _stateless().fix_tables(document_xml[start:])
    return DECLARATION + str(etree.tostring(tree, encoding="unicode"))


def resolve_controls(xml: str) -> str:
    """Line breaks and tabs inside values, as docxtpl's `resolve_listing` has them.

    Only the paragraphs that hold such a character are touched.
    """
    start = len(DECLARATION) if xml.startswith(DECLARATION) else 0
    if not any(xml.find(one, start) >= 0 for one in _CONTROLS):
        return xml
    return _PARAGRAPH.sub(_resolve_one, xml)


def _resolve_one(found: re.Match[str]) -> str:
    paragraph = found[0]
    if not any(one in paragraph for one in _CONTROLS):
        return paragraph
    resolve: Callable[[str], str] = _stateless().resolve_listing
    return resolve(paragraph)
