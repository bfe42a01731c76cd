"""A Word file as it will look: what `measure` gives.

Lengths are in twips (1/20 pt), sizes in half points.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look."""

    text: str
    fonts: tuple[str, ...] = ()
    half_points: int = 20
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    color: str = "auto"
    page_field: bool = False

    @property
    def shown(self) -> str:
        """The text in the letters that are printed."""
        return self.text.upper() if self.caps else self.text


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in a table a paragraph stands, and how wide its text may run."""

    table: int
    row: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A straight line; `above` is the paragraph whose text it stands under, None for none."""

    length: int
    paragraph: int
    above: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its effective properties; `index` is its place in the document."""

    index: int
    section: int
    runs: tuple[Run, ...]
    style: str = ""
    style_id: str = ""
    align: str = "left"
    first: int = 0
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    line_rule: str = "auto"
    contextual: bool = False
    outline: int | None = None
    keep_next: bool = False
    break_before: bool = False
    numbered: bool = False
    boxed: bool = False
    mark: int = 20
    cell: CellPlace | None = None
    rules: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The letters that are printed, capitals by property included."""
        return "".join(run.shown for run in self.runs)

    @property
    def words(self) -> str:
        """The text with white space evened out."""
        return " ".join(self.text.split())

    @property
    def looks(self) -> tuple[Run, ...]:
        """The runs that show a letter or a figure."""
        return tuple(run for run in self.runs if any(one.isalnum() for one in run.text))

    @property
    def half_points(self) -> int:
        """The size of its first letters, or of its mark, which gives an empty one its height."""
        return self.looks[0].half_points if self.looks else self.mark

    @property
    def bold(self) -> bool:
        """Whether all of its letters are bold."""
        return bool(self.looks) and all(run.bold for run in self.looks)

    @property
    def italic(self) -> bool:
        """Whether all of its letters are italic."""
        return bool(self.looks) and all(run.italic for run in self.looks)


@dataclass(frozen=True, slots=True)
class Header:
    """A header or footer as one of a section's three kinds."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def page_number(self) -> Paragraph | None:
        """The paragraph that shows the page's number."""
        fields = (one for one in self.paragraphs if any(run.page_field for run in one.runs))
        return next(fields, None)


@dataclass(frozen=True, slots=True)
class PageSection:
    """Pages of one size; `headers` and `footers` by kind, those of earlier sections inherited."""

    width: int = 0
    height: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    left: int = 0
    gutter: int = 0
    header: int = 0
    landscape: bool = False
    title_page: bool = False
    continuous: bool = False
    page_start: int | None = None
    headers: tuple[tuple[str, Header], ...] = ()
    footers: tuple[tuple[str, Header], ...] = ()

    @property
    def text_width(self) -> int:
        """How wide a line may run."""
        return self.width - self.left - self.right - self.gutter

    def header_of(self, kind: str) -> Header:
        """The header of a kind: default or first."""
        return dict(self.headers).get(kind, Header())

    def footer_of(self, kind: str) -> Header:
        """The footer of a kind: default or first."""
        return dict(self.footers).get(kind, Header())


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row: whether it repeats on each page, may split, and its cells' widths."""

    header: bool
    whole: bool
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """A table outside other tables; `start` is the index of its first paragraph."""

    bordered: bool
    rows: tuple[MeasuredRow, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page."""

    identity: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A whole document."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[PageSection, ...]
    tables: tuple[MeasuredTable, ...]
    rules: tuple[DrawnRule, ...]
    footnotes: tuple[Footnote, ...]
    language: str

    def text_width(self, paragraph: Paragraph) -> int:
        """How wide a line of this paragraph may run."""
        outer = paragraph.cell.width if paragraph.cell else self.section_of(paragraph).text_width
        return outer - paragraph.left - paragraph.right

    def section_of(self, paragraph: Paragraph) -> PageSection:
        """The section that a paragraph stands in."""
        return self.sections[min(paragraph.section, len(self.sections) - 1)]

    def table_of(self, paragraph: Paragraph) -> MeasuredTable | None:
        """The table that a paragraph stands in."""
        return self.tables[paragraph.cell.table] if paragraph.cell else None
