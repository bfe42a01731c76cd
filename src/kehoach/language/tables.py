"""The tables of words that come with the package: data/language/*.tsv."""

from __future__ import annotations

from importlib.resources import files


def language_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns; empty cells are "", `#` opens a remark."""
    text = (files("kehoach") / "data" / "language" / f"{name}.tsv").read_text(encoding="utf-8")
    head, *lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [{**dict.fromkeys(head, ""), **dict(zip(head, line, strict=False))} for line in lines]
