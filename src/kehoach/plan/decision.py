"""The act that wraps the plan: a decision that issues it (Mẫu 1.3) or holds it (Mẫu 1.2)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from kehoach.plan.base import Entry, Items, Shorthand
from kehoach.plan.head import Recipients, Signer
from kehoach.plan.legal import LegalBasis, Proposal
from kehoach.plan.outline import Section
from kehoach.plan.values import AgencyName, Form, Id, Name, Prose


class Article(Shorthand):
    """Một điều."""

    shorthand: ClassVar[str] = "text"

    id: Id | None = Field(None, title="Mã", description="Tên để nhắc tới điều này.")
    title: Name = Field("", title="Tên điều", description="Tên điều, nếu có.")
    text: Prose = Field("", title="Nội dung", description="Nội dung điều; có thể dùng {{ }}.")
    sections: tuple[Section, ...] = Field((), title="Các khoản", description="Các khoản, điểm.")


class Decision(Entry):
    """Quyết định ban hành kế hoạch, hoặc nghị quyết thông qua kế hoạch."""

    type: Form = Field("Quyết định", title="Tên loại", description="Quyết định hoặc Nghị quyết.")
    subject: Name = Field(title="Trích yếu", description="Về việc ban hành Kế hoạch ...")
    authority: AgencyName = Field(
        "",
        title="Thẩm quyền ban hành",
        description="Dòng thẩm quyền in hoa; trống là tên cơ quan ban hành.",
    )
    verb: Form = Field("QUYẾT ĐỊNH:", title="Chữ quyết", description="QUYẾT ĐỊNH: hoặc QUYẾT NGHỊ:")
    legal_bases: Items[LegalBasis] = Field(
        default_factory=Items, title="Căn cứ", description="Các căn cứ ban hành, theo thứ tự in."
    )
    proposal: Proposal | None = Field(
        None, title="Đề nghị", description="Đề nghị của cơ quan trình."
    )
    articles: Items[Article] = Field(title="Các điều", description="Nội dung từng điều.")
    recipients: Recipients = Field(
        default_factory=Items,
        title="Nơi nhận",
        description="Nơi nhận quyết định; thường bắt đầu Như Điều ...",
    )
    archive: Form = Field("", title="Lưu", description="Nơi lưu: VT, TH.")
    signer: Signer | None = Field(None, title="Người ký", description="Người ký quyết định.")
