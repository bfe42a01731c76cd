"""Mục tiêu, chỉ tiêu, and named figures for sentences."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from kehoach.plan.base import Entry, Items, Shorthand
from kehoach.plan.values import Id, Name, Prose, Quantity


class Target(Entry):
    """Một chỉ tiêu: chỉ số, mức phải đạt, mức nền."""

    id: Id = Field(title="Mã", description="Tên để câu chữ và các bản sau nhắc tới chỉ tiêu này.")
    indicator: Name = Field(title="Chỉ số", description="Tỷ lệ hộ nghèo, Số lao động có việc làm.")
    quantity: Quantity = Field(
        title="Mức phải đạt", description="Số kèm đơn vị: 2,7%; 5.000 người."
    )
    comparison: Literal["", "at-least", "at-most", "over", "under", "about"] = Field(
        "",
        title="So sánh",
        description="at-least từ ... trở lên, at-most không quá, over trên, under dưới,"
        " about khoảng.",
    )
    baseline: Quantity | None = Field(
        None, title="Mức nền", description="Mức của năm trước hoặc đầu kỳ."
    )
    area: Name = Field(
        "", title="Địa bàn", description="Địa bàn của chỉ tiêu khi không phải cả nơi."
    )
    dimension: Name = Field(
        "", title="Chiều thiếu hụt", description="Việc làm, y tế, giáo dục, nhà ở, nước, thông tin."
    )
    text: Prose = Field(
        "",
        title="Câu văn",
        description="Câu in ra, nhắc số bằng {{ this.quantity }}; trống: Chỉ số: mức.",
    )


class Objectives(Entry):
    """Mục tiêu chung và các chỉ tiêu."""

    general: Prose = Field(
        "", title="Mục tiêu chung", description="Mục tiêu tổng quát của kế hoạch."
    )
    targets: Items[Target] = Field(
        default_factory=Items, title="Chỉ tiêu", description="Các chỉ tiêu, mỗi chỉ tiêu một mã."
    )


class Figure(Shorthand):
    """Một con số được nhắc trong câu chữ."""

    shorthand: ClassVar[str] = "quantity"

    quantity: Quantity = Field(title="Giá trị", description="Số kèm đơn vị: 88 trường.")
    note: Name = Field("", title="Ghi chú", description="Số này là gì, lấy từ đâu.")

    def __str__(self) -> str:
        """The figure as written, so that `{{ figures.x }}` shows it."""
        return self.quantity.text
