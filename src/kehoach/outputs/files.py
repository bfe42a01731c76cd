"""Writing a file so that a reader sees the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class FileBusyError(PermissionError):
    """The file is open in another program (Word on Windows holds what it shows)."""


def write_aside(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then put it in place in one step.

    Raises:
        FileBusyError: the file in place is held by another program or may not be replaced.
        OSError: the folder is missing or cannot be written.
    """
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    aside = Path(name)
    try:
        _write_through(handle, data)
        _set_mode_like(path, aside)
        _replace(aside, path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _write_through(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _set_mode_like(path: Path, aside: Path) -> None:
    """Temporary files are private; a document is as readable as the one before it."""
    mode = path.stat().st_mode if path.exists() else 0o644
    aside.chmod(mode & 0o777)


def _replace(aside: Path, path: Path) -> None:
    try:
        aside.replace(path)
    except PermissionError as error:
        message = (
            f"Không ghi được “{path.name}”: tệp đang mở trong Word hoặc bị khóa. "
            "Hãy đóng tệp rồi chạy lại."
        )
        raise FileBusyError(error.errno, message, str(path)) from error
