"""What folders of documents are called: safe on every system, no two of them alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kehoach.source.letters import UNPRINTABLE

_UNSAFE = re.compile(rf'[\\/:*?"<>|\t\r\n]|{UNPRINTABLE.pattern}')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_MOST = 80  # letters; the systems' limit is 255 bytes, of which a Vietnamese letter takes three


def safe_name(text: str, otherwise: str = "ke-hoach") -> str:
    """A name that is one folder on every system, and no device, hidden one or folder above.

    Args:
        text: the stem of a plan's file, or the first cell of a row.
        otherwise: the name where nothing is left.

    >>> safe_name("Xã A/B: 2026."), safe_name(".."), safe_name("aux.txt")
    ('Xã A-B- 2026', 'ke-hoach', '_aux.txt')
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text))
    name = name.strip(". ")[:_MOST].rstrip(". ")
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip()):
        name = f"_{name}"
    return name or otherwise


def same_names(names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Places of names that are one on a system to which capitals are like small letters."""
    seen: dict[str, int] = {}
    for place, name in enumerate(names):
        first = seen.setdefault(unicodedata.normalize("NFC", name.casefold()), place)
        if first != place:
            yield first, place
