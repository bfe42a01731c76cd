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
    """How large a plan may be, so that the answer comes within 5 s and 500 MB.

    Attributes:
        bytes: size of a file, and of a plan with all its bases.
        depth: maps and lists within one another; bases too.
        nodes: values of a plan and its bases, once each alias is written out.
        aliases: uses of `*name` in a file.
        problems: findings after which reading stops.
        marks: accents on one letter; more take quadratic time to put in order.
    """

    bytes: int = 5 * 1024 * 1024
    depth: int = 64
    nodes: int = 200_000
    aliases: int = 1_000
    problems: int = 200
    marks: int = 30


LIMITS = Limits()
