"""The Markdown that the generated pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

END = "<!-- hết phần sinh tự động -->"
"""What ends a generated part of a page that is written by hand."""


def notice(source: str) -> str:
    """The first line of a generated page."""
    return f"<!-- Tệp sinh tự động từ {source}; đừng sửa tay, hãy chạy: make docs -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; bars inside cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", r"\|").split())


def fence(text: str, language: str = "") -> str:
    """A block of code."""
    return f"```{language}\n{text.strip()}\n```"


def document(*blocks: str) -> str:
    """Blocks parted by blank lines; empty ones are left out."""
    return "\n\n".join(block.strip() for block in blocks if block.strip()) + "\n"
