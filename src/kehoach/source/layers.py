"""A plan file with the bases it extends, read and merged, and where the files come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from kehoach.source.marks import Map
from kehoach.source.problems import Problem


class Files(Protocol):
    """Where files are read from. Names use "/"."""

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            OSError: there is no such file, or it cannot be read.
        """


@runtime_checkable
class ListedFiles(Files, Protocol):
    """Files that can also be listed, so that a misspelt name can be corrected."""

    def names(self, folder: str) -> Iterable[str]:
        """Names (last parts only) of the files in a folder; "" is the working folder."""


@dataclass(slots=True)
class Layers:
    """What came out of a file and its bases.

    Attributes:
        root: the merged tree; None where a file of it could not be read.
        problems: findings of all files, in the order of reading, those of merging last.
        texts: NFC text of each file read, by its name in marks.
        bases: names of the bases in the order of merging, the farthest first.
    """

    root: Map | None = None
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
