"""Text into XML: escaping by tests that almost always fail, and the characters XML forbids."""

from __future__ import annotations

import re
import unicodedata

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Text for the content of an element (not for an attribute).

    Raises:
        ValueError: it holds a character no XML file may hold; the message names it.
    """
    if not text.isprintable():
        refuse_forbidden(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def refuse_forbidden(text: str) -> None:
    """Raise ValueError naming the first forbidden character and the text around it."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return
    letter, at = found[0], found.start()
    around = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text[max(at - 20, 0) : at + 20])
    name = unicodedata.name(letter, "ký tự điều khiển")
    raise ValueError(f"Ký tự U+{ord(letter):04X} ({name}) không ghi được vào Word: “{around}”")


def encoded(xml: str) -> bytes:
    """A rendered part in UTF-8; its values were looked at as they were printed.

    Raises:
        ValueError: as `escape`, for half a surrogate pair.
    """
    try:
        return xml.encode()
    except UnicodeEncodeError:
        refuse_forbidden(xml)
        raise
