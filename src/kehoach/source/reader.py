"""Bytes of one file -> values with places."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.source import faults
from kehoach.source.conflicts import merge_conflicts
from kehoach.source.decode import decode
from kehoach.source.marks import Map, Mark
from kehoach.source.problems import LIMITS, Limits, Problem


@dataclass(slots=True)
class Reading:
    """One file read: its root, its text, and what is wrong with it."""

    root: Map | None = None
    text: str | None = None
    problems: list[Problem] = field(default_factory=list)


def read(name: str, data: bytes, limits: Limits = LIMITS) -> tuple[Map | None, list[Problem]]:
    """The root map of a file and what is wrong with it.

    The root is None where the file is no YAML or has no keys; other findings leave a tree.
    """
    reading = read_file(name, data, limits)
    return reading.root, reading.problems


def read_file(name: str, data: bytes, limits: Limits) -> Reading:
    """As `read`, with the text that the marks' offsets count in."""
    if len(data) > limits.bytes:
        fault = faults.too_large(Mark(name, 1, 1), len(data), limits.bytes)
        return Reading(problems=[fault])
    text, problems = decode(name, data)
    if text is None:
        return Reading(problems=problems)
    if conflicts := merge_conflicts(name, text):
        return Reading(None, text, problems + conflicts)
    # The YAML library takes as long to load as the rest of a short run.
    from kehoach.source.build import build

    root, found = build(name, text, limits)
    return Reading(root if isinstance(root, Map) else None, text, problems + found)
