"""A plan file with the bases it extends, read and merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.source.finding import Finding
from kehoach.source.marks import Map


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
    problems: list[Finding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)
