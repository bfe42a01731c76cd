"""Plans as they stand in a version of the repository: `main~1:plans/a.yaml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from kehoach import api
from kehoach.office import find_office
from kehoach.source import GitError, GitFiles, git, office_folder

_HINT = "Viết PHIÊN_BẢN:tệp, như HEAD~1:plans/a.yaml; xem các phiên bản bằng git log."


def why_missing(revision: str, path: str) -> str:
    """Why a version of a plan cannot be had: no repository, no such revision, no such file."""
    if not _says("rev-parse", "--git-dir"):
        return "thư mục này không ở trong kho git"
    if not _says("rev-parse", "--verify", "-q", f"{revision}^{{commit}}"):
        return f"git không có phiên bản '{revision}'"
    return f"phiên bản '{revision}' không có tệp '{path}'"


def _says(*arguments: str) -> bool:
    try:
        git(*arguments)
    except GitError:
        return False
    return True


def split(version: str) -> tuple[str, str]:
    """Revision and path; no revision where the text names a file that is there.

    >>> split("HEAD~1:plans/a.yaml")
    ('HEAD~1', 'plans/a.yaml')
    """
    revision, mark, path = version.partition(":")
    drive = len(revision) == 1  # C:\\plans\\a.yaml
    named = mark and not drive and not version.startswith("-")  # git would take it for an option
    return (revision, path) if named and not Path(version).exists() else ("", version)


def open_version(version: str, today: dt.date) -> api.Dossier:
    """Open a plan file, or a plan of a version."""
    revision, path = split(version)
    if not revision:
        return api.open_plan(Path(path), today)
    folder = Path(path).parent
    files = GitFiles(revision, Path(), office_folder(folder))
    layers = api.read_plan(Path(f"{revision}:{path}"), files)
    layers.problems = [
        replace(one, message=why_missing(revision, path), hint=_HINT)
        if one.name == "file-missing"
        else one
        for one in layers.problems
    ]
    return api.examine(layers, Path(f"{revision}:{path}"), today, find_office(folder))
