"""Which paragraph is what: elements known by their place and words, as a clerk knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.layout import patterns
from kehoach.layout.bodies import body_of
from kehoach.layout.measured import Measured, Paragraph

Found = dict[str, list[Paragraph]]

_MOST_TITLE_LINES = 6


@dataclass(frozen=True, slots=True)
class TextPart:
    """The main text, or one appendix: `found` holds the paragraphs of each element by its name."""

    paragraphs: tuple[Paragraph, ...]
    found: Found = field(default_factory=dict)

    def first(self, name: str) -> Paragraph | None:
        """The first paragraph of an element."""
        return next(iter(self.found.get(name, ())), None)

    def last(self, name: str) -> Paragraph | None:
        """The last paragraph of an element."""
        return next(reversed(self.found.get(name, [])), None)


@dataclass(frozen=True, slots=True)
class TextParts:
    """A document as its readers see it: a main text (none in a file of its own) and appendices."""

    main: TextPart | None
    appendices: tuple[TextPart, ...]

    @property
    def all(self) -> tuple[TextPart, ...]:
        """Every part in order."""
        return ((self.main,) if self.main else ()) + self.appendices


def parts_of(measured: Measured, kind: str) -> TextParts:
    """The parts of a document; `kind` "phu-luc" is an appendix in a file of its own."""
    starts = _appendix_starts(measured)
    if kind == "phu-luc" and measured.paragraphs:
        starts = sorted({0, *starts[1:]})
    edges = pairwise([*starts, len(measured.paragraphs)])
    appendices = (_appendix(measured.paragraphs[start:end], measured) for start, end in edges)
    main = measured.paragraphs[: starts[0] if starts else len(measured.paragraphs)]
    return TextParts(_main(main, measured) if main else None, tuple(appendices))


def _appendix_starts(measured: Measured) -> list[int]:
    return [
        one.index
        for one in measured.paragraphs
        if one.cell is None and _opens_appendix(one, measured)
    ]


def _opens_appendix(one: Paragraph, measured: Measured) -> bool:
    following = [two for two in measured.paragraphs[one.index + 1 :][:8] if two.words][:3]
    referred = any(patterns.REFERENCE.match(two.words) for two in following)
    if patterns.LABEL.fullmatch(one.words):  # "Biểu 1" alone is a table's title
        return referred or (one.align == "center" and not patterns.SHEET.match(one.words))
    before = measured.paragraphs[one.index - 1] if one.index else one
    opens = one.words and one.section > before.section
    return bool(opens and referred)


def _whole(pattern: str) -> Callable[[Paragraph], bool]:
    compiled = getattr(patterns, pattern)
    return lambda one: bool(compiled.fullmatch(one.words))


def _starting(pattern: str) -> Callable[[Paragraph], bool]:
    compiled = getattr(patterns, pattern)
    return lambda one: bool(compiled.match(one.words))


def _main(paragraphs: Sequence[Paragraph], measured: Measured) -> TextPart:
    kind = next(
        (one for one in paragraphs if one.cell is None and patterns.type_of(one.words)), None
    )
    at = kind.index if kind else 0
    found: Found = _letterhead([one for one in paragraphs if one.index < at and one.words])
    if kind:
        found["type"] = [kind]
        found |= _titles([one for one in paragraphs if one.index > at])
    found |= _signature([one for one in paragraphs if one.cell and one.words], measured)
    return TextPart(tuple(paragraphs), found | body_of(paragraphs, found, at, measured))


def _letterhead(above: Sequence[Paragraph]) -> Found:
    found: Found = {}
    for name, fits in (
        ("nation", _whole("NATION")),
        ("motto", _whole("MOTTO")),
        ("number", _starting("NUMBER")),
        ("dated", _starting("DATED")),
        ("urgency", _whole("URGENCY")),
    ):
        if hits := [one for one in above if fits(one)]:
            found[name] = hits[:1]
    return found | _agencies(above, found)


def _agencies(above: Sequence[Paragraph], found: Found) -> Found:
    """The agency stands beside the nation: its last lines in bold, those of its superior not."""
    known = {one.index for many in found.values() for one in many}
    nation = found.get("nation", [None])[0]
    beside = [
        one
        for one in above
        if one.index not in known and (nation is None or _row(one) == _row(nation))
    ]
    cut = len(beside)
    while cut and (_named(beside[cut - 1], "LetterheadIssuer", "LetterheadParent") is not False):
        cut -= 1
    cut = min(cut, len(beside) - 1) if beside else 0
    pairs = (("parent", beside[:cut]), ("issuer", beside[cut:]))
    return {name: lines for name, lines in pairs if lines}


def _named(one: Paragraph, style: str, other: str) -> bool | None:
    """Whether it is the issuer's line: by style where that is known, else by its bold letters."""
    if one.style_id in {style, other}:
        return one.style_id == style
    return one.bold


def _row(one: Paragraph) -> tuple[int, int] | None:
    return (one.cell.table, one.cell.row) if one.cell else None


def _titles(below: Sequence[Paragraph]) -> Found:
    """From the type's name to the rule under it: subject and reference."""
    subject: list[Paragraph] = []
    for one in below[:_MOST_TITLE_LINES]:
        if one.cell or _starting("REFERENCE")(one) or (subject and _ends_title(one, subject)):
            break
        if one.words:
            subject.append(one)
        if one.rules:
            break
    references = [one for one in below[:_MOST_TITLE_LINES] if _starting("REFERENCE")(one)]
    return {"subject": subject} | ({"reference": references[:1]} if references else {})


def _ends_title(one: Paragraph, subject: Sequence[Paragraph]) -> bool:
    if one.words:
        return bool(
            _starting("BASIS")(one) or one.align != "center" or one.text == one.text.upper()
        )
    return bool(subject and not one.rules)


def _signature(celled: Sequence[Paragraph], measured: Measured) -> Found:
    title = next((one for one in celled if _whole("RECIPIENTS")(one)), None)
    row = _row(title) if title else _last_plain_row(celled, measured)
    there = [one for one in celled if _row(one) == row]
    column = title.cell.column if title and title.cell else 0
    found: Found = {}
    if title:
        found["recipients_title"] = [title]
        found["recipient"] = [
            one for one in there if _column(one) == column and one.index > title.index
        ]
    return found | _signer([one for one in there if _column(one) != column])


def _last_plain_row(celled: Sequence[Paragraph], measured: Measured) -> tuple[int, int] | None:
    """Where a signature stands without a receiving list: in the last table without lines."""
    plain = [one for one in celled if not measured.tables[one.cell.table].bordered]  # type: ignore[union-attr]
    tables = {one.cell.table for one in plain if one.cell}
    return _row(plain[-1]) if len(tables) > 1 else None


def _signer(lines: Sequence[Paragraph]) -> Found:
    if not lines:
        return {}
    name = lines[-1]
    unsigned = (name.text == name.text.upper() and len(lines) < 3) or _is_office(name)
    found = {"signer": list(lines if unsigned else lines[:-1])}
    return found if unsigned else found | {"signed": [name]}


_OFFICES = ("chủ tịch", "giám đốc", "trưởng", "bộ trưởng", "chánh", "cục trưởng", "hiệu trưởng")


def _is_office(one: Paragraph) -> bool:
    return any(office in one.words.casefold() for office in _OFFICES)


def _column(one: Paragraph) -> int:
    return one.cell.column if one.cell else -1


def _appendix(paragraphs: Sequence[Paragraph], measured: Measured) -> TextPart:
    lines = [one for one in paragraphs if one.words and one.cell is None]
    found: Found = {}
    for name, fits in (("signing_line", _starting("SIGNING_LINE")), ("label", _whole("LABEL"))):
        if lines and fits(lines[0]):
            found[name] = [lines.pop(0)]
    place = next((n for n, one in enumerate(lines) if _starting("REFERENCE")(one)), None)
    if place is not None and place < _MOST_TITLE_LINES:
        found["reference"] = [lines[place]]
    found["title"] = list(lines[:place] if place is not None else lines[:1])
    after = max((one.index for many in found.values() for one in many), default=0)
    return TextPart(tuple(paragraphs), found | body_of(paragraphs, found, after, measured))
