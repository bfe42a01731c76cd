"""The office file, kehoach.toml: templates, variant, what the office allows and switches off."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from kehoach.diagnostics import Diagnostic, Severity
from kehoach.plan import Allowance
from kehoach.plan.base import Entry
from kehoach.source import Mark

FILE = "kehoach.toml"


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
    settings: OfficeFile = field(default_factory=OfficeFile)
    diagnostics: tuple[Diagnostic, ...] = ()

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
    def options(self) -> dict[str, dict[str, Any]]:
        """The options of checks."""
        return {one.name: one.options for one in self.settings.check if one.options}

    def _folder(self, name: str) -> Path | None:
        return self.path.parent / name if self.path and name else None


def find_office(start: Path) -> Office:
    """The office file of this folder, or of the nearest one above it that has one."""
    folder = start.resolve()
    for one in (folder, *folder.parents):
        if (one / FILE).is_file():
            return read_office(one / FILE)
    return Office()


def read_office(path: Path) -> Office:
    """Read an office file; its mistakes are diagnostics."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Office(path, diagnostics=(_unreadable(path, error),))
    try:
        return Office(path, OfficeFile.model_validate(data))
    except ValidationError as error:
        found = tuple(_invalid(path, text, one) for one in error.errors(include_url=False))
        return Office(path, diagnostics=found)


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    return Diagnostic(
        "office-file",
        "không đọc được tệp cài đặt của văn phòng",
        hint="Viết theo TOML, mã UTF-8; ví dụ: templates = 'templates'.",
        mark=Mark(path.as_posix(), line, column),
    )


def _invalid(path: Path, text: str, error: Any) -> Diagnostic:
    key = str(error["loc"][-1]) if error["loc"] else ""
    known = ", ".join(OfficeFile.model_fields)
    unknown = error["type"] == "extra_forbidden"
    message = f"khóa '{key}' không có" if unknown else f"giá trị của '{key}' không dùng được"
    lines = enumerate(text.splitlines(), 1)
    line = next((n for n, one in lines if one.lstrip().startswith(key)), 1)
    return Diagnostic(
        "office-file",
        message,
        hint=f"Các khóa dùng được: {known}.",
        mark=Mark(path.as_posix(), line, 1),
    )


def plan_files(path: Path) -> Iterator[Path]:
    """A file itself, or the plans of a folder: its .yaml files but those of `bases`."""
    if not path.is_dir():
        yield path
        return
    for one in sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]):
        if "bases" not in one.relative_to(path).parts:
            yield one
