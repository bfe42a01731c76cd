"""The office file, kehoach.toml: templates, variant, what the office allows and switches off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from kehoach.checks import CHECKS, names_of
from kehoach.checks.options import Options
from kehoach.diagnostics import Finding, Severity
from kehoach.plan import Allowance
from kehoach.plan.base import Entry
from kehoach.source import (
    OFFICE_FILE,
    RefusedError,
    Value,
    covers,
    inside,
    named_route,
    route_text,
)

FILE = OFFICE_FILE


class CheckRule(Entry):
    """Cách văn phòng dùng một kiểm tra."""

    name: str = Field(title="Tên kiểm tra", description="Tên trong ngoặc vuông của thông báo.")
    severity: Literal["", "error", "warning", "info", "off"] = Field(
        "", title="Mức", description="error, warning, info, hoặc off để tắt; trống: giữ nguyên."
    )
    path: str = Field(
        "", title="Vị trí", description="Chỉ áp dụng ở đường dẫn này của kế hoạch; trống: mọi chỗ."
    )
    options: dict[str, Any] = Field(
        default_factory=dict, title="Tùy chọn", description="Các tùy chọn riêng của kiểm tra."
    )


class OfficeFile(Entry):
    """Nội dung của kehoach.toml."""

    templates: str = Field(
        "", title="Thư mục mẫu", description="Thư mục mẫu Word của văn phòng, tính từ tệp này."
    )
    registers: str = Field(
        "", title="Thư mục sổ", description="Thư mục sổ cơ quan, sổ văn bản riêng của văn phòng."
    )
    variant: str = Field(
        "", title="Biến thể mẫu", description="Biến thể mẫu dùng khi kế hoạch không nêu."
    )
    check: tuple[CheckRule, ...] = Field(
        (), title="Kiểm tra", description="Bật, tắt, đổi mức và tùy chọn của từng kiểm tra."
    )
    allow: tuple[Allowance, ...] = Field(
        (), title="Chấp nhận", description="Lỗi, cảnh báo mà văn phòng chấp nhận, có lý do."
    )


@dataclass(frozen=True, slots=True)
class Office:
    """An office's settings; an empty one where there is no file."""

    path: Path | None = None
    settings: OfficeFile = field(default_factory=OfficeFile.model_construct)
    diagnostics: tuple[Finding, ...] = ()

    @property
    def templates(self) -> Path | None:
        """The office's own template folder."""
        return self._folder(self.settings.templates)

    @property
    def registers(self) -> Path | None:
        """The office's own registers."""
        return self._folder(self.settings.registers)

    @property
    def severities(self) -> dict[str, Severity]:
        """What is set for a check everywhere."""
        rules = (one for one in self.settings.check if one.severity and not one.path)
        return {one.name: one.severity for one in rules if one.severity}

    @property
    def options(self) -> dict[type[Options], Options]:
        """The options of checks, those that are as they must be."""
        made = (_options(one) for one in self.settings.check if one.options)
        return {type(one): one for one in made if one}

    @property
    def silenced(self) -> list[str]:
        """The checks, on by themselves, that the office switches off somewhere."""
        off = dict.fromkeys(one.name for one in self.settings.check if one.severity == "off")
        return [name for name in off if name in CHECKS and CHECKS[name].on]

    def settle(self, root: Value) -> Callable[[Finding], Finding]:
        """Gives a finding the severity that is set for its place in the plan of this tree."""
        rules = [one for one in self.settings.check if one.path and one.severity]

        def settled(one: Finding) -> Finding:
            names = names_of(one.name)
            for rule in (rule for rule in rules if rule.name in names):
                if covers(rule.path, (route_text(one.path), named_route(root, one.path))):
                    one = replace(one, severity=rule.severity or one.severity)
            return one

        return settled

    def _folder(self, name: str) -> Path | None:
        """A folder of the office; None where none is named, or it would lie elsewhere."""
        try:
            return inside(self.path.parent / name, self.path.parent) if self.path and name else None
        except RefusedError:
            return None


def _options(rule: CheckRule) -> Options | None:
    try:
        return CHECKS[rule.name].options.model_validate(rule.options)
    except (KeyError, ValidationError):
        return None  # told when the file was read
