"""Keys of blocks and rows in documents that are compared: bookmarks, taken out before saving.

A text that knows its keys is measured, asked and printed as any other, so that a document with keys
is the same one without them but for the bookmarks.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from kehoach.word.names import NAME, Element, w
from kehoach.word.package import Package, read_package
from kehoach.word.writing import write_parts

_START = w("bookmarkStart")
_BLOCK, _ROW = "kehoach-block:", "kehoach-row:"
_MARK = r'<w:bookmarkStart w:id="{}" w:name="kehoach-[^"]*"/>'
_INSIDE = re.compile(rf'</w:t>(?:{_MARK.format(1)})+<w:t xml:space="preserve">')
_BEFORE = re.compile(_MARK.format("[01]"))


class Keyed(str):
    """A text with the names of the bookmarks that go before it."""

    __slots__ = ("marks",)
    marks: tuple[str, ...]


def _with(text: str, mark: str) -> Keyed:
    made = Keyed(text)
    made.marks = (mark, *(text.marks if isinstance(text, Keyed) else ()))
    return made


def of_block(text: str, key: str) -> Keyed:
    """The text that opens a block, or is a footnote, with this key."""
    return _with(text, f"{_BLOCK}{key}")


def of_row(text: str, key: str) -> Keyed:
    """The text that opens a row with this key."""
    return _with(text, f"{_ROW}{key}")


def before_runs(text: str) -> str:
    """The bookmarks of a text that is printed as runs; "" for a text without keys."""
    return _bookmarks(text, 0) if type(text) is Keyed else ""


def inside_run(text: Keyed) -> str:
    """The bookmarks of a text that is printed into a `w:t`, which is closed and opened for them."""
    return f'</w:t>{_bookmarks(text, 1)}<w:t xml:space="preserve">'


def _bookmarks(text: Keyed, identity: int) -> str:
    names = (quoteattr(one, {'"': "&quot;"}) for one in text.marks)
    return "".join(f'<w:bookmarkStart w:id="{identity}" w:name={one}/>' for one in names)


def block_key(element: Element) -> str:
    """The key of the first block that an element shows; "" for none."""
    return _first(element, _BLOCK)


def row_key(element: Element) -> str:
    """The key of the first row that an element shows; "" for none."""
    return _first(element, _ROW)


def _first(element: Element, kind: str) -> str:
    names = (one.get(NAME, "") for one in element.iter(_START))
    return next((one.removeprefix(kind) for one in names if one.startswith(kind)), "")


def without_keys(part: bytes) -> bytes:
    """A part as it is without keys."""
    return _BEFORE.sub("", _INSIDE.sub("", part.decode())).encode()


def saved(data: bytes) -> bytes:
    """A document as it is without keys."""
    parts = read_package(data)
    named = [name for name in parts if name.endswith(".xml") and b"kehoach-" in parts[name]]
    return write_parts({**parts, **{name: without_keys(parts[name]) for name in named}})


def readable(data: bytes) -> bool:
    """Whether the bookmarks stand where XML may have them: not so inside a tag of a template."""
    try:
        Package(data).body()
    except ValueError:
        return False
    return True
