"""Compile the Vietnamese texts of the command line library: .po to .mo (`--check` tests it)."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PO = Path(__file__).parents[1] / "src/kehoach/data/locale/vi/LC_MESSAGES/kehoach-click.po"


def compiled() -> bytes:
    """The compiled catalogue, the same bytes each time."""
    with PO.open("rb") as source:
        catalogue = read_po(source, locale="vi")
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> int:
    """Write the catalogue, or say whether it is current."""
    target = PO.with_suffix(".mo")
    if "--check" in sys.argv:
        current = target.is_file() and target.read_bytes() == compiled()
        print(f"{target.name}: {'current' if current else 'stale: run tools/build_locale.py'}")
        return 0 if current else 1
    target.write_bytes(compiled())
    return 0


if __name__ == "__main__":
    sys.exit(main())
