"""The bytes of a plan file that is written anew."""

from __future__ import annotations

from codecs import BOM_UTF8


def encoded(text: str, before: bytes) -> bytes:
    r"""A text in UTF-8, with the byte order mark and the line ends that the file has.

    Args:
        text: the new text; its lines may end in `\\n` throughout.
        before: the bytes of the file so far.
    """
    data = text.encode()
    if b"\r\n" in before and b"\r\n" not in data:
        data = data.replace(b"\n", b"\r\n")
    return BOM_UTF8 + data if before.startswith(BOM_UTF8) else data
