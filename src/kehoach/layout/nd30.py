"""The numbers of Nghị định 30/2020/NĐ-CP as one table.

A later decree is a second table of the same shape. Sizes in points, lengths in millimetres, each
range from least to most; `None` means that the decree does not say. Clauses are khoản of Phụ lục I,
Phần I: Mục I general, Mục II the main elements, Mục III the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Range = tuple[int, int]
Case = Literal["upper", "lower", ""]


def cited(part: str, number: int) -> str:
    """A khoản of Phụ lục I as messages cite it.

    >>> cited("II", 1)
    'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1'
    """
    return f"Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục {part}, khoản {number}"


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of an element stand; `name` is what messages call it."""

    name: str
    clause: str
    sizes: Range = (13, 14)
    bold: bool | None = False
    italic: bool | None = False
    case: Case = ""
    align: str = ""


@dataclass(frozen=True, slots=True)
class PageRule:
    """Mục I, khoản 1 to 4: A4, margins, font, colour."""

    paper: Range = (210, 297)
    paper_clause: str = cited("I", 1)
    margins: tuple[tuple[str, Range], ...] = (
        ("top", (20, 25)),
        ("bottom", (20, 25)),
        ("left", (30, 35)),
        ("right", (15, 20)),
    )
    margins_clause: str = cited("I", 3)
    font: str = "Times New Roman"
    colors: frozenset[str] = frozenset({"auto", "000000"})
    font_clause: str = cited("I", 4)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Mục I, khoản 7: centred in the top margin, not shown on the first page."""

    sizes: Range = (13, 14)
    align: str = "center"
    clause: str = cited("I", 7)
    appendix_clause: str = cited("III", 1)


@dataclass(frozen=True, slots=True)
class BodyRule:
    """Mục II, khoản 6: the text. `indents` and `lines` are in twips (1 cm, 1.27 cm; 1 to 1.5)."""

    indents: tuple[int, ...] = (567, 720)
    gap_points: int = 6
    lines: Range = (240, 360)
    align: str = "both"
    clause: str = cited("II", 6)


@dataclass(frozen=True, slots=True)
class RuleLength:
    """A drawn rule as parts of the line of text above it, in hundredths."""

    name: str
    percent: Range
    clause: str


@dataclass(frozen=True, slots=True)
class Decree:
    """One decree's layout: `looks` by the names of `elements`."""

    name: str
    page: PageRule
    page_number: PageNumber
    body: BodyRule
    looks: Mapping[str, Look]
    rules: Mapping[str, RuleLength]
    urgency_color: str = "FF0000"


_LOOKS = {
    "nation": Look("Quốc hiệu", cited("II", 1), (12, 13), True, case="upper", align="center"),
    "motto": Look("Tiêu ngữ", cited("II", 1), (13, 14), True, case="lower", align="center"),
    "parent": Look("Tên cơ quan chủ quản", cited("II", 2), (12, 13), case="upper", align="center"),
    "issuer": Look(
        "Tên cơ quan ban hành", cited("II", 2), (12, 13), True, case="upper", align="center"
    ),
    "number": Look("Số, ký hiệu", cited("II", 3), (13, 13), align="center"),
    "dated": Look("Địa danh và thời gian", cited("II", 4), italic=True, align="center"),
    "type": Look("Tên loại", cited("II", 5), bold=True, case="upper", align="center"),
    "subject": Look("Trích yếu", cited("II", 5), bold=True, case="lower", align="center"),
    "authority": Look(
        "Thẩm quyền ban hành", cited("II", 6), bold=True, case="upper", align="center"
    ),
    "basis": Look("Căn cứ", cited("II", 6), italic=True, case="lower", align="both"),
    "verb": Look("Chữ QUYẾT ĐỊNH", cited("II", 6), bold=True, case="upper", align="center"),
    "article": Look("Điều", cited("II", 6), bold=None, case="lower"),
    "section": Look("Đề mục số La Mã", cited("II", 6), bold=True, case="upper"),
    "clause": Look("Đề mục số Ả Rập", cited("II", 6), bold=True),
    "heading": Look("Đề mục", cited("II", 6), bold=None),
    "text": Look("Nội dung", cited("II", 6), bold=None, italic=None),
    "signer": Look("Chức vụ của người ký", cited("II", 7), bold=True, case="upper", align="center"),
    "signed": Look("Họ tên của người ký", cited("II", 7), bold=True, case="lower", align="center"),
    "recipients_title": Look(
        "Chữ Nơi nhận", cited("II", 9), (12, 12), True, italic=True, case="lower", align="left"
    ),
    "recipient": Look("Danh sách nơi nhận", cited("II", 9), (11, 11), align="left"),
    "urgency": Look("Mức độ khẩn", cited("III", 2), bold=True, case="upper", align="center"),
    "label": Look("Chữ Phụ lục", cited("III", 1), (14, 14), True, case="lower", align="center"),
    "title": Look("Tên phụ lục", cited("III", 1), bold=True, case="upper", align="center"),
    "reference": Look("Dòng kèm theo", cited("III", 1), italic=True, case="lower", align="center"),
    "signing_line": Look("Dòng ký số", cited("III", 1), (10, 10), align="right"),
}

ND30 = Decree(
    name="nd30-2020",
    page=PageRule(),
    page_number=PageNumber(),
    body=BodyRule(),
    looks=MappingProxyType(_LOOKS),
    rules=MappingProxyType(
        {
            "motto": RuleLength("Đường kẻ dưới Tiêu ngữ", (98, 102), cited("II", 1)),
            "issuer": RuleLength("Đường kẻ dưới tên cơ quan", (33, 50), cited("II", 2)),
            "subject": RuleLength("Đường kẻ dưới trích yếu", (33, 50), cited("II", 5)),
        }
    ),
)
