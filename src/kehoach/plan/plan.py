"""The plan as a whole: the single source of truth for its documents."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kehoach.formats.values import Money as MoneyValue
from kehoach.plan.base import Entry, Items
from kehoach.plan.budget import total_of
from kehoach.plan.decision import Decision
from kehoach.plan.head import Allowance, Issuer, Recipients, Signer, Style
from kehoach.plan.legal import LegalBasis, Proposal
from kehoach.plan.objectives import Figure, Objectives
from kehoach.plan.outline import Section
from kehoach.plan.projects import Duty, Policy, Project, Result, Task
from kehoach.plan.tables import Appendix, Table
from kehoach.plan.values import Code, Day, Form, Id, Name, Prose


class Period(Entry):
    """Thời kỳ của kế hoạch."""

    start: int = Field(title="Từ năm", description="Năm đầu.", ge=1900, le=2200)
    end: int = Field(title="Đến năm", description="Năm cuối.", ge=1900, le=2200)


class Plan(Entry):
    """Một kế hoạch và quyết định ban hành nó, nếu có."""

    kind: Literal["plan"] = Field("plan", title="Loại hồ sơ", description="plan: kế hoạch.")
    variant: Code = Field(
        "",
        title="Biến thể mẫu",
        description="Tên biến thể mẫu Word của văn phòng: ke-hoach.X.docx.",
    )
    wrapping: Literal["", "none", "attached", "inline"] = Field(
        "",
        title="Cách ban hành",
        description="attached: kèm theo quyết định (Mẫu 1.3); inline: nằm trong Điều 1 quyết định;"
        " none: tự là văn bản (Mẫu 1.4). Trống: attached nếu có decision.",
    )
    period: Period | None = Field(None, title="Thời kỳ", description="Năm đầu và năm cuối.")
    year: int | None = Field(
        None, title="Năm kế hoạch", description="Năm của kế hoạch hằng năm.", ge=1900, le=2200
    )
    issuer: Issuer = Field(title="Cơ quan ban hành", description="Tên, hoặc mã trong sổ cơ quan.")
    number: Code = Field(
        "", title="Số", description="Số của văn bản được ban hành; dự thảo để trống."
    )
    symbol: Code = Field(title="Ký hiệu", description="KH-UBND, QĐ-UBND.")
    place: Name = Field(title="Địa danh", description="Địa danh ở dòng ngày tháng.")
    issued_on: Day | None = Field(
        None, title="Ngày ban hành", description="Dự thảo để trống; 2018-04-11 hoặc 11/4/2018."
    )
    issue_year: int | None = Field(
        None,
        title="Năm ban hành",
        description="Năm in ở dòng ngày của dự thảo; trống: năm hiện tại.",
        ge=1900,
        le=2200,
    )
    urgency: Literal["", "Hỏa tốc", "Thượng khẩn", "Khẩn"] = Field(
        "", title="Độ khẩn", description="Hỏa tốc, Thượng khẩn, Khẩn; trống nếu không có."
    )
    subject: Name = Field(title="Trích yếu", description="Nội dung kế hoạch, in đậm dưới tên loại.")
    style: Style = Field(
        default_factory=Style.model_construct,
        title="Cách viết",
        description="Thói quen viết của văn phòng.",
    )
    legal_bases: Items[LegalBasis] = Field(
        default_factory=Items, title="Căn cứ", description="Các căn cứ, theo thứ tự in."
    )
    proposal: Proposal | None = Field(
        None, title="Đề nghị", description="Đề nghị của cơ quan trình."
    )
    preamble: Prose = Field(
        "", title="Câu dẫn", description="Câu sau các căn cứ: ... xây dựng Kế hoạch ..., như sau:"
    )
    objectives: Objectives = Field(
        default_factory=Objectives.model_construct,
        title="Mục tiêu",
        description="Mục tiêu, chỉ tiêu.",
    )
    figures: dict[Id, Figure] = Field(
        {}, title="Số liệu", description="Các con số mà câu chữ nhắc tới: {{ figures.so_truong }}."
    )
    policies: Items[Policy] = Field(
        default_factory=Items, title="Chính sách", description="Chính sách có kinh phí riêng."
    )
    projects: Items[Project] = Field(
        default_factory=Items, title="Dự án", description="Các dự án thành phần."
    )
    results: Items[Result] = Field(
        default_factory=Items, title="Kết quả năm trước", description="Theo mã của dự án."
    )
    tasks: Items[Task] = Field(
        default_factory=Items, title="Nhiệm vụ", description="Nhiệm vụ có người chủ trì."
    )
    duties: Items[Duty] = Field(
        default_factory=Items,
        title="Tổ chức thực hiện",
        description="Trách nhiệm của từng cơ quan.",
    )
    outline: tuple[Section, ...] = Field(
        title="Bố cục", description="Các mục của kế hoạch, theo thứ tự in."
    )
    closing: Prose = Field("", title="Câu kết", description="Trên đây là Kế hoạch ...")
    appendices: Items[Appendix] = Field(
        default_factory=Items, title="Phụ lục", description="Các phụ lục, theo thứ tự in."
    )
    footnotes: dict[Id, Prose] = Field(
        {}, title="Chú thích", description="Chú thích cuối trang, nhắc trong câu chữ bằng [^ma]."
    )
    decision: Decision | None = Field(
        None, title="Quyết định ban hành", description="Quyết định ban hành kế hoạch này, nếu có."
    )
    recipients: Recipients = Field(
        default_factory=Items, title="Nơi nhận", description="Nơi nhận kế hoạch."
    )
    archive: Form = Field("", title="Lưu", description="Nơi lưu: VT, TH.")
    signer: Signer | None = Field(None, title="Người ký", description="Người ký kế hoạch.")
    allow: tuple[Allowance, ...] = Field(
        (), title="Chấp nhận", description="Lỗi, cảnh báo đã biết và được chấp nhận, có lý do."
    )

    @property
    def wrapped(self) -> str:
        """How it is issued: none, attached or inline."""
        return self.wrapping or ("attached" if self.decision else "none")

    @property
    def draft(self) -> bool:
        """Whether the clerk has yet to give it a number and a date."""
        return not self.number or self.issued_on is None

    @property
    def tables(self) -> Items[Table]:
        """All tables of all appendices, by id."""
        return Items(table for appendix in self.appendices for table in appendix.tables)

    @property
    def total_budget(self) -> MoneyValue | None:
        """The exact sum of the projects' budgets."""
        return total_of(one.budget.amount for one in self.projects if one.budget)
