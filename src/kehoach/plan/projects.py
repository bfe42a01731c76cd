"""Dự án, tiểu dự án, chính sách; results of the year before; tasks; duties of agencies."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kehoach.formats.values import Money as MoneyValue
from kehoach.plan.base import Entry, Items
from kehoach.plan.budget import Budget, Funded, total_of
from kehoach.plan.outline import Facet
from kehoach.plan.values import AgencyName, Day, Flag, Id, Money, Name, Prose, WrittenNumber

FACETS: dict[Facet, str] = {
    "objective": "Mục tiêu",
    "beneficiaries": "Đối tượng",
    "content": "Nội dung hỗ trợ",
    "funding": "Nguồn vốn thực hiện",
    "assignment": "Phân công thực hiện",
}


class Facets(Entry):
    """Các mặt của một dự án, mỗi mặt một đoạn văn."""

    objective: Prose = Field("", title="Mục tiêu", description="Mục tiêu của dự án.")
    beneficiaries: Prose = Field("", title="Đối tượng", description="Đối tượng của dự án.")
    content: Prose = Field("", title="Nội dung", description="Nội dung hỗ trợ, nội dung thực hiện.")
    funding: Prose = Field("", title="Nguồn vốn", description="Nguồn vốn thực hiện, bằng lời.")
    assignment: Prose = Field("", title="Phân công", description="Phân công thực hiện, bằng lời.")


class Project(Funded):
    """Một dự án hoặc tiểu dự án của chương trình."""

    id: Id = Field(title="Mã", description="Tên để câu chữ và các bản sau nhắc tới: da_2.")
    code: Name = Field(
        "", title="Tên gọi", description="Dự án 2, Tiểu dự án 1; trống nếu không có."
    )
    title: Name = Field(title="Tiêu đề", description="Tên đầy đủ của dự án.")
    facets: Facets = Field(
        default_factory=Facets.model_construct,
        title="Các mặt",
        description="Mục tiêu, đối tượng, nội dung.",
    )
    facet_titles: dict[Facet, Name] = Field(
        {}, title="Tên các mặt", description="Tên in của từng mặt khi khác tên chung."
    )
    form: Literal["heading", "run-in"] = Field(
        "heading",
        title="Cách in",
        description="heading: tên đứng riêng dòng; run-in: tên: nội dung, khi mục chỉ in một mặt.",
    )
    budget_sentence: Prose = Field(
        "",
        title="Câu kinh phí",
        description="Thay cho mẫu câu (item) của mục, nhắc số bằng {{ this.budget.amount }}.",
    )
    lead: AgencyName = Field("", title="Chủ trì", description="Mã hoặc tên cơ quan chủ trì.")
    partners: tuple[AgencyName, ...] = Field(
        (), title="Phối hợp", description="Các cơ quan phối hợp."
    )
    subprojects: Items[Subproject] = Field(
        default_factory=Items,
        title="Tiểu dự án",
        description="Các tiểu dự án, mỗi tiểu dự án một mã.",
    )

    @property
    def heading(self) -> str:
        """`Dự án 2: title`, or the title alone."""
        return self.headed(":")

    def headed(self, mark: str) -> str:
        """The heading with this mark after the code: `Dự án 2. title`."""
        return f"{self.code}{mark} {self.title}" if self.code else self.title

    @property
    def funded(self) -> tuple[Project, ...]:
        """Itself, or its subprojects where they carry the money."""
        return tuple(one for one in self.subprojects if one.budget)


class Subproject(Project):
    """Một tiểu dự án."""


class Policy(Funded):
    """Một chính sách có kinh phí riêng, ngoài các dự án."""

    id: Id = Field(title="Mã", description="Tên để câu chữ nhắc tới chính sách này.")
    title: Name = Field(title="Tên chính sách", description="Chính sách tín dụng ưu đãi, ...")
    text: Prose = Field(
        "", title="Câu văn", description="Câu in ra, nhắc số bằng {{ this.budget.amount | money }}."
    )


class Disbursement(Entry):
    """Vốn được giao và đã giải ngân của một năm nguồn."""

    year: int | None = Field(None, title="Năm nguồn", description="Năm của nguồn vốn.")
    planned: Budget | None = Field(
        None, title="Được giao", description="Số vốn được giao, hoặc chia theo nguồn, loại vốn."
    )
    carried: Money | None = Field(
        None, title="Chuyển nguồn", description="Số vốn năm trước chuyển sang."
    )
    disbursed: Money | None = Field(None, title="Đã giải ngân", description="Số đã giải ngân.")
    remaining: Money | None = Field(
        None, title="Còn lại", description="Số còn lại đã nêu; trống thì tự tính."
    )
    rate: WrittenNumber = Field("", title="Tỷ lệ", description="Tỷ lệ giải ngân đã nêu: 97,4%.")

    @property
    def key(self) -> str:
        """What names it in an expression: `this.disbursements["2022"]`."""
        return str(self.year) if self.year else ""

    @property
    def available(self) -> MoneyValue | None:
        """What could be spent: planned and carried over."""
        return total_of((self.planned.amount if self.planned else None, self.carried))

    @property
    def left(self) -> MoneyValue | None:
        """What is left: as stated, or else what could be spent less what was."""
        if self.remaining or self.available is None or self.disbursed is None:
            return self.remaining
        return self.available - self.disbursed


class Result(Entry):
    """Kết quả năm trước của một dự án."""

    id: Id = Field(title="Mã", description="Mã của dự án tương ứng.")
    title: Name = Field("", title="Tiêu đề", description="Tên in ra khi khác tên dự án.")
    text: Prose = Field("", title="Kết quả", description="Kết quả bằng lời, nhắc số qua this.")
    disbursements: Items[Disbursement] = Field(
        default_factory=Items,
        title="Giải ngân",
        description="Vốn được giao và giải ngân, theo năm nguồn; câu chữ nhắc tới năm 2022 bằng"
        ' this.disbursements["2022"].',
    )
    subprojects: Items[Subresult] = Field(
        default_factory=Items, title="Tiểu dự án", description="Kết quả của từng tiểu dự án."
    )

    @property
    def disbursed(self) -> MoneyValue | None:
        """The exact sum of what was disbursed, of all years."""
        return total_of(one.disbursed for one in self.disbursements)


class Subresult(Result):
    """Kết quả năm trước của một tiểu dự án."""


class Task(Funded):
    """Một nhiệm vụ: ai chủ trì, ai phối hợp, bao giờ xong, ra cái gì."""

    id: Id = Field(title="Mã", description="Tên để các bản sau nhắc tới nhiệm vụ này.")
    text: Prose = Field(title="Nhiệm vụ", description="Nội dung nhiệm vụ.")
    group: Name = Field("", title="Nhóm", description="Nhóm nhiệm vụ, là dòng I, II của bảng.")
    lead: AgencyName = Field("", title="Chủ trì", description="Mã hoặc tên cơ quan chủ trì.")
    partners: tuple[AgencyName, ...] = Field(
        (), title="Phối hợp", description="Các cơ quan phối hợp."
    )
    due: Day | None = Field(None, title="Thời hạn", description="Ngày phải xong.")
    time: Name = Field(
        "", title="Thời gian", description="Quý I/2027, Năm 2027, Thường xuyên: khi không có ngày."
    )
    product: Name = Field("", title="Sản phẩm", description="Sản phẩm phải có.")


class Duty(Entry):
    """Trách nhiệm của một hay nhiều cơ quan trong tổ chức thực hiện."""

    id: Id | None = Field(None, title="Mã", description="Tên để các bản sau sửa hoặc bỏ mục này.")
    agencies: tuple[AgencyName, ...] = Field(
        (), title="Cơ quan", description="Mã trong sổ cơ quan, hoặc tên viết đủ."
    )
    title: Name = Field(
        "", title="Tiêu đề", description="Tên in ra khi khác tên các cơ quan nối nhau."
    )
    form: Literal["heading", "run-in", "sentence"] = Field(
        "heading",
        title="Cách in",
        description="heading: tên đứng riêng dòng; run-in: tên: nội dung; sentence: tên nội dung.",
    )
    text: Prose = Field(title="Nhiệm vụ", description="Nhiệm vụ bằng lời, gạch đầu dòng bằng '- '.")
    task_ids: tuple[Id, ...] = Field(
        (),
        title="Nhiệm vụ trong bảng",
        description="Mã các nhiệm vụ (tasks) mà cơ quan này chủ trì.",
    )
    recipient: Flag = Field(
        default=True, title="Có ở nơi nhận", description="false khi cơ quan không cần nhận riêng."
    )
