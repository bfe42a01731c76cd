"""Bảng: columns with groups and formulas, rows with groups, subtotals and a total, as written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kehoach.plan.base import Entry, Items
from kehoach.plan.rows import Row, Total
from kehoach.plan.values import Code, Flag, Form, Id, Name, Number, Prose, RowNumbers


class Column(Entry):
    """Một cột, hoặc một nhóm cột có tiêu đề chung."""

    id: Id | None = Field(
        None, title="Mã cột", description="Tên dùng trong công thức; bắt buộc ở cột có số."
    )
    title: Name = Field(title="Tiêu đề", description="Chữ ở đầu cột.")
    columns: tuple[Column, ...] = Field(
        (), title="Các cột con", description="Các cột dưới tiêu đề chung này."
    )
    kind: Literal["text", "number", "ordinal"] = Field(
        "number",
        title="Loại",
        description="ordinal: số thứ tự (tự đánh); text: chữ; number: số.",
    )
    label: Form = Field(
        "", title="Ký hiệu cột", description="Chữ ở dòng ký hiệu dưới tiêu đề: A, 1, 4=3/1."
    )
    formula: Code = Field(
        "",
        title="Công thức",
        description="Tính từ mã các cột khác: poor / households * 100; ô trống được tính.",
    )
    decimals: int | None = Field(
        None, title="Số chữ số thập phân", description="Dùng cho ô được tính.", ge=0, le=6
    )
    unit: Form = Field("", title="Đơn vị", description="Đơn vị của cột: hộ, %, triệu đồng.")
    sum: Flag = Field(
        default=True, title="Cộng được", description="false: cột không cộng theo dòng (như tỷ lệ)."
    )
    total: Literal["add", "formula", "none"] | None = Field(
        None,
        title="Ô ở dòng tổng",
        description="Chỉ cần khi không tự rõ. add: cộng các dòng; formula: tính công thức trên các"
        " số tổng; none: để trống.",
    )
    width: Number | None = Field(None, title="Độ rộng", description="Độ rộng tính bằng mm.")


class Table(Entry):
    """Một bảng số liệu."""

    id: Id = Field(
        title="Mã bảng", description="Tên để câu chữ nhắc tới bảng: tables.chi_tieu.total.cot."
    )
    title: Name = Field("", title="Tên bảng", description="Biểu 1.1 ...; trống nếu phụ lục đã nêu.")
    unit: Form = Field(
        "", title="Đơn vị tính", description="In ở trên bảng: Đơn vị tính: triệu đồng."
    )
    columns: tuple[Column, ...] = Field(
        min_length=1, title="Các cột", description="Các cột, từ trái sang phải."
    )
    source: Code = Field(
        "",
        title="Tệp số liệu",
        description="Tệp .xlsx, .xlsm, .ods hoặc .csv thay cho rows; dòng tiêu đề được tự tìm.",
    )
    header: Code = Field(
        "", title="Dòng tiêu đề", description="Dòng tiêu đề của tệp khi không tự tìm được: 4, 4-5."
    )
    range: Code = Field(
        "", title="Vùng ô", description="Vùng của bảng trong trang tính, kể cả tiêu đề: B4:H60."
    )
    until: Code = Field(
        "",
        title="Đọc đến",
        description="Chữ đầu của dòng đứng ngay dưới bảng trong tệp; từ dòng ấy không đọc.",
    )
    groups: Literal["", "names"] = Field(
        "",
        title="Nhóm của tệp",
        description="names: dòng chỉ có tên, các ô khác trống, là tên nhóm. Trống: nhóm theo số"
        " thứ tự (I, 1) của tệp.",
    )
    subtotals: Flag = Field(
        default=False,
        title="Cộng từng nhóm",
        description="Với source: true thì mỗi nhóm của tệp mang dòng cộng.",
    )
    sheet: Code = Field(
        "", title="Trang tính", description="Tên trang của tệp .xlsx, .ods; trống: trang đầu."
    )
    numbering: RowNumbers = Field(
        "",
        title="Số thứ tự",
        description="Số của từng bậc dòng: I / 1 / a; A / I / 1; I / 1 / 1.1 / -; 'none': không"
        " đánh số; 'typed': số ghi sẵn ở ô đầu mỗi dòng, bậc theo số ấy. Trống: theo số bậc.",
    )
    rows: Items[Row] = Field(title="Các dòng", description="Các dòng và nhóm dòng.")
    total: Total | None = Field(None, title="Dòng tổng", description="Dòng tổng cộng, nếu có.")
    totals: tuple[Total, ...] = Field(
        (), title="Các dòng tổng khác", description="Mỗi dòng cộng các dòng nêu ở of."
    )
    note: Prose = Field("", title="Ghi chú", description="Ghi chú dưới bảng.")

    @property
    def leaves(self) -> tuple[Column, ...]:
        """The columns that hold cells, from left to right."""
        return tuple(leaf for column in self.columns for leaf in _leaves(column))

    @property
    def filled(self) -> tuple[Column, ...]:
        """The columns of a row's cells: all but those of numbers, computed or typed."""
        typed = self.typed
        return tuple(one for one in self.leaves if one.kind != "ordinal" and one is not typed)

    @property
    def typed(self) -> Column | None:
        """The column in whose cells rows write their own numbers (I, 1, a, -); None without one.

        A first column of texts that is called STT is one, whatever its kind says.
        """
        leaves = self.leaves
        if self.numbering == "typed":
            return next((one for one in leaves if one.kind == "ordinal"), leaves[0])
        first = leaves[0]
        named = first.title.casefold().strip(" .") in _NUMBERS and first.kind == "text"
        return first if named else None


_NUMBERS = {"stt", "tt", "số tt", "số thứ tự"}


def _leaves(column: Column) -> Iterator[Column]:
    if not column.columns:
        yield column
    for child in column.columns:
        yield from _leaves(child)


class Appendix(Entry):
    """Một phụ lục (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 1)."""

    id: Id = Field(title="Mã phụ lục", description="Tên để câu chữ nhắc tới phụ lục.")
    title: Name = Field(title="Tiêu đề", description="Tên phụ lục.")
    label: Form = Field(
        "Phụ lục", title="Chữ Phụ lục", description="Có từ hai phụ lục thì số La Mã đi sau."
    )
    reference: Name = Field(
        "",
        title="Dòng kèm theo",
        description="Thay cho dòng (Kèm theo Kế hoạch số ...) tự lập; có thể dùng {{ }}.",
    )
    orientation: Literal["portrait", "landscape"] = Field(
        "portrait", title="Hướng giấy", description="portrait: dọc; landscape: ngang."
    )
    separate: Flag = Field(
        default=False, title="Tệp riêng", description="true: phụ lục thành một tệp Word riêng."
    )
    text: Prose = Field("", title="Nội dung", description="Các đoạn văn trước bảng.")
    tables: Items[Table] = Field(
        default_factory=Items, title="Các bảng", description="Các bảng của phụ lục."
    )
    tasks: Flag = Field(
        default=False,
        title="Bảng nhiệm vụ",
        description="true: in bảng phân công nhiệm vụ lập từ tasks.",
    )
