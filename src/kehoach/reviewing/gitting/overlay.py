"""A version of a plan that stands in no file of its name: its bytes, and the files beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kehoach import api
from kehoach.source import fill_tables, load


class Overlay:
    """The files of this machine, but one whose bytes are given."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        self.disk = api.DiskFiles()

    def read(self, name: str) -> bytes:
        """The bytes of a file; OSError when it cannot be read."""
        return self.data if name == self.name else self.disk.read(name)


def open_bytes(path: Path, data: bytes, today: dt.date) -> api.Dossier:
    """A plan as if its file held these bytes; bases and data files are those of the disk."""
    files = Overlay(path.as_posix(), data)
    layers = load(path.as_posix(), files)
    fill_tables(layers, files)
    return api.examine(layers, path, today)
