"""Numbers of drawings: unique in a document, however often a loop has copied one."""

from __future__ import annotations

import itertools
import re

_MARK = "<wp:docPr"
_IDENTITY = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_BEFORE_FIRST = 1000  # docxtpl starts here too, above what headers and footers use


def number_drawings(xml: str) -> str:
    """Give each `wp:docPr` of the document the next number, in document order."""
    if _MARK not in xml:
        return xml
    numbers = itertools.count(_BEFORE_FIRST + 1)
    return _IDENTITY.sub(lambda found: f"{found[1]}{next(numbers)}", xml)
