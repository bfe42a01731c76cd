"""Plans as they stand in a version of the repository: `main~1:plans/a.yaml`."""

from __future__ import annotations

import datetime as dt
import posixpath
import subprocess
from dataclasses import replace
from pathlib import Path

from kehoach import api
from kehoach.office import find_office
from kehoach.source import fill_tables, load

_HINT = "Viết PHIÊN_BẢN:tệp, như HEAD~1:plans/a.yaml; xem các phiên bản bằng git log."


class GitFiles:
    """Files of one version; their names begin with the version and a colon."""

    def __init__(self, revision: str) -> None:
        self.revision = revision

    def read(self, name: str) -> bytes:
        """A file's bytes in that version; FileNotFoundError when it had none."""
        path = name.removeprefix(f"{self.revision}:")
        return git("show", f"{self.revision}:./{posixpath.normpath(path)}")


def git(*arguments: str) -> bytes:
    """What git prints.

    Raises:
        FileNotFoundError: git says no (or is not there); the text is git's own.
    """
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)  # noqa: S603, S607
    except subprocess.CalledProcessError as error:
        raise FileNotFoundError(error.stderr.decode(errors="replace").strip()) from error
    return done.stdout


def _says(arguments: tuple[str, ...]) -> bool:
    try:
        git(*arguments)
    except FileNotFoundError:
        return False
    return True


def why_missing(revision: str, path: str) -> str:
    """Why a version of a plan cannot be had: no repository, no such revision, no such file."""
    commit = f"{revision}^{{commit}}"
    if not _says(("rev-parse", "--git-dir")):
        return "thư mục này không ở trong kho git"
    if not _says(("rev-parse", "--verify", "-q", commit)):
        return f"git không có phiên bản '{revision}'"
    return f"phiên bản '{revision}' không có tệp '{path}'"


def split(version: str) -> tuple[str, str]:
    """Revision and path; no revision where the text names a file that is there.

    >>> split("HEAD~1:plans/a.yaml")
    ('HEAD~1', 'plans/a.yaml')
    """
    revision, mark, path = version.partition(":")
    drive = len(revision) == 1  # C:\\plans\\a.yaml
    return (revision, path) if mark and not drive and not Path(version).exists() else ("", version)


def open_version(version: str, today: dt.date) -> api.Dossier:
    """Open a plan file, or a plan of a version."""
    revision, path = split(version)
    if not revision:
        return api.open_plan(Path(path), today)
    files = GitFiles(revision)
    layers = load(f"{revision}:{path}", files)
    layers.problems = [
        replace(one, message=why_missing(revision, path), hint=_HINT)
        if one.name == "file-missing"
        else one
        for one in layers.problems
    ]
    fill_tables(layers, files)
    return api.examine(layers, Path(f"{revision}:{path}"), today, find_office(Path(path).parent))
