"""Keys of blocks and rows as private-use characters in texts: how they pass through a template."""

from __future__ import annotations

import re

_BLOCK, _ROW, _CLOSE = "\ue000", "\ue002", "\ue001"
_FOUND = re.compile(f"([{_BLOCK}{_ROW}])([^{_CLOSE}]*){_CLOSE}")


def block_mark(key: str) -> str:
    """What opens the text of a block, or of a footnote, with this key."""
    return f"{_BLOCK}{key}{_CLOSE}"


def row_mark(key: str) -> str:
    """What opens the text of a row with this key."""
    return f"{_ROW}{key}{_CLOSE}"


def block_key(text: str) -> str:
    """The key of the first block that a text shows; "" for none."""
    return next((found[2] for found in _FOUND.finditer(text) if found[1] == _BLOCK), "")


def row_key(text: str) -> str:
    """The key of the first row that a text shows; "" for none."""
    return next((found[2] for found in _FOUND.finditer(text) if found[1] == _ROW), "")
