"""The paragraphs of each document type, with the tags that the program fills."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.outputs.rules import rule
from kehoach.word.metrics import line_width
from word.xml import cell, control, frame, legible, paragraph, repeated, row, table

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True)
class Page:
    """Paper and margins in twips (Mục I: A4; top, bottom 20-25, left 30-35, right 15-20 mm).

    The least of each range: the most text on a page, and the letterhead's right half holds the
    name of the nation on one line at 13 pt. The page number stands in the middle of the margin.
    """

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 851
    header: int = 425

    @property
    def text(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right

    def section(self, *, restart: bool = False) -> str:
        """The section's properties: page number above the text, none on the first page."""
        orient = ' w:orient="landscape"' if self.width > self.height else ""
        start = '<w:pgNumType w:start="1"/>' if restart else ""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:headerReference w:type="first" r:id="rIdFirst"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{orient}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}"'
            f' w:left="{self.left}" w:header="{self.header}" w:footer="{self.header}"'
            f' w:gutter="0"/>{start}<w:titlePg/></w:sectPr>'
        )


PORTRAIT = Page()
LANDSCAPE = Page(width=16838, height=11906)

LEFT = 3794  # the official form's 3828 + 5613 twips, fitted to the text's width
HEAD = (LEFT, PORTRAIT.text - LEFT)
SIGN = (4100, PORTRAIT.text - 4100)


URGENCIES = {"KHẨN": 1134, "THƯỢNG KHẨN": 2268, "HỎA TỐC": 1701}
"""The widths of the frames: 20, 40 and 30 mm (Mục III khoản 2)."""
_FRAME_HEIGHT = 454  # 8 mm
_SHORT_RULE = 1418  # 25 mm: under the reference to the act Mẫu 2.1 has a short rule of any length


def _rule(text: str, share: str, size: int = 14, column: int = 0) -> str:
    return paragraph(
        "Rule", inner=legible("{{r " + f"{text} | rule({share}, {size}, {column})" + " }}")
    )


def _urgency() -> str:
    """Ô 10b: the word in a red frame of its own size."""
    parts = []
    for index, (word, width) in enumerate(URGENCIES.items()):
        parts.append(control(f'{"elif" if index else "if"} letterhead.urgency == "{word}"'))
        parts.append(frame(width, _FRAME_HEIGHT, paragraph("Urgency", "{{ letterhead.urgency }}")))
    return "".join([*parts, control("endif"), paragraph("Tail")])


def letterhead() -> str:
    """Ô 1 to 4: agency and number on the left, nation and date on the right."""
    agency = cell(
        HEAD[0],
        repeated("for line in letterhead.parent", paragraph("LetterheadParent", "{{ line }}")),
        repeated("for line in letterhead.issuer", paragraph("LetterheadIssuer", "{{ line }}")),
        _rule("letterhead.issuer[-1]", "0.4", 13, HEAD[0]),
    )
    motto = rule(line_width(MOTTO, 28, bold=True))
    nation = cell(
        HEAD[1],
        paragraph("NationalName", NATION),
        paragraph("Motto", MOTTO),
        paragraph("Rule", inner=str(motto)),
    )
    number = cell(
        HEAD[0],
        paragraph("DocumentNumber", "{{ letterhead.number }}"),
        repeated("if letterhead.urgency", _urgency()),
    )
    dated = cell(HEAD[1], paragraph("PlaceDate", "{{ letterhead.dated }}"))
    rows = (
        row(agency, nation),
        _steering_row("{%tr if letterhead.number %}"),
        row(number, dated),
        _steering_row("{%tr endif %}"),
    )
    # LibreOffice puts an empty line over a table that opens a document with footnotes.
    return paragraph("Tail") + table(HEAD, *rows)


def _steering_row(tag: str) -> str:
    return row(cell(HEAD[0], paragraph("Control", tag)), cell(HEAD[1]))


_KINDS = {
    "heading_1": "Heading1",
    "heading_2": "Heading2",
    "heading_3": "Heading3",
    "heading_4": "Heading4",
    "paragraph": "BodyText",
    "dash": "Dash",
    "plus": "Plus",
    "article": "Article",
    "table_title": "TableTitle",
    "table_unit": "TableUnit",
    "table_note": "TableNote",
}
_TEXTS = ("paragraph", "dash", "plus", "article")


def body() -> str:
    """One sample paragraph for each kind of block, in its style."""
    text = "{{r block.text | runs }}"
    last = f"if loop.last and block.kind in {_TEXTS}"
    parts = [control("for block in body"), control(last), paragraph("LastText", text)]
    for kind, style in _KINDS.items():
        parts += (control(f'elif block.kind == "{kind}"'), paragraph(style, text))
    parts += (control("else"), paragraph("TableText", "{{p block.table | table }}"))
    parts.append(paragraph("Tail"))  # Word makes one table of two that touch
    return "".join([*parts, control("endif"), control("endfor")])


def signature() -> str:
    """Ô 7 and 9b: receiving list on the left, signature on the right, never parted."""
    receiving = cell(
        SIGN[0],
        control("if recipients"),
        paragraph("RecipientsTitle", "Nơi nhận:"),
        repeated("for item in recipients.items", paragraph("Recipients", "{{ item }}")),
        *_or_nothing(),
    )
    signer = cell(
        SIGN[1],
        control("if signature"),
        repeated("for line in signature.lines", paragraph("SignerTitle", "{{ line }}")),
        paragraph("SignerName", "{{ signature.name }}"),
        *_or_nothing(),
    )
    return (
        control("if recipients or signature")
        + table(SIGN, row(receiving, signer), top=240)
        + paragraph("Tail")
        + control("endif")
    )


def _or_nothing() -> tuple[str, ...]:
    """A cell must hold a paragraph."""
    return control("else"), paragraph("Tail"), control("endif")


def bases() -> str:
    """Ô 6: the legal bases, one a line."""
    return repeated("for basis in legal_bases", paragraph("LegalBasis", "{{r basis | runs }}"))


def plan() -> str:
    """Mẫu 1.4, and the attached text of Mẫu 1.3."""
    return (
        letterhead()
        + paragraph("DocumentType", "{{ type_name }}")
        + paragraph("Subject", "{{ subject }}")
        + repeated("if reference", paragraph("Reference", "{{ reference }}"))
        + _rule("subject", "0.4")
        + bases()
        + repeated("for text in preamble", paragraph("BodyText", "{{r text | runs }}"))
        + body()
        + signature()
    )


def decision() -> str:
    """Mẫu 1.2 and 1.3."""
    return (
        letterhead()
        + paragraph("DocumentType", "{{ type_name }}")
        + paragraph("Subject", "{{ subject }}")
        + _rule("subject", "0.4")
        + paragraph("Authority", "{{ authority }}")
        + bases()
        + paragraph("Verb", "{{ verb }}")
        + body()
        + signature()
    )


def appendix() -> str:
    """Mẫu 2.1 and 2.2."""
    return (
        repeated("if signing_line", paragraph("SigningLine", "{{ signing_line }}"))
        + repeated("if label", paragraph("AppendixLabel", "{{ label }}"))
        + paragraph("AppendixTitle", "{{ title }}")
        + paragraph("Reference", "{{ reference }}")
        + paragraph("Rule", inner=str(rule(_SHORT_RULE)))
        + body()
    )


PAGES: dict[str, tuple[str, str]] = {
    "quyet-dinh": (decision(), PORTRAIT.section()),
    "ke-hoach": (plan(), PORTRAIT.section()),
    "phu-luc": (appendix(), PORTRAIT.section(restart=True)),
    "phu-luc-ngang": (appendix(), LANDSCAPE.section(restart=True)),
}
