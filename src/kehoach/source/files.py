"""Where the files of plans come from: the disk, a version in git, or bytes given for one of them.

A plan is anyone's text: the names in it lead to regular files in its office's folder, or nowhere.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from pathlib import Path
from typing import Protocol

from kehoach.source.git import GitError, TooMuchError, git
from kehoach.source.letters import UNPRINTABLE
from kehoach.source.limits import LIMITS

OFFICE_FILE = "kehoach.toml"
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_NO_NAME = re.compile(rf"[\t\r\n]|{UNPRINTABLE.pattern}")


class RefusedError(OSError):
    """A file that is not read; the text says why, in Vietnamese, and shows nothing of it."""


class Files(Protocol):
    """Where files are read from. Names use "/"."""

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            RefusedError: the name leads out of the office, or to no regular file, or to a long one.
            OSError: there is no such file, or it cannot be read.
        """

    def names(self, folder: str) -> list[str]:
        """Names (last parts) in a folder, to correct a misspelt one; "" is the working folder.

        Raises:
            OSError: there is no such folder.
        """


def beside(owner: str, name: str) -> str:
    r"""A name in a file, counted from that file's folder, as `Files` take it.

    Raises:
        RefusedError: it is absolute, or no name.

    >>> beside("plans/a.yaml", "..\\bases\\b.yaml")
    'bases/b.yaml'
    """
    if _ABSOLUTE.match(name):
        raise RefusedError("tên tệp phải tính từ thư mục của tệp này, không từ gốc ổ đĩa")
    if _NO_NAME.search(name):
        raise RefusedError("tên tệp có ký tự điều khiển")
    folder = posixpath.dirname(owner)
    return posixpath.normpath(posixpath.join(folder, name.replace("\\", "/")))


def folders_above(start: Path) -> list[Path]:
    """A folder and those above it, as far as git's top or the user's home: what is ours to read."""
    folder, found = start.resolve(), []
    for one in (folder, *folder.parents):
        found.append(one)
        if (one / ".git").exists() or one == _home():
            break
    return found


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None


def office_folder(start: Path) -> Path:
    """The folder that all files of the plans in a folder lie in.

    That of the nearest kehoach.toml; where there is none, git's top; else the folder itself.
    """
    found = folders_above(start)
    with_settings = (one for one in found if (one / OFFICE_FILE).is_file())
    top = found[-1] if (found[-1] / ".git").exists() and found[-1] != _home() else found[0]
    return next(with_settings, top)


def inside(path: Path, top: Path) -> Path:
    """A path with its links followed, which lies in a folder.

    Raises:
        RefusedError: it leads out of it, or into git's own files.
    """
    if _NO_NAME.search(str(path)):
        raise RefusedError("tên tệp có ký tự điều khiển")
    try:
        found, top = path.resolve(), top.resolve()
    except RuntimeError as error:  # what Python 3.11 and 3.12 say of links in a circle
        raise RefusedError("các liên kết dẫn vòng") from error
    if not found.is_relative_to(top):
        raise RefusedError(f"nằm ngoài thư mục của văn phòng ({top.as_posix()})")
    if any(part.casefold() == ".git" for part in found.relative_to(top).parts):
        raise RefusedError("là tệp riêng của git")
    return found


def read_regular(path: Path, most: int = LIMITS.bytes) -> bytes:
    """The bytes of a regular file: looked at before it is opened, and read to a limit.

    Raises:
        RefusedError: it is a folder, a pipe or a device, or longer than that.
        OSError: it is not there, or cannot be read.
    """
    _regular(path.stat())
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a descriptor
        _regular(os.fstat(file.fileno()))  # no longer what it was, if someone was quick
        data = file.read(most + 1)
    if len(data) > most:
        raise RefusedError(too_long(most))
    return data


def _regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("không phải tệp thường (là thư mục, ống dẫn hoặc thiết bị)")


def too_long(most: int) -> str:
    """That a file is longer than it may be."""
    return f"dài quá mức {most:,} byte".replace(",", ".")


class DiskFiles:
    """Files of this machine in one folder; names count from the working folder."""

    def __init__(self, top: Path) -> None:
        self.top = top

    def read(self, name: str) -> bytes:
        """See `Files`."""
        return read_regular(inside(Path(name), self.top))

    def names(self, folder: str) -> list[str]:
        """See `Files`."""
        return sorted(one.name for one in inside(Path(folder or "."), self.top).iterdir())


class GitFiles:
    """Files of one version in git; their names may begin with the version and a colon.

    Args:
        revision: as git names it.
        folder: where names count from.
        top: the office's folder as it is on the disk.
    """

    def __init__(self, revision: str, folder: Path, top: Path) -> None:
        self.revision, self.folder, self.top = revision, folder, top

    def read(self, name: str) -> bytes:
        """See `Files`."""
        try:
            return git(
                "cat-file", "blob", self._object(name), folder=self.folder, most=LIMITS.bytes
            )
        except TooMuchError as error:
            raise RefusedError(too_long(LIMITS.bytes)) from error
        except GitError as error:
            raise FileNotFoundError(str(error)) from error

    def names(self, folder: str) -> list[str]:
        """See `Files`."""
        told = git("ls-tree", "-z", "--name-only", self._object(folder), folder=self.folder)
        return told.decode("utf-8", "replace").split("\0")[:-1]

    def _object(self, name: str) -> str:
        """What git calls it. Links in a version are short texts, so only the name can lead out."""
        path = posixpath.normpath(name.removeprefix(f"{self.revision}:"))
        found = Path(os.path.normpath(self.folder.resolve() / path))
        if not found.is_relative_to(self.top.resolve()):
            raise RefusedError(f"nằm ngoài thư mục của văn phòng ({self.top.as_posix()})")
        return f"{self.revision}:./{path}"


class OverlayFiles:
    """Other files, but for some whose bytes are given."""

    def __init__(self, files: Files, given: dict[str, bytes]) -> None:
        self.files, self.given = files, given

    def read(self, name: str) -> bytes:
        """See `Files`."""
        return self.given[name] if name in self.given else self.files.read(name)

    def names(self, folder: str) -> list[str]:
        """See `Files`."""
        return self.files.names(folder)
