"""The office file, kehoach.toml: templates, variant, what the office allows and switches off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from kehoach.checks import CHECKS
from kehoach.diagnostics import Finding, Severity
from kehoach.plan import Allowance
from kehoach.plan.base import Entry
from kehoach.source import (
    OFFICE_FILE,
    UNPRINTABLE,
    Mark,
    RefusedError,
    folders_above,
    inside,
    read_regular,
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
    def options(self) -> dict[str, dict[str, Any]]:
        """The options of checks."""
        return {one.name: one.options for one in self.settings.check if one.options}

    def _folder(self, name: str) -> Path | None:
        """A folder of the office; None where none is named, or it would lie elsewhere."""
        try:
            return inside(self.path.parent / name, self.path.parent) if self.path and name else None
        except RefusedError:
            return None


def find_office(start: Path) -> Office:
    """The office file of this folder, or of the nearest one above it that has one.

    What lies above git's top, or above the user's home, is not looked at.
    """
    found = (one / FILE for one in folders_above(start) if (one / FILE).is_file())
    path = next(found, None)
    return read_office(path) if path else Office()


def read_office(path: Path) -> Office:
    """Read an office file; its mistakes are diagnostics."""
    import tomllib

    try:
        text = read_regular(path, _MOST).decode("utf-8-sig")
        data = tomllib.loads(text)
    except RefusedError as error:
        return Office(path, diagnostics=(_fault(path, 1, f"không đọc được: {error}", _FORM),))
    except RecursionError:
        message = "các bảng và danh sách lồng nhau quá sâu"
        return Office(path, diagnostics=(_fault(path, 1, message, _FORM),))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Office(path, diagnostics=(_unreadable(path, error),))
    for letter, key in _unprintable(data):
        message = f"giá trị của '{key}' có ký tự điều khiển không nhìn thấy (U+{ord(letter):04X})"
        return Office(path, diagnostics=(_fault(path, _line(text, (), key), message, _FORM),))
    try:
        office = Office(path, OfficeFile.model_validate(data))
    except ValidationError as error:
        found = [_invalid(path, text, one) for one in error.errors(include_url=False)]
        return Office(path, diagnostics=tuple(found))
    return replace(office, diagnostics=tuple(_without_effect(office, text)))


_MOST = 200_000  # bytes; an office's settings are a page or two
_FORM = "Chữ phải đặt trong dấu nháy, tệp lưu mã UTF-8; ví dụ: templates = 'mau'."


def _unprintable(data: Any) -> Iterator[tuple[str, str]]:
    """Letters that no one sees in the texts of a file, each with its key; not by recursion."""
    left = [("", data)]
    while left:
        key, one = left.pop()
        if isinstance(one, dict):
            left += [(str(name), value) for name, value in one.items()]
        elif isinstance(one, list):
            left += [(key, value) for value in one]
        elif isinstance(one, str) and (found := UNPRINTABLE.search(one)):
            yield found[0], key


def _unreadable(path: Path, error: Exception) -> Finding:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    return Finding(
        name="office-file",
        message="không đọc được tệp cài đặt của văn phòng",
        hint=_FORM,
        mark=Mark(path.as_posix(), line, column),
    )


def _invalid(path: Path, text: str, error: Any) -> Finding:
    loc = error["loc"]
    key = next((one for one in reversed(loc) if isinstance(one, str)), "")
    message = _MESSAGES.get(error["type"], "giá trị của '{}' không dùng được").format(key)
    tables: dict[str, type[Entry]] = {"allow": Allowance, "check": CheckRule}
    fields = tables.get(loc[0] if len(loc) > 1 else "", OfficeFile).model_fields
    choices = (error.get("ctx") or {}).get("expected", "").replace(" or ", ", ")
    hint = f"Chọn một trong: {choices}." if choices else f"Các khóa dùng được: {', '.join(fields)}."
    return _fault(path, _line(text, loc, key), message, hint)


_MESSAGES = {"extra_forbidden": "khóa '{}' không có", "missing": "thiếu khóa '{}'"}


def _line(text: str, loc: Sequence[str | int], key: str) -> int:
    """The line of a key: in the table `[[allow]]` that it belongs to, or in the whole file."""
    lines = text.splitlines()
    loc = loc or ("",)
    index = loc[1] if len(loc) > 1 and isinstance(loc[1], int) else -1
    heads = [number for number, one in enumerate(lines, 1) if one.strip() == f"[[{loc[0]}]]"]
    start = heads[index] if 0 <= index < len(heads) else 1
    below = enumerate(lines[start - 1 :], start)
    return next((n for n, one in below if re.match(rf"\W*{re.escape(key)}\b", one)), start)


def _without_effect(office: Office, text: str) -> Iterator[Finding]:
    """Folders that are not there and checks that nobody has."""
    assert office.path is not None
    for key, folder in (("templates", office.templates), ("registers", office.registers)):
        name = getattr(office.settings, key)
        if name and (folder is None or not folder.is_dir()):
            message = f"không có thư mục '{name}' ({key}) trong thư mục của văn phòng"
            hint = "Tính từ thư mục của tệp kehoach.toml, và nằm trong thư mục đó."
            yield _fault(office.path, _line(text, (key,), key), message, hint)
    for index, rule in enumerate(office.settings.check):
        if rule.name not in CHECKS:
            near = get_close_matches(rule.name, CHECKS, n=1)
            hint = f"Có phải là '{near[0]}'?" if near else f"Các kiểm tra: {', '.join(CHECKS)}."
            line = _line(text, ("check", index), "name")
            yield _fault(office.path, line, f"không có kiểm tra '{rule.name}'", hint)


def _fault(path: Path, line: int, message: str, hint: str) -> Finding:
    mark = Mark(path.as_posix(), line, 1)
    return Finding(name="office-file", message=message, hint=hint, mark=mark)


def plan_files(path: Path) -> Iterator[Path]:
    """A file itself, or the plans of a folder: its .yaml files but those of `bases`."""
    if not path.is_dir():
        yield path
        return
    for one in sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]):
        if "bases" not in one.relative_to(path).parts:
            yield one
