"""Căn cứ ban hành: documents cited, and the proposal."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from kehoach.plan.base import Entry, Shorthand
from kehoach.plan.values import AgencyName, Cited, Code, Day, Flag, Form, Id, Name, RegisterId


class Citation(Entry):
    """Một văn bản được dẫn: tên loại, số và ký hiệu, ngày, cơ quan ban hành, trích yếu."""

    document: RegisterId | None = Field(
        None,
        title="Mã văn bản",
        description="Mã trong sổ văn bản; khi có thì các ô khác lấy từ sổ.",
    )
    type: Form = Field("", title="Tên loại", description="Quyết định, Nghị quyết, Luật, ...")
    number: Code = Field(
        "", title="Số, ký hiệu", description="Viết liền như trong văn bản: 1865/QĐ-TTg."
    )
    date: Day | None = Field(None, title="Ngày ban hành", description="Ngày của văn bản.")
    issuer: AgencyName = Field("", title="Cơ quan ban hành", description="Thủ tướng Chính phủ, ...")
    subject: Name = Field(
        "",
        title="Trích yếu",
        description="Nội dung như in sau tên cơ quan: về việc ..., phê duyệt ...",
    )
    comma: Flag = Field(
        default=False,
        title="Phẩy trước ngày",
        description="Có dấu phẩy trước chữ ngày (cách viết của văn bản Đảng).",
    )
    number_word: Form | None = Field(
        None, title="Chữ trước số", description="Thay cho cách viết chung ở style.number_word."
    )


class LegalBasis(Citation, Shorthand):
    """Một căn cứ ban hành (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6 điểm a)."""

    shorthand: ClassVar[str] = "text"
    quoted: ClassVar[bool] = True
    """Its words are those of another document, and tell of their own time."""

    id: Id | None = Field(
        None, title="Mã", description="Tên để các bản sau sửa hoặc bỏ căn cứ này."
    )
    lead: Form = Field(
        "Căn cứ", title="Chữ dẫn", description="Căn cứ, Thực hiện, Xét, ...; trống khi viết liền."
    )
    text: Cited = Field(
        "",
        title="Nguyên văn",
        description="Câu căn cứ viết sẵn, dùng khi các ô khác không diễn đạt được.",
    )


class Proposal(Citation):
    """Đề nghị của cơ quan trình (dòng cuối của phần căn cứ)."""

    lead: Form = Field(
        "Theo đề nghị của", title="Chữ dẫn", description="Theo đề nghị của, Xét đề nghị của."
    )
    by: Name = Field(title="Người đề nghị", description="Chức vụ và cơ quan: Giám đốc Sở ...")
