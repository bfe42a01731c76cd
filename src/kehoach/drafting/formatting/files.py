"""Which files a folder has to format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def files_to_format(path: Path) -> Iterator[Path]:
    """A file itself, or the .yaml files of a folder, bases too; none in hidden folders."""
    if not path.is_dir():
        yield path
        return
    for one in sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]):
        if not any(part.startswith(".") for part in one.relative_to(path).parts):
            yield one
