"""A file and the bases it extends, read and merged."""

from __future__ import annotations

import posixpath
from dataclasses import replace

from kehoach.source import faults
from kehoach.source.collector import collector_off
from kehoach.source.files import Files, RefusedError, beside
from kehoach.source.finding import Finding
from kehoach.source.layers import Layers
from kehoach.source.limits import LIMITS, Limits
from kehoach.source.marks import Map, Mark, Route, Seq, Value
from kehoach.source.merge import merge
from kehoach.source.orders import without
from kehoach.source.reader import read_file, unreadable
from kehoach.source.sheets import fill_tables

EXTENDS = "extends"


def load(name: str, files: Files, limits: Limits = LIMITS) -> Layers:
    """Read a file and, recursively, the bases it extends; merge them; fill tables from their files.

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
            fill_tables(loading.layers, files)
    return loading.layers


class _Loading:
    """Files read so far, each after its own bases."""

    def __init__(self, files: Files, limits: Limits) -> None:
        self.files = files
        self.limits = limits
        self.left = limits
        self.layers = Layers()
        self.roots: list[Map] = []
        self.seen: set[str] = set()
        self.whole = True

    def main(self, name: str) -> None:
        """Read the plan itself."""
        mark = Mark(name, 1, 1)
        try:
            data = self.files.read(name)
        except OSError as error:
            self.fail(unreadable(error, name, mark) or faults.file_missing(mark))
        else:
            self.add(name, data, (posixpath.normpath(name),))

    def fail(self, problem: Finding) -> None:
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
        reading = read_file(name, data, self.left)
        size, nodes = self.left.bytes - len(data), self.left.nodes - reading.nodes
        self.left = replace(self.left, bytes=max(size, 0), nodes=max(nodes, 0))
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
            if isinstance(entry, str) and entry:
                entries.append((entry, at, path))
            else:
                self.fail(faults.base_invalid(at, path))
        return entries

    def base(self, entry: str, at: Mark, path: Route, chain: tuple[str, ...]) -> None:
        """Read one base, unless it is read already or leads back to itself."""
        try:
            name = beside(chain[-1], entry)
        except RefusedError:
            self.fail(faults.base_invalid(at, path))
            return
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
        except OSError as error:
            missing = faults.base_missing(at, name, self.names(posixpath.dirname(name)), path)
            self.fail(unreadable(error, name, at) or missing)
        else:
            self.add(name, data, (*chain, name))

    def names(self, folder: str) -> list[str]:
        """The files of a folder, where they can be listed."""
        try:
            return self.files.names(folder)
        except OSError:
            return []
