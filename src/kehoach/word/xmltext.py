"""XML of a part in and out: parsed without entities, text escaped, forbidden characters named."""

from __future__ import annotations

import re
import unicodedata

from kehoach.word.fault import WordFileError
from kehoach.word.names import Element

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MOST_TAGS = 2_000_000
"""Of one part: some 15,000 rows of nine cells; a tree of them takes 250 MB."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parsed(xml: bytes, name: str) -> Element:
    """The root of the part of this name; comments stay out, as do entities and the network.

    Word itself refuses a DOCTYPE (ECMA-376 part 2, 9.1.4), and so entities of a file's own. The
    limits of libxml2 stay on: elements 256 deep, texts of 10 MB.

    Raises:
        WordFileError: the part is no XML, is nested too deep, has a DOCTYPE, or too many tags.
    """
    from lxml import etree

    if b"<!DOCTYPE" in xml:
        raise WordFileError("có khai báo DOCTYPE, thứ mà tệp Word không được có", name)
    if xml.count(b"<") > MOST_TAGS:
        raise WordFileError(f"có quá {MOST_TAGS:,} thẻ XML".replace(",", "."), name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WordFileError("không phải XML đọc được (tệp hỏng hoặc bị cắt)", name) from error
    if root.getroottree().docinfo.doctype:  # in another encoding than UTF-8
        raise WordFileError("có khai báo DOCTYPE, thứ mà tệp Word không được có", name)
    return root


def serialized(root: Element) -> bytes:
    """A part with its declaration."""
    from lxml import etree

    made = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return bytes(made)


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
