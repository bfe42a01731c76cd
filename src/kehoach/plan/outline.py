"""Bố cục: ordered sections, numbered by the engine, that hold text or show a part of the plan."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import Field

from kehoach.plan.base import Shorthand
from kehoach.plan.head import NumberForm
from kehoach.plan.values import Code, Flag, Id, Name, Prose

Facet = Literal["objective", "beneficiaries", "content", "funding", "assignment"]
View = Literal["", "targets", "policies", "projects", "results", "duties", "tasks"]
VIEWS: tuple[View, ...] = tuple(one for one in get_args(View) if one)


class Section(Shorthand):
    """Một mục của kế hoạch: tiêu đề, đoạn văn, phần lấy từ dữ liệu, các mục con."""

    shorthand: ClassVar[str] = "text"

    id: Id | None = Field(None, title="Mã mục", description="Tên để nhắc tới mục này.")
    title: Name = Field("", title="Tiêu đề", description="Không gõ số: số mục được tự đánh.")
    number: Code = Field(
        "",
        title="Số in sẵn",
        description="Chỉ ghi khi bản ban hành in số khác số tự đánh; sẽ có cảnh báo.",
    )
    numbered: Flag = Field(default=True, title="Đánh số", description="false: mục không có số.")
    numbering: Literal["", NumberForm] = Field(
        "", title="Kiểu số của mục con", description="Thay kiểu của cấp dưới: a) | - | 1.1."
    )
    form: Literal["heading", "run-in"] = Field(
        "heading",
        title="Cách in tiêu đề",
        description="heading: đứng riêng dòng; run-in: Tiêu đề: nội dung.",
    )
    text: Prose = Field(
        "",
        title="Nội dung",
        description="Các đoạn cách nhau một dòng trống; '- ' và '+ ' là gạch đầu dòng.",
    )
    view: View = Field(
        "", title="Lấy từ dữ liệu", description="In phần dữ liệu này của kế hoạch ở đây."
    )
    item: Prose = Field(
        "",
        title="Mẫu câu",
        description="Câu in cho từng mục dữ liệu, nhắc tới nó bằng this: {{ this.title }}.",
    )
    only: tuple[Id, ...] = Field(
        (), title="Chỉ gồm", description="Mã các mục dữ liệu được in; trống là tất cả."
    )
    facets: tuple[Facet, ...] = Field(
        (), title="Các mặt được in", description="Dùng với view: projects: [content]."
    )
    code_mark: Literal[":", "."] = Field(
        ":",
        title="Dấu sau tên gọi",
        description="Dấu giữa tên gọi và tên dự án: Dự án 2: ... hay Dự án 2. ...",
    )
    sections: tuple[Section, ...] = Field(
        (), title="Các mục con", description="Các mục con, theo thứ tự."
    )
    ending: Prose = Field("", title="Đoạn cuối", description="Các đoạn in sau các mục con.")
