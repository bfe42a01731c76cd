"""What the revisions leave out, as the comment among the properties of the file."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from kehoach.word.names import named
from kehoach.word.opc import CORE
from kehoach.word.xmltext import parsed, serialized

_DESCRIPTION = named("dc:description")


def commented(core: bytes, left: Sequence[str]) -> bytes:
    """The core properties, with these lines after the comment that they have."""
    if not left:
        return core
    root = parsed(core, CORE.name)
    found = root.find(_DESCRIPTION)
    if found is None:
        found = etree.SubElement(root, _DESCRIPTION)
    lines = [*([found.text] if found.text else []), f"Không đánh dấu được: {'; '.join(left)}."]
    found.text = " ".join(lines)
    return serialized(root)
