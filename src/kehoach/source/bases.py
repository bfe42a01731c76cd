"""A file and the bases it extends, read and merged."""

from __future__ import annotations

import posixpath
import re

from kehoach.source import faults
from kehoach.source.collector import collector_off
from kehoach.source.layers import Files, Layers, ListedFiles
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.merge import merge
from kehoach.source.orders import without
from kehoach.source.problems import LIMITS, Limits, Problem
from kehoach.source.reader import read_file

EXTENDS = "extends"
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


def load(name: str, files: Files, limits: Limits = LIMITS) -> Layers:
    """Read a file and, recursively, the bases it extends; merge them.

    A base that several files extend counts once, where it is first met. The root is None where the
    file or one of its bases cannot be read, since what is missing would be reported as missing
    from the plan.

    Args:
        name: the file as the user names it; both slashes are accepted.
        files: where the files come from.
        limits: how large each file may be.
    """
    loading = _Loading(files, limits)
    with collector_off():
        loading.main(name.replace("\\", "/"))
        if loading.whole:
            loading.layers.root, problems = merge(loading.roots)
            loading.layers.problems += problems
    return loading.layers


class _Loading:
    """Files read so far, each after its own bases."""

    def __init__(self, files: Files, limits: Limits) -> None:
        self.files = files
        self.limits = limits
        self.layers = Layers()
        self.roots: list[Map] = []
        self.seen: set[str] = set()
        self.whole = True

    def main(self, name: str) -> None:
        """Read the plan itself."""
        mark = Mark(name, 1, 1)
        try:
            data = self.files.read(name)
        except (FileNotFoundError, NotADirectoryError):
            self.fail(faults.file_missing(mark))
        except OSError:
            self.fail(faults.file_unreadable(mark, name))
        else:
            self.add(name, data, (posixpath.normpath(name),))

    def fail(self, problem: Problem) -> None:
        """Note a file that cannot be had."""
        self.whole = False
        self.layers.problems.append(problem)

    def add(self, name: str, data: bytes, chain: tuple[str, ...]) -> None:
        """Read a file's bases, then put the file on top of them.

        Args:
            name: the file as marks name it.
            data: its bytes.
            chain: the files that led here, this one last.
        """
        self.seen.add(chain[-1])
        reading = read_file(name, data, self.limits)
        self.layers.problems += reading.problems
        if reading.text is not None:
            self.layers.texts[name] = reading.text
        if reading.root is None:
            self.whole = False
            return
        for entry, at, path in self.entries(reading.root):
            self.base(entry, at, path, chain)
        self.roots.append(without(reading.root, (EXTENDS,)))
        if len(chain) > 1:
            self.layers.bases.append(name)

    def entries(self, root: Map) -> list[tuple[str, Mark, Route]]:
        """The names a file extends, with their places and paths."""
        value = root.get(EXTENDS)
        if value is None:
            return []
        found: list[tuple[Value, Mark, Route]] = [(value, root.values_at[EXTENDS], (EXTENDS,))]
        if isinstance(value, Seq):
            found = [(v, value.items_at[i], (EXTENDS, i)) for i, v in enumerate(value)]
        entries: list[tuple[str, Mark, Route]] = []
        for entry, at, path in found:
            if isinstance(entry, str) and entry and not _ABSOLUTE.match(entry):
                entries.append((entry.replace("\\", "/"), at, path))
            else:
                self.fail(faults.base_invalid(at, path))
        return entries

    def base(self, entry: str, at: Mark, path: Route, chain: tuple[str, ...]) -> None:
        """Read one base, unless it is read already or leads back to itself."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(chain[-1]), entry))
        if name in chain:
            circle = [*chain[chain.index(name) :], name]
            self.layers.problems.append(faults.base_cycle(at, circle, path))
        elif len(chain) > self.limits.depth:
            self.fail(faults.too_deep(at, self.limits.depth))
        elif name not in self.seen:
            self.open(name, at, path, chain)

    def open(self, name: str, at: Mark, path: Route, chain: tuple[str, ...]) -> None:
        """Read a base that was not read before."""
        try:
            data = self.files.read(name)
        except (FileNotFoundError, NotADirectoryError):
            names = self.names(posixpath.dirname(name))
            self.fail(faults.base_missing(at, name, names, path))
        except OSError:
            self.fail(faults.file_unreadable(at, name))
        else:
            self.add(name, data, (*chain, name))

    def names(self, folder: str) -> list[str]:
        """The files of a folder, where they can be listed."""
        try:
            return sorted(self.files.names(folder)) if isinstance(self.files, ListedFiles) else []
        except OSError:
            return []
