"""What is wrong with a file's text, and how much of it is read at most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kehoach.source.marks import Mark, Route


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the reader, in the user's words, at its place."""

    name: str
    message: str
    hint: str
    mark: Mark
    severity: Literal["error", "warning"] = "error"
    path: Route = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How large one file may be.

    Attributes:
        bytes: size of the file.
        depth: maps and lists within one another.
        nodes: values once each alias is written out.
        aliases: uses of `*name`.
        problems: findings after which reading stops.
    """

    bytes: int = 5 * 1024 * 1024
    depth: int = 64
    nodes: int = 1_000_000
    aliases: int = 1_000
    problems: int = 200


LIMITS = Limits()
