"""Build the default Word templates (`--check` proves them current)."""

from __future__ import annotations

import sys
from pathlib import Path

from kehoach.word.package import read_package
from kehoach.word.writing import write_parts
from word.pages import PAGES
from word.parts import all_parts

FOLDER = Path(__file__).parents[1] / "templates"


def main() -> int:
    """Write each template, or say which is stale."""
    stale = []
    for stem, (body, section) in PAGES.items():
        path, parts = FOLDER / f"{stem}.docx", all_parts(body, section)
        if "--check" not in sys.argv:
            path.write_bytes(write_parts(parts))
        elif not path.is_file() or read_package(path.read_bytes()) != parts:
            stale.append(path.name)
    if stale:
        print(f"stale: {', '.join(stale)}; run tools/build_templates.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
