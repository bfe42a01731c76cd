"""The version of a plan that a document was made from, looked for in git."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from pathlib import Path

from kehoach import api, issuing
from kehoach.reviewing.versions import git
from kehoach.source import Layers, Map, Seq, Value, fill_tables, load

MOST = 200
"""How many versions are looked at; older ones are not worth the wait."""


class VersionFiles:
    """The files of one version, by their names from the plan's folder."""

    def __init__(self, revision: str, folder: Path) -> None:
        self.revision, self.folder = revision, str(folder)

    def read(self, name: str) -> bytes:
        """A file's bytes in that version; FileNotFoundError when it had none."""
        return git("-C", self.folder, "show", f"{self.revision}:./{posixpath.normpath(name)}")


def version_of(
    path: Path, layers: Layers, wanted: str, today: dt.date
) -> tuple[str, api.Dossier] | None:
    """The newest version whose hash is this one, as a short name and as a plan."""
    for revision in _revisions(path, layers):
        found = _read(path, revision)
        if found.root is not None and issuing.plan_hash(found.root) == wanted:
            return revision[:10], api.examine(found, path, today)
    return None


def _read(path: Path, revision: str) -> Layers:
    files = VersionFiles(revision, path.parent)
    layers = load(path.name, files)
    fill_tables(layers, files)
    return layers


def _revisions(path: Path, layers: Layers) -> list[str]:
    """The versions in which the plan, a base or a data file changed; none outside git."""
    names = sorted({_beside(path, name) for name in _files(layers)})
    try:
        told = git("-C", str(path.parent), "log", f"-{MOST}", "--format=%H", "--", *names)
    except OSError:
        return []
    return told.decode("ascii").split()


def _files(layers: Layers) -> Iterator[str]:
    yield from layers.texts
    yield from _sources(layers.root)


def _sources(value: Value) -> Iterator[str]:
    """The data files of tables: where rows come from that stand in no plan file."""
    if isinstance(value, Map):
        if value.get("source") and isinstance(rows := value.get("rows"), Seq):
            yield rows.mark.file
        for one in value.values():
            yield from _sources(one)
    elif isinstance(value, Seq):
        for one in value:
            yield from _sources(one)


def _beside(path: Path, name: str) -> str:
    return posixpath.relpath(name, path.parent.as_posix())
