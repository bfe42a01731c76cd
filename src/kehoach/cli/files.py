"""Files that commands write: never over what is there, unless one says so."""

from __future__ import annotations

import sys
from pathlib import Path

from kehoach.cli.terminal import say

_HINT = "Thêm --force để ghi đè."


def write_new(path: Path, text: str, *, force: bool = False, hint: str = _HINT) -> None:
    """Write a text file in one step; exit 1 where there is one and it may not be replaced."""
    from kehoach.outputs.files import sweep, write_aside

    if path.exists() and not force:
        say(f"{path.as_posix()} đã có, không ghi đè. {hint}".rstrip(), err=True)
        sys.exit(1)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_aside(path, text.encode("utf-8"))
    sweep(path)


def rewrite(path: Path, text: str) -> None:
    """Write a plan file anew in one step, in the line ends and with the mark that it has."""
    from kehoach.editing.files import encoded
    from kehoach.outputs.files import sweep, write_aside

    write_aside(path, encoded(text, path.read_bytes()))
    sweep(path)
