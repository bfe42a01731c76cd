"""Bytes of one file -> values with places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.source import faults
from kehoach.source.conflicts import merge_conflicts
from kehoach.source.decode import decode
from kehoach.source.files import DiskFiles, RefusedError, office_folder
from kehoach.source.finding import Finding
from kehoach.source.limits import LIMITS, Limits
from kehoach.source.marks import Map, Mark


@dataclass(slots=True)
class Reading:
    """One file read: its root, its text, what is wrong with it, and how many values it has."""

    root: Map | None = None
    text: str | None = None
    problems: list[Finding] = field(default_factory=list)
    nodes: int = 0


def read(name: str, data: bytes, limits: Limits = LIMITS) -> tuple[Map | None, list[Finding]]:
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
    text, problems = decode(name, data, limits.marks)
    if text is None:
        return Reading(problems=problems)
    if conflicts := merge_conflicts(name, text):
        return Reading(None, text, problems + conflicts)
    # The YAML library takes as long to load as the rest of a short run.
    from kehoach.source.build import build

    root, found, nodes = build(name, text, limits)
    return Reading(root if isinstance(root, Map) else None, text, problems + found, nodes)


def unreadable(error: OSError, name: str, at: Mark) -> Finding | None:
    """Why a file cannot be had, none of its content shown; None where it is not there."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return None
    reason = str(error) if isinstance(error, RefusedError) else ""
    return faults.file_unreadable(at, name, reason)


def read_safely(paths: Iterable[Path]) -> tuple[list[tuple[str, bytes]], list[Finding]]:
    """Names and bytes of an office's own tables, and what is wrong with those that are left out."""
    read: list[tuple[str, bytes]] = []
    problems: list[Finding] = []
    for path in paths:
        name, at = path.as_posix(), Mark(path.as_posix(), 1, 1)
        try:
            data = DiskFiles(office_folder(path.parent)).read(name)
        except OSError as error:
            problems.append(unreadable(error, name, at) or faults.file_missing(at))
            continue
        found = [one for one in decode(name, data)[1] if one.name == faults.BAD_CHARACTER]
        problems += found
        read += [] if found else [(name, data)]
    return read, problems
