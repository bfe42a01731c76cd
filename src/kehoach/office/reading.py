"""kehoach.toml found and read; what is wrong with it is findings at its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from kehoach.checks import CHECKS
from kehoach.checks.options import kind_text
from kehoach.diagnostics import Finding
from kehoach.office.settings import FILE, CheckRule, Office, OfficeFile
from kehoach.plan import Allowance
from kehoach.plan.base import Entry
from kehoach.source import UNPRINTABLE, Mark, RefusedError, folders_above, read_regular


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
    except (OSError, ValueError) as error:  # beside TOML's own: letters, dates, endless numbers
        return Office(path, diagnostics=(_unreadable(path, error),))
    for letter, key in _unprintable(data):
        message = f"giá trị của '{key}' có ký tự điều khiển không nhìn thấy (U+{ord(letter):04X})"
        return Office(path, diagnostics=(_fault(path, _line(text, (), key), message, _FORM),))
    try:
        office = Office(path, OfficeFile.model_validate(data))
    except ValidationError as error:
        found = [_invalid(path, text, one) for one in error.errors(include_url=False)]
        return Office(path, diagnostics=tuple(found))
    return replace(office, diagnostics=(*_folders(office, text), *_checks(office, text)))


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
    end = next((one for one in heads if one > start), len(lines) + 1)
    wanted = re.compile(rf"(?:^|[\s{{,.]){_quoted(key)}\s*=")
    inside = enumerate(lines[start - 1 : end - 1], start)
    return next((number for number, one in inside if wanted.search(one)), start)


def _quoted(key: str) -> str:
    return rf"[\"']?{re.escape(key)}[\"']?"


def _folders(office: Office, text: str) -> Iterator[Finding]:
    """Folders that are not there, or not in the office."""
    assert office.path is not None
    for key, folder in (("templates", office.templates), ("registers", office.registers)):
        name = getattr(office.settings, key)
        if name and (folder is None or not folder.is_dir()):
            message = f"không có thư mục '{name}' ({key}) trong thư mục của văn phòng"
            hint = "Tính từ thư mục của tệp kehoach.toml, và nằm trong thư mục đó."
            yield _fault(office.path, _line(text, (key,), key), message, hint)


def _checks(office: Office, text: str) -> Iterator[Finding]:
    """Checks that there are not, and options that a check has not or that are of another kind."""
    assert office.path is not None
    for index, rule in enumerate(office.settings.check):
        if rule.name not in CHECKS:
            near = get_close_matches(rule.name, CHECKS, n=1)
            hint = f"Có phải là '{near[0]}'?" if near else "Lệnh kehoach checks liệt kê kiểm tra."
            line = _line(text, ("check", index), "name")
            yield _fault(office.path, line, f"không có kiểm tra '{rule.name}'", hint)
            continue
        for key, message, hint in _wrong_options(rule):
            yield _fault(office.path, _line(text, ("check", index), key), message, hint)


def _wrong_options(rule: CheckRule) -> Iterator[tuple[str, str, str]]:
    """The option, what is wrong with it, what to do."""
    fields = CHECKS[rule.name].options.model_fields
    try:
        CHECKS[rule.name].options.model_validate(rule.options)
    except ValidationError as error:
        for key in dict.fromkeys(str(one["loc"][0]) for one in error.errors(include_url=False)):
            if key not in fields:
                yield key, f"kiểm tra '{rule.name}' không có tùy chọn '{key}'", _known(fields)
            else:
                message = f"tùy chọn '{key}' của '{rule.name}' phải là {kind_text(fields[key])}"
                yield key, message, f"{fields[key].title}: {fields[key].description}"


def _known(fields: Mapping[str, FieldInfo]) -> str:
    return f"Các tùy chọn: {', '.join(fields)}." if fields else "Kiểm tra này không có tùy chọn."


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
