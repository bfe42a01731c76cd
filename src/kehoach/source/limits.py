"""How much of a file is read at most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a plan may be, so that the answer comes within 5 s and 500 MB.

    Attributes:
        bytes: size of a file, and of a plan with all its bases.
        depth: maps and lists within one another; bases too.
        letters: length of one value; the longest paragraph of an office has some thousands.
        nodes: values of a plan and its bases, once each alias is written out.
        aliases: uses of `*name` in a file.
        problems: findings after which reading stops.
        marks: accents on one letter; more take quadratic time to put in order.
    """

    bytes: int = 5 * 1024 * 1024
    depth: int = 64
    letters: int = 100_000
    nodes: int = 200_000
    aliases: int = 1_000
    problems: int = 200
    marks: int = 30


LIMITS = Limits()
