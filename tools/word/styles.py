"""The named styles of the default templates (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I and II)."""

from __future__ import annotations

from dataclasses import dataclass

from word.xml import HEAD, ROOT

FONT = "Times New Roman"
INDENT = 567  # 1 cm, Mục II khoản 6 điểm đ
GAP = 120  # 6 pt between paragraphs


@dataclass(frozen=True)
class Style:
    """One paragraph style; sizes in points, distances in twips."""

    key: str
    name: str
    size: int = 14
    align: str = "both"
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    first: int = 0
    next_with: bool = False
    outline: int | None = None
    color: str = ""
    exact: int = 0
    boxed: bool = False
    keep: bool = False
    following: str = ""

    def xml(self) -> str:
        """The w:style element."""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.key}">'
            if self.key not in BUILT_IN
            else f'<w:style w:type="paragraph" w:styleId="{self.key}">'
        ) + (
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="Normal"/>'
            + (f'<w:next w:val="{self.following}"/>' if self.following else "")
            + f"<w:qFormat/><w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self._run()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        line = (
            f'w:line="{self.exact}" w:lineRule="exact"'
            if self.exact
            else 'w:line="240" w:lineRule="auto"'
        )
        parts = [
            "<w:keepNext/>" if self.next_with else "",
            "<w:keepLines/>" if self.keep else "",
            _BOX if self.boxed else "",
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" {line}/>',
            f'<w:ind w:firstLine="{self.first}"/>' if self.first else "",
            f'<w:jc w:val="{self.align}"/>',
            "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
        ]
        return "".join(parts)

    def _run(self) -> str:
        parts = [
            "<w:b/><w:bCs/>" if self.bold else "",
            "<w:i/><w:iCs/>" if self.italic else "",
            f'<w:color w:val="{self.color}"/>' if self.color else "",
            f'<w:sz w:val="{self.size * 2}"/><w:szCs w:val="{self.size * 2}"/>',
        ]
        return "".join(parts)


_BOX = (
    "<w:pBdr>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="1" w:color="FF0000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>"
)
BUILT_IN = {
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "BodyText",
    "Header",
    "FootnoteText",
}


def _heading(level: int, *, bold: bool, italic: bool = False) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        bold=bold,
        italic=italic,
        before=GAP,
        first=INDENT,
        next_with=True,
        outline=level - 1,
        following="BodyText",
    )


def _text(key: str, name: str, *, italic: bool = False) -> Style:
    return Style(key, name, italic=italic, before=GAP, first=INDENT)


def _centred(key: str, name: str, size: int = 14, **more: object) -> Style:
    return Style(key, name, size, "center", **more)  # type: ignore[arg-type]


STYLES = (
    _heading(1, bold=True),
    _heading(2, bold=True),
    _heading(3, bold=True, italic=True),
    _heading(4, bold=False),
    _text("BodyText", "Body Text"),
    _text("Dash", "Gạch đầu dòng"),
    _text("Plus", "Dấu cộng đầu dòng"),
    _text("LegalBasis", "Căn cứ", italic=True),
    _text("Article", "Điều"),
    _centred("LetterheadParent", "Cơ quan chủ quản", 13),
    _centred("LetterheadIssuer", "Cơ quan ban hành", 13, bold=True),
    _centred("NationalName", "Quốc hiệu", 13, bold=True),
    _centred("Motto", "Tiêu ngữ", 14, bold=True),
    _centred("DocumentNumber", "Số, ký hiệu", 13, before=60),
    _centred("PlaceDate", "Địa danh, thời gian", 14, italic=True, before=60),
    _centred("Urgency", "Độ khẩn", 13, bold=True, before=120, color="FF0000", boxed=True),
    _centred("Rule", "Đường kẻ", 2, exact=120, next_with=False),
    _centred("DocumentType", "Tên loại", 14, bold=True, before=360, next_with=True),
    _centred("Subject", "Trích yếu", 14, bold=True, next_with=True),
    _centred("Reference", "Kèm theo", 14, italic=True, next_with=True),
    _centred("Authority", "Thẩm quyền ban hành", 14, bold=True, before=240, after=120),
    _centred("Verb", "Chữ quyết định", 14, bold=True, before=240, after=120, next_with=True),
    Style("RecipientsTitle", "Chữ Nơi nhận", 12, "left", bold=True, italic=True, next_with=True),
    Style("Recipients", "Nơi nhận", 11, "left", next_with=True),
    _centred("SignerTitle", "Chức vụ người ký", 14, bold=True, next_with=True),
    _centred("SignerName", "Họ tên người ký", 14, bold=True, before=1500),
    Style("SigningLine", "Dòng ký số", 10, "right"),
    _centred("AppendixLabel", "Chữ Phụ lục", 14, bold=True, next_with=True, outline=0),
    _centred("AppendixTitle", "Tên phụ lục", 14, bold=True, next_with=True),
    _centred("TableTitle", "Tên bảng", 14, bold=True, before=GAP, next_with=True),
    Style("TableUnit", "Đơn vị tính", 12, "right", italic=True, before=60, next_with=True),
    _centred("TableHeader", "Tiêu đề bảng", 12, bold=True, before=20, after=20),
    Style("TableText", "Chữ trong bảng", 12, "left", before=20, after=20),
    Style("TableNumber", "Số trong bảng", 12, "right", before=20, after=20),
    Style("TableTotal", "Dòng tổng", 12, "left", bold=True, before=20, after=20),
    Style("TableNote", "Ghi chú bảng", 12, italic=True, before=60),
    _centred("Header", "header"),
    Style("FootnoteText", "footnote text", 10),
    Style("Control", "Thẻ điều khiển", 2, "left", exact=20),
    Style("Tail", "Đoạn cuối", 2, "left", exact=20),
)

_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
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
    '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def styles_xml() -> str:
    """word/styles.xml."""
    own = "".join(style.xml() for style in STYLES)
    return f"{HEAD}<w:styles {ROOT}>{_DEFAULTS}{_BASE}{own}</w:styles>"
