"""Text into XML: escaping by tests that almost always fail, and the characters XML forbids."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes(code for code in range(0x20) if code not in (9, 10, 13))
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


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
    """A rendered part in UTF-8.

    Raises:
        ValueError: as `escape`; values that did not pass through it are caught here.
    """
    try:
        data = xml.encode()
    except UnicodeEncodeError:
        refuse_forbidden(xml)
        raise
    if len(data.translate(None, _FORBIDDEN_BYTES)) != len(data) or any(
        one in data for one in _NONCHARACTERS
    ):
        refuse_forbidden(xml)
    return data
