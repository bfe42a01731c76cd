"""A git repository: its folder, its local settings."""

from __future__ import annotations

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git is not there, or says no; the text is for the user."""


def git(folder: Path, *arguments: str) -> str:
    """What git prints, run in a folder.

    Raises:
        GitError: git says no, or is not installed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git of the PATH
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    except FileNotFoundError as error:
        raise GitError("máy này chưa cài git") from error
    except subprocess.CalledProcessError as error:
        raise GitError(error.stderr.strip()) from error
    return str(done.stdout)


def top_of(folder: Path) -> Path:
    """The top folder of the repository that a folder is in.

    Raises:
        GitError: it is in none.
    """
    name = folder.resolve().as_posix()
    try:
        return Path(git(folder, "rev-parse", "--show-toplevel").strip("\r\n"))
    except GitError as error:
        if error.__cause__ and isinstance(error.__cause__, FileNotFoundError):
            raise
        message = f"{name} không nằm trong kho git nào; chạy git init trước (git: {error})"
        raise GitError(message) from error


def setting(top: Path, key: str) -> str | None:
    """The value of a setting in the repository's own file."""
    found = settings(top, key)
    return found[-1] if found else None


def settings(top: Path, key: str) -> list[str]:
    """Every value of a setting in the repository's own file."""
    try:
        told = git(top, "config", "--local", "--null", "--get-all", key)
    except GitError:
        return []
    return told.split("\0")[:-1]
