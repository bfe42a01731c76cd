"""A git repository: its folder, its local settings."""

from __future__ import annotations

from pathlib import Path

from kehoach.source import GitError, git


def top_of(folder: Path) -> Path:
    """The top folder of the repository that a folder is in.

    Raises:
        GitError: it is in none, or git is not there.
    """
    here = folder.resolve()
    git("--version")
    try:
        top = Path(git("rev-parse", "--show-toplevel", folder=here).decode().strip("\r\n"))
    except GitError as error:
        message = f"{here.as_posix()} không nằm trong kho git nào; chạy git init trước"
        raise GitError(f"{message} (git: {error})") from error
    if not here.is_relative_to(top.resolve()):
        message = "kho git này đặt tệp của nó ở thư mục khác (core.worktree)"
        raise GitError(f"{message}: {top.as_posix()}")
    return top


def setting(top: Path, key: str) -> str | None:
    """The value of a setting in the repository's own file."""
    found = settings(top, key)
    return found[-1] if found else None


def settings(top: Path, key: str) -> list[str]:
    """Every value of a setting in the repository's own file."""
    try:
        told = git("config", "--local", "--null", "--get-all", key, folder=top)
    except GitError:
        return []
    return told.decode("utf-8", "replace").split("\0")[:-1]


def set_setting(top: Path, *arguments: str) -> None:
    """Change the repository's own file, as `git config` is told to."""
    git("config", "--local", *arguments, folder=top)
