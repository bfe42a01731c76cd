"""Who issues the document, who signs it, who receives it, and how the office writes."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field

from kehoach.language.administration import UNIT
from kehoach.plan.base import Entry, Items, Shorthand
from kehoach.plan.values import AgencyName, Aside, Code, Day, Flag, Form, Name, RegisterId

_UNIT = re.compile(rf"\s+(?={UNIT} )")


def parted(name: str) -> tuple[str, ...]:
    """An agency's name in the lines of a letterhead: before its unit, and from it on.

    >>> parted("Ủy ban nhân dân tỉnh Bắc Kạn")
    ('Ủy ban nhân dân', 'tỉnh Bắc Kạn')
    """
    return tuple(_UNIT.split(name, maxsplit=1))


class Issuer(Shorthand):
    """Cơ quan ban hành (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 2)."""

    shorthand: ClassVar[str] = "name"

    agency: RegisterId | None = Field(
        None, title="Mã cơ quan", description="Mã của cơ quan ban hành trong sổ cơ quan."
    )
    name: AgencyName = Field(
        "",
        title="Tên cơ quan",
        description="Tên đầy đủ, viết như trong câu: Ủy ban nhân dân tỉnh Bắc Kạn.",
    )
    lines: tuple[AgencyName, ...] = Field(
        (),
        title="Các dòng tên",
        description="Tên cơ quan chia dòng như in ở đầu trang; bỏ trống thì tự chia.",
    )
    parent: tuple[AgencyName, ...] = Field(
        (),
        title="Cơ quan chủ quản",
        description="Các dòng tên cơ quan chủ quản trực tiếp, nếu có.",
    )

    @property
    def printed(self) -> tuple[str, ...]:
        """The lines at the head of the page, before capitals."""
        return self.lines or parted(self.name)


class Signer(Entry):
    """Quyền hạn, chức vụ và họ tên người ký (NĐ 30/2020, Điều 13 và Phụ lục I, khoản 7)."""

    on_behalf: Form = Field(
        "",
        title="Thay mặt",
        description="Tập thể mà người ký thay mặt (in TM. ở trước): Ủy ban nhân dân.",
    )
    mark: Literal["", "KT.", "TL.", "TUQ.", "Q."] = Field(
        "",
        title="Quyền hạn ký",
        description="KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền, Q. quyền.",
    )
    head: Form = Field(
        "",
        title="Người đứng đầu",
        description="Chức vụ của người mà người ký thay: Chủ tịch.",
    )
    position: Form = Field(title="Chức vụ", description="Chức vụ của người ký: Phó Chủ tịch.")
    name: Form = Field("", title="Họ và tên", description="Họ và tên người ký; dự thảo để trống.")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines above the signature, in capitals."""
        lines = [f"TM. {self.on_behalf}"] if self.on_behalf else []
        if self.mark == "Q.":
            lines.append(f"Q. {self.position}")
        elif self.mark:
            lines += [f"{self.mark} {self.head}", self.position]
        else:
            lines.append(self.position)
        return tuple(line.upper() for line in lines)


class Recipient(Shorthand):
    """Một nơi nhận."""

    shorthand: ClassVar[str] = "text"

    text: Name = Field(title="Nơi nhận", description="Tên nơi nhận, không có dấu ở cuối dòng.")
    agency: RegisterId | None = Field(None, title="Mã cơ quan", description="Mã trong sổ cơ quan.")


NumberForm = Literal["I.", "A.", "1.", "1.1.", "1.1.1.", "a)", "(1)", "-", "+"]
"""How the sections of one level are numbered."""


class Numbering(Entry):
    """Cách đánh số đề mục (NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6)."""

    levels: tuple[NumberForm, ...] = Field(
        ("I.", "1.", "a)", "-"),
        min_length=1,
        title="Các cấp",
        description="Kiểu số của từng cấp: I. | A. | 1. | 1.1. | 1.1.1. | a) | (1) | - | +.",
    )
    letter_d: Flag = Field(
        default=True,
        title="Dùng chữ đ",
        description="Thứ tự a, b, c, d, đ, e (true) hay a, b, c, d, e, g (false).",
    )


class Style(Entry):
    """Những chỗ mà mỗi văn phòng quen viết một cách."""

    numbering: Numbering = Field(
        default_factory=Numbering.model_construct,
        title="Đánh số",
        description="Kiểu số của các cấp đề mục.",
    )
    legal_bases: Literal["lines", "run-in"] = Field(
        "lines",
        title="Trình bày căn cứ",
        description="lines: mỗi căn cứ một dòng; run-in: các căn cứ nối nhau trong một đoạn.",
    )
    number_word: Form = Field(
        "số", title="Chữ trước số văn bản", description="số, hoặc số: như một số tỉnh quen viết."
    )
    dates: Literal["long", "short"] = Field(
        "long",
        title="Cách viết ngày",
        description="long: ngày 19 tháng 02 năm 2020; short: ngày 19/02/2020.",
    )
    last_basis: Literal[".", ",", ";"] = Field(
        ".", title="Dấu sau căn cứ cuối", description="Nghị định 30/2020/NĐ-CP: dấu chấm."
    )
    closing_mark: Form = Field("./.", title="Dấu kết thúc", description="Dấu ở cuối văn bản: ./.")


class Allowance(Entry):
    """Một cảnh báo hay lỗi mà người soạn biết và chấp nhận."""

    name: Code = Field(title="Tên kiểm tra", description="Tên trong ngoặc vuông ở cuối thông báo.")
    path: Code = Field(
        "",
        title="Vị trí",
        description="Đường dẫn trong kế hoạch, như projects[1].budget; bỏ trống là mọi chỗ.",
    )
    reason: Aside = Field(
        min_length=1, title="Lý do", description="Vì sao chấp nhận; được in lại khi kiểm tra."
    )
    until: Day | None = Field(
        None, title="Hết hạn", description="Sau ngày này lời chấp nhận không còn giá trị."
    )


Recipients = Items[Recipient]
