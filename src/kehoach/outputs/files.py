"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

_PREFIX, _SUFFIX = ".kehoach-", ".tmp"
_LEFT_BEHIND = 60  # seconds: no write takes as long, so that whoever began it is gone


class FileBusyError(PermissionError):
    """The file is open in another program (Word on Windows holds what it shows), or protected."""


def write_aside(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then put it in place in one step.

    A file that was there gives its permissions to the new one. Through a link the file that it
    means is written, where that lies in the link's folder or below.

    Raises:
        FileBusyError: the file in place is held by another program, may be read only, or is a link
            that leads out of its folder.
        OSError: the folder is missing or cannot be written, the disk is full.
    """
    path = _meant(path)
    mode = _mode(path)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    aside = Path(name)
    try:
        _write_through(handle, data)
        aside.chmod(mode)
        _replace(aside, path)
    except BaseException as error:
        aside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, name):
            error.filename = str(path)  # not the name aside, which says nothing to the user
        raise


def sweep(written: Path) -> None:
    """Remove what a run that was killed has left beside a file that has just been written."""
    now = written.stat().st_mtime
    for one in written.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        try:
            found = one.lstat()
            if stat.S_ISREG(found.st_mode) and now - found.st_mtime > _LEFT_BEHIND:
                one.unlink()
        except OSError:
            continue  # another run has swept it, or it may not be touched: it does no harm


def _meant(path: Path) -> Path:
    """The file that a path means, links followed within its folder."""
    if not path.is_symlink():
        return path
    meant = path.resolve()
    if not meant.is_relative_to(path.parent.resolve()):
        raise _busy(path, "là liên kết dẫn ra ngoài thư mục. Hãy ghi thẳng vào tệp gốc")
    return meant


def _mode(path: Path) -> int:
    """The permissions of the new file: temporary ones are private, a document is not."""
    if not path.exists():
        return 0o644
    mode = stat.S_IMODE(path.stat().st_mode) & 0o777
    if not mode & 0o222:
        raise _busy(path, "chỉ được đọc. Hãy bỏ dấu chỉ đọc (Read-only) của tệp rồi chạy lại")
    return mode


def _write_through(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(aside: Path, path: Path) -> None:
    try:
        aside.replace(path)
    except PermissionError as error:
        why = "tệp đang mở trong Word hoặc bị khóa. Hãy đóng tệp rồi chạy lại"
        raise _busy(path, why) from error


def _busy(path: Path, why: str) -> FileBusyError:
    return FileBusyError(errno.EBUSY, f"Không ghi được “{path.name}”: {why}.", str(path))
