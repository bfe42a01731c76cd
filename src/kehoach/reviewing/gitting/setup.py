"""Teach a clone to show, compare and merge plans; and to forget it again, leaving no trace."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from kehoach.reviewing.gitting.repository import set_setting, setting, settings

ATTRIBUTES = ".gitattributes"
_BEGIN = "# kehoach: do lệnh kehoach git-setup ghi; bỏ bằng kehoach git-setup --remove"
_END = "# kehoach: hết"
_LINES = (
    "*.yaml diff=kehoach merge=kehoach",
    "*.yml diff=kehoach merge=kehoach",
    "*.docx diff=kehoach-docx",
)
_WRITTEN, _BEFORE = "kehoach.written", "kehoach.before"
_HUNK = "^([a-z_]+:.*|[ ]*- (id|title|indicator|name|document|number|type): .*)$"
_BOM = b"\xef\xbb\xbf"


def program() -> str:
    """This program as a shell runs it, whatever is on the PATH; blanks in its path are safe.

    `-P`: git runs it at the top of a repository, whose files are no part of this program.
    """
    return f"{shlex.quote(Path(sys.executable).as_posix())} -P -m kehoach"


def wanted() -> dict[str, str]:
    """The settings of a clone."""
    run = program()
    return {
        "diff.kehoach.command": f"{run} git-diff",
        "diff.kehoach.xfuncname": _HUNK,
        "diff.kehoach-docx.textconv": f"{run} template text",
        "diff.kehoach-docx.cachetextconv": "true",
        "difftool.kehoach.cmd": f'{run} git-difftool "$LOCAL" "$REMOTE" "$MERGED"',
        "merge.kehoach.name": "gộp hai bản của một kế hoạch theo mã của từng mục",
        "merge.kehoach.driver": f"{run} merge-file %O %A %B %P",
        "core.quotepath": "false",
    }


def set_up(top: Path) -> list[str]:
    """Write attributes and settings; what was changed, in words. Twice is as once."""
    return [*_attributes(top), *_settings(top)]


def _attributes(top: Path) -> Iterator[str]:
    path = top / ATTRIBUTES
    before = path.read_bytes() if path.exists() else b""
    after = with_lines(without_lines(before))
    if after != before:
        path.write_bytes(after)
        yield f"Đã ghi {len(_LINES)} dòng vào {ATTRIBUTES}."


def with_lines(data: bytes) -> bytes:
    """An attributes file with our lines first: those of the office come later and so prevail."""
    mark = _BOM if data.startswith(_BOM) else b""
    end = "\r\n" if b"\r\n" in data else "\n"
    block = "".join(f"{line}{end}" for line in (_BEGIN, *_LINES, _END))
    return mark + block.encode() + data.removeprefix(mark)


def without_lines(data: bytes) -> bytes:
    """An attributes file without our lines, every other byte as it was."""
    kept, ours = [], False
    for line in data.splitlines(keepends=True):
        text = line.removeprefix(_BOM).rstrip(b"\r\n").decode("utf-8", "replace")
        if text == _BEGIN:
            ours = True
            kept += [_BOM] if line.startswith(_BOM) else []
        elif not ours:
            kept.append(line)
        ours = ours and text != _END
    return b"".join(kept)


def _settings(top: Path) -> Iterator[str]:
    own = set(settings(top, _WRITTEN))
    for key, value in wanted().items():
        old = setting(top, key)
        if old == value:
            continue
        if key not in own:
            set_setting(top, "--add", _WRITTEN, key)
            if old is not None:
                set_setting(top, "--add", _BEFORE, f"{key}={old}")
        set_setting(top, "--replace-all", key, value)
        yield f"Đã đặt {key} = {value}"


def remove(top: Path) -> list[str]:
    """Undo `set_up`: attributes, settings, and the values that were there before."""
    return [*_attributes_removed(top), *_settings_removed(top)]


def _attributes_removed(top: Path) -> Iterator[str]:
    path = top / ATTRIBUTES
    before = path.read_bytes() if path.exists() else b""
    after = without_lines(before)
    if after != before:
        if after.strip():
            path.write_bytes(after)
        else:
            path.unlink()
        yield f"Đã bỏ {len(_LINES)} dòng khỏi {ATTRIBUTES}."


def _settings_removed(top: Path) -> Iterator[str]:
    old = dict(one.partition("=")[::2] for one in settings(top, _BEFORE))
    values = wanted()
    written = settings(top, _WRITTEN)
    for key in written:
        if not _is_ours(setting(top, key), values.get(key, "")):
            yield f"Giữ {key}: giá trị đã được sửa sau khi cài."
        elif key in old:
            set_setting(top, "--replace-all", key, old[key])
            yield f"Đã trả lại {key} = {old[key]}"
        else:
            set_setting(top, "--unset-all", key)
            yield f"Đã bỏ {key}"
    if written:
        set_setting(top, "--remove-section", "kehoach")


def _is_ours(value: str | None, wanted: str) -> bool:
    """Whether a value is the one we wrote, by whatever Python we were run then."""
    return value is not None and _command(value) == _command(wanted)


def _command(value: str) -> str:
    return value.rpartition(" -m kehoach ")[2]
