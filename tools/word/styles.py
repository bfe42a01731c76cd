"""The named styles of the default templates (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I and II).

A style says only what sets it apart from the one it is based on, so that an office that changes
"Body Text" in Word changes dashes, articles and legal bases with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from word.xml import HEAD, ROOT

FONT = "Times New Roman"
INDENT = 567  # 1 cm, Mục II khoản 6
GAP = 120  # 6 pt between paragraphs, Mục II khoản 6
RED = "FF0000"  # Mục III khoản 2: độ khẩn


@dataclass(frozen=True)
class Style:
    """One paragraph style; sizes in points, distances in twips; what is None is inherited."""

    key: str
    name: str
    based: str = "Normal"
    size: int | None = None
    align: str = ""
    bold: bool = False
    italic: bool = False
    before: int | None = None
    after: int | None = None
    first: int | None = None
    exact: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    color: str = ""
    following: str = ""

    def xml(self) -> str:
        """The w:style element."""
        own = "" if self.name in BUILT_IN else ' w:customStyle="1"'
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph"{own} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based}"/>{following}<w:qFormat/>'
            f"{_inside('pPr', self._paragraph())}{_inside('rPr', self._run())}</w:style>"
        )

    def _paragraph(self) -> str:
        parts = [
            "<w:keepNext/>" if self.keep_next else "",
            "<w:keepLines/>" if self.keep_lines else "",
            self._spacing(),
            "" if self.first is None else f'<w:ind w:firstLine="{self.first}"/>',
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
        ]
        return "".join(parts)

    def _spacing(self) -> str:
        given = {"before": self.before, "after": self.after, "line": self.exact}
        rule = "" if self.exact is None else ' w:lineRule="exact"'
        own = "".join(f' w:{name}="{size}"' for name, size in given.items() if size is not None)
        return f"<w:spacing{own}{rule}/>" if own else ""

    def _run(self) -> str:
        size = 2 * (self.size or 0)
        parts = [
            "<w:b/><w:bCs/>" if self.bold else "",
            "<w:i/><w:iCs/>" if self.italic else "",
            f'<w:color w:val="{self.color}"/>' if self.color else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
        ]
        return "".join(parts)


def _inside(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""


BUILT_IN = {
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "Body Text",
    "header",
    "footnote text",
}


def _heading(level: int, *, bold: bool) -> Style:
    """Upright at every level: the decree knows no italic headings (Mục II khoản 6)."""
    return Style(
        f"Heading{level}",
        f"heading {level}",
        align="both",
        bold=bold,
        before=GAP,
        first=INDENT,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        following="BodyText",
    )


def _centred(key: str, name: str, size: int = 14, *, bold: bool = True, **more: object) -> Style:
    return Style(key, name, size=size, align="center", bold=bold, **more)  # type: ignore[arg-type]


def _title(key: str, name: str, **more: object) -> Style:
    return _centred(key, name, keep_next=True, **more)  # type: ignore[arg-type]


def _cell(key: str, name: str, align: str, *, bold: bool = False) -> Style:
    return Style(key, name, size=12, align=align, bold=bold, before=20, after=20)


STYLES = (
    _heading(1, bold=True),
    _heading(2, bold=True),
    _heading(3, bold=True),
    _heading(4, bold=False),
    Style("BodyText", "Body Text", align="both", before=GAP, first=INDENT),
    Style("Dash", "Gạch đầu dòng", "BodyText"),
    Style("Plus", "Dấu cộng đầu dòng", "BodyText"),
    Style("LegalBasis", "Căn cứ", "BodyText", italic=True),
    Style("Article", "Điều", "BodyText"),
    # The signature never stands on a page without a line of the text that it signs.
    Style("LastText", "Đoạn kết", "BodyText", keep_next=True, keep_lines=True),
    _centred("LetterheadParent", "Cơ quan chủ quản", 13, bold=False),
    _centred("LetterheadIssuer", "Cơ quan ban hành", 13),
    _centred("NationalName", "Quốc hiệu", 13),
    _centred("Motto", "Tiêu ngữ"),
    _centred("DocumentNumber", "Số, ký hiệu", 13, bold=False, after=60),
    _centred("PlaceDate", "Địa danh, thời gian", bold=False, italic=True),
    _centred("Urgency", "Độ khẩn", 13, color=RED),
    _title("DocumentType", "Tên loại", before=360),
    _title("Subject", "Trích yếu"),
    _title("Reference", "Kèm theo", bold=False, italic=True),
    _title("Authority", "Thẩm quyền ban hành", before=GAP),
    _title("Verb", "Chữ quyết định", before=2 * GAP, after=GAP),
    Style(
        "RecipientsTitle",
        "Chữ Nơi nhận",
        size=12,
        align="left",
        bold=True,
        italic=True,
        keep_next=True,
    ),
    Style("Recipients", "Nơi nhận", size=11, align="left", keep_next=True),
    _title("SignerTitle", "Chức vụ người ký"),
    _title("SignerName", "Họ tên người ký", before=1440),  # about four lines for the signature
    Style("SigningLine", "Dòng ký số", size=10, align="right", after=GAP),
    _title("AppendixLabel", "Chữ Phụ lục", outline=0, following="AppendixTitle"),
    _title("AppendixTitle", "Tên phụ lục"),
    _title("TableTitle", "Tên bảng", before=GAP),
    Style(
        "TableUnit",
        "Đơn vị tính",
        size=12,
        align="right",
        italic=True,
        before=60,
        after=40,
        keep_next=True,
    ),
    Style("TableHeader", "Tiêu đề bảng", "TableText", align="center", bold=True),
    _cell("TableText", "Chữ trong bảng", "left"),
    Style("TableNumber", "Số trong bảng", "TableText", align="right"),
    Style("TableTotal", "Dòng tổng", "TableText", bold=True),
    Style("TableNote", "Ghi chú bảng", size=12, align="both", italic=True, before=60),
    _centred("Header", "header", bold=False),
    Style("FootnoteText", "footnote text", size=10, align="both"),
    Style("Rule", "Đường kẻ", size=2, align="center", after=GAP + 60, keep_next=True),
    Style("Tail", "Đoạn đóng", size=1, exact=20),
    # Paragraphs that only hold a tag vanish from the document: they look as comments do.
    Style("Control", "Thẻ điều khiển", size=9, align="left", color="7F7F7F"),
)

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    "</w:style>"
)


def styles_xml() -> str:
    """word/styles.xml."""
    own = "".join(style.xml() for style in STYLES)
    return f"{HEAD}<w:styles {ROOT}>{_DEFAULTS}{_BASE}{own}</w:styles>"
