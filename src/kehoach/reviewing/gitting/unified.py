"""Two versions of any file line by line, as git itself shows them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_ABSENT = "(không có tệp)"


def unified(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    """The lines of a unified diff; None is a file that is not there."""
    names = [_ABSENT if one is None else f"{side}/{path}" for side, one in (("a", old), ("b", new))]
    try:
        texts = [(one or b"").decode("utf-8").split("\n") for one in (old, new)]
    except UnicodeDecodeError:
        yield f"Hai tệp nhị phân {names[0]} và {names[1]} khác nhau"
        return
    before, after = (one if one[-1] else one[:-1] for one in texts)
    yield from difflib.unified_diff(before, after, names[0], names[1], lineterm="")
