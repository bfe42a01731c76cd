"""Git, started in one way: nothing that a received repository names runs with it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

# A repository's own .git/config is a stranger's text. What could start a program of its choice is
# set here, which prevails; what remains is only asked for objects and settings, never for a diff.
_SET = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.sshCommand": "false",
    "credential.helper": "",
    "diff.external": "",
    "log.showSignature": "false",
    "safe.bareRepository": "explicit",
    # A partial clone would fetch what it lacks, by programs that its settings name.
    **{f"protocol.{one}.allow": "never" for one in ("ext", "file", "git", "ssh", "http", "https")},
    "protocol.allow": "never",
}
_SAFELY = (
    *("--no-pager", "--no-optional-locks", "--literal-pathspecs"),
    *(part for key, value in _SET.items() for part in ("-c", f"{key}={value}")),
)


class GitError(OSError):
    """Git is not there, or says no; the text is for the user."""


class TooMuchError(GitError):
    """Git prints more than is wanted."""


def program() -> str:
    """Git of the PATH, but never one that lies in the working folder.

    Raises:
        GitError: there is none.
    """
    name = "git.exe" if os.name == "nt" else "git"
    here = Path(os.curdir).resolve()
    for folder in map(Path, os.get_exec_path()):
        file = folder / name
        if folder.is_absolute() and folder.resolve() != here and os.access(file, os.X_OK):
            return str(file)
    raise GitError("máy này chưa cài git")


def git(*arguments: str, folder: Path | None = None, most: int | None = None) -> bytes:
    """What git prints.

    Args:
        arguments: a command that reads, or writes settings; objects are had by `cat-file`.
        folder: where it runs; the working folder where none is given.
        most: bytes at most.

    Raises:
        GitError: git says no; the text is git's own.
        TooMuchError: it prints more than `most`.
    """
    place = ("-C", str(folder)) if folder else ()
    command = [program(), *_SAFELY, *place, *arguments]
    with (
        tempfile.TemporaryFile() as told,
        subprocess.Popen(  # noqa: S603 - arguments, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=told
        ) as running,
    ):
        assert running.stdout
        data = running.stdout.read(-1 if most is None else most + 1)
        if most is not None and len(data) > most:
            running.kill()
            raise TooMuchError(f"git: hơn {most} byte")
        if running.wait():
            told.seek(0)
            raise GitError(told.read().decode("utf-8", "replace").strip())
    return data


def hand_over(*arguments: str, safely: bool = True) -> int:
    """Let git speak to the user itself; its exit code.

    Args:
        arguments: the command.
        safely: false only for what the user's own git has asked us to pass on to it.
    """
    command = [program(), *(_SAFELY if safely else ()), *arguments]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - arguments, no shell
