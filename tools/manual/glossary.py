"""docs/glossary.md: the table inside the page comes from docs/glossary.tsv."""

from __future__ import annotations

import csv
from pathlib import Path

from manual.markdown import END, notice, table

START = notice("docs/glossary.tsv")


def page(root: Path) -> str:
    """The page as it stands, with its table made anew."""
    text = (root / "docs" / "glossary.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    return f"{before}{START}\n\n{terms(root)}\n\n{END}{rest.partition(END)[2]}"


def terms(root: Path) -> str:
    with (root / "docs" / "glossary.tsv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return table(head, ((f"`{name}`", *rest) for name, *rest in rows))
