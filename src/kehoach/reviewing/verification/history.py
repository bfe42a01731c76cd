"""The version of a plan that a document was made from, looked for in git."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from pathlib import Path

from kehoach import api, issuing
from kehoach.source import GitError, GitFiles, Layers, Map, Seq, Value, git, office_folder, walk

MOST = 200
"""How many versions are looked at; older ones are not worth the wait."""


def version_of(
    path: Path, layers: Layers, wanted: str, today: dt.date
) -> tuple[str, api.Dossier] | None:
    """The newest version whose hash is this one, as a short name and as a plan."""
    top = office_folder(path.parent)
    for revision in _revisions(path, layers):
        found = api.read_plan(Path(path.name), GitFiles(revision, path.parent, top))
        if found.root is not None and issuing.plan_hash(found.root) == wanted:
            return revision[:10], api.examine(found, path, today)
    return None


def _revisions(path: Path, layers: Layers) -> list[str]:
    """The versions in which the plan, a base or a data file changed; none outside git."""
    names = sorted({_beside(path, name) for name in _files(layers)})
    try:
        told = git("rev-list", f"-{MOST}", "HEAD", "--", *names, folder=path.parent)
    except GitError:
        return []
    return told.decode("ascii").split()


def _files(layers: Layers) -> Iterator[str]:
    yield from layers.texts
    yield from _sources(layers.root)


def _sources(root: Value) -> Iterator[str]:
    """The data files of tables: where rows come from that stand in no plan file."""
    for _, value in walk(root):
        if isinstance(value, Map) and value.get("source"):
            rows = value.get("rows")
            if isinstance(rows, Seq):
                yield rows.mark.file


def _beside(path: Path, name: str) -> str:
    return posixpath.relpath(name, path.parent.as_posix())
