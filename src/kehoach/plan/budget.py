"""Kinh phí: one amount seen as kinds, sources and years, each exact and with its unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from pydantic import Field

from kehoach.formats.values import Money as MoneyValue
from kehoach.plan.base import Entry, Shorthand
from kehoach.plan.values import Money, Name

KINDS = {"investment": "vốn đầu tư phát triển", "recurrent": "vốn sự nghiệp"}
SOURCES = {
    "central": "ngân sách trung ương",
    "local": "ngân sách địa phương",
    "other": "nguồn vốn khác",
}


def total_of(parts: Iterable[MoneyValue | None]) -> MoneyValue | None:
    """The exact sum of the amounts that are there; nothing when none is."""
    found = [part for part in parts if part is not None]
    return MoneyValue.total(found) if found else None


class Share(Shorthand):
    """Phần của một nguồn vốn."""

    shorthand: ClassVar[str] = "total"

    total: Money | None = Field(
        None, title="Tổng", description="Tổng đã nêu; bỏ trống thì cộng từ các phần."
    )
    investment: Money | None = Field(
        None, title="Vốn đầu tư phát triển", description="Số tiền kèm đơn vị: 36,406 tỷ đồng."
    )
    recurrent: Money | None = Field(
        None, title="Vốn sự nghiệp", description="Số tiền kèm đơn vị: 20,735 tỷ đồng."
    )

    @property
    def kinds(self) -> dict[str, MoneyValue]:
        """Amounts by kind (investment, recurrent), those that are given."""
        pairs = ((kind, getattr(self, kind)) for kind in KINDS)
        return {kind: amount for kind, amount in pairs if amount is not None}

    @property
    def computed(self) -> MoneyValue | None:
        """The sum of the kinds."""
        return total_of(self.kinds.values())

    @property
    def amount(self) -> MoneyValue | None:
        """What the page shows: the stated total, or else the sum of the parts."""
        return self.total or self.computed


class Budget(Share):
    """Kinh phí của một dự án, chính sách hay nhiệm vụ, theo loại vốn, nguồn vốn và năm."""

    label: Name = Field(
        "",
        title="Tên trong phần kinh phí",
        description="Tên ghi ở phần kinh phí khi khác tên dự án.",
    )
    central: Share | None = Field(
        None, title="Ngân sách trung ương", description="Một số tiền, hoặc chia theo loại vốn."
    )
    local: Share | None = Field(
        None, title="Ngân sách địa phương", description="Một số tiền, hoặc chia theo loại vốn."
    )
    other: Share | None = Field(
        None, title="Nguồn khác", description="Tín dụng, huy động, đóng góp, ..."
    )
    years: dict[int, Money] = Field(
        {}, title="Theo năm", description="Số tiền của từng năm: 2021: 12 tỷ đồng."
    )

    @property
    def sources(self) -> dict[str, MoneyValue]:
        """Amounts by source (central, local, other), those that are given."""
        shares = ((name, getattr(self, name)) for name in SOURCES)
        return {name: share.amount for name, share in shares if share and share.amount}

    @property
    def computed(self) -> MoneyValue | None:
        """The sum of the parts: by kind, or else by source, or else by year."""
        for parts in (self.kinds, self.sources, self.years):
            if parts:
                return MoneyValue.total(list(parts.values()))
        return None

    @property
    def breakdown(self) -> str:
        """The parts in words: `vốn đầu tư phát triển 1 tỷ đồng, vốn sự nghiệp 2 tỷ đồng`."""
        names = {**KINDS, **SOURCES}
        parts = self.kinds or self.sources
        return ", ".join(f"{names[name]} {amount.text}" for name, amount in parts.items())


class Funded(Entry):
    """What carries a budget."""

    budget: Budget | None = Field(
        None, title="Kinh phí", description="Tổng và các phần, mỗi số kèm đơn vị."
    )
