"""The text of a part: bases, the verb, articles, headings, plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kehoach.layout import patterns
from kehoach.layout.measured import Measured, Paragraph

Found = dict[str, list[Paragraph]]

_TABLE_STYLES = frozenset({"TableTitle", "TableUnit", "TableNote"})
_SHORT = 200  # letters: a bold numbered line longer than this is a sentence, not a title


def body_of(
    paragraphs: Sequence[Paragraph],
    known: Mapping[str, list[Paragraph]],
    start: int,
    measured: Measured,
) -> Found:
    """The elements of the text below the titles; what stands in tables is left out."""
    taken = {one.index for many in known.values() for one in many}
    lines = [
        one
        for one in paragraphs
        if one.cell is None and one.words and one.index > start and one.index not in taken
    ]
    found: Found = {}
    own = _of_tables(paragraphs, measured)
    for name, one in _named(lines):
        found.setdefault("table_own" if one.index in own and name == "text" else name, []).append(
            one
        )
    return found


def _named(lines: Sequence[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    opening = True
    for place, one in enumerate(lines):
        name = _opening(one, lines[place + 1 : place + 2]) if opening else ""
        opening = opening and bool(name) and name != "verb"
        yield name or _kind(one), one


def _opening(one: Paragraph, following: Sequence[Paragraph]) -> str:
    """Authority, basis or verb; "" for the first line of the text itself."""
    if patterns.VERB.fullmatch(one.words):
        return "verb"
    if patterns.BASIS.match(one.words) and _is_basis(one, following):
        return "basis"
    leads = following and (
        patterns.BASIS.match(following[0].words) or patterns.VERB.fullmatch(following[0].words)
    )
    return "authority" if leads and len(one.words) < _SHORT and not one.words.endswith(":") else ""


def _is_basis(one: Paragraph, following: Sequence[Paragraph]) -> bool:
    """A basis ends in `;` or `,`; the last one in `.` when the verb or the text follows it."""
    if one.words.endswith((";", ",")) or one.style_id == "LegalBasis":
        return True
    verb = following and patterns.VERB.fullmatch(following[0].words)
    return bool(verb) or (one.italic and not one.words.endswith(":"))


def _kind(one: Paragraph) -> str:
    if patterns.ARTICLE.match(one.words):
        return "article"
    if patterns.PART.match(one.words) and one.align == "center":
        return "part"
    if one.outline is not None or (one.bold and len(one.words) < _SHORT):
        return _heading(one)
    return "text"


def _heading(one: Paragraph) -> str:
    if patterns.SECTION.match(one.words):
        return "section"
    return "clause" if patterns.CLAUSE.match(one.words) else "heading"


def _of_tables(paragraphs: Sequence[Paragraph], measured: Measured) -> set[int]:
    """Titles, units and notes around a table with lines: the decree is silent on them."""
    edges = {
        place
        for table in measured.tables
        if table.bordered
        for place in (table.start - 2, table.start - 1, table.end, table.end + 1)
    }
    return {one.index for one in paragraphs if _own(one, beside=one.index in edges)}


def _own(one: Paragraph, *, beside: bool) -> bool:
    apart = beside and (one.align in {"center", "right"} or one.italic)
    return apart or one.style_id in _TABLE_STYLES or bool(patterns.TABLE_OWN.match(one.words))
