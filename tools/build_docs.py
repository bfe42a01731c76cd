"""Write what docs/ and schema/ take from the code; with `--check`, tell whether it is current."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from manual import checks, commands, filters, glossary, plan, published_plans, schema

ROOT = Path(__file__).resolve().parent.parent

PAGES: dict[str, Callable[[Path], str]] = {
    "README.md": checks.readme,
    "docs/checks.md": checks.page,
    "docs/cli.md": commands.page,
    "docs/filters.md": filters.page,
    "docs/glossary.md": glossary.page,
    "docs/plan.md": plan.page,
    "docs/published-plans.md": published_plans.page,
    "schema/plan.schema.json": schema.page,
}
"""Each generated file, and what makes its text from the folder of the repository."""


def written(name: str) -> str:
    """The page as it stands; nothing when there is none."""
    file = ROOT / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def write(name: str, text: str) -> None:
    (ROOT / name).parent.mkdir(exist_ok=True)
    (ROOT / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Write the pages named, or all; with `--check` only tell which of them differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if one differs")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(PAGES)}; none: all")
    options = parser.parse_args()
    texts = {name: PAGES[name](ROOT) for name in options.names or PAGES}
    stale = [name for name, text in texts.items() if written(name) != text]
    for name in stale:
        if not options.check:
            write(name, texts[name])
        print(f"{name}: {'differs, run `make docs`' if options.check else 'written'}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
