"""Bytes of a file -> the text that is parsed: UTF-8, NFC, no control characters."""

from __future__ import annotations

import re
import unicodedata

from kehoach.source import faults
from kehoach.source.finding import Finding
from kehoach.source.letters import UNPRINTABLE
from kehoach.source.limits import LIMITS
from kehoach.source.marks import mark_at

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

# What other programs write begins so; their names are what people call them.
_OTHERS = {
    b"PK\x03\x04": "tệp Word, Excel hoặc tệp nén",
    b"\xd0\xcf\x11\xe0": "tệp Word, Excel bản cũ (.doc, .xls) hoặc tệp có mật khẩu",
    b"%PDF": "tệp PDF",
    b"{\\rtf": "tệp RTF",
}

_MOST_LISTED = 20


def decode(name: str, data: bytes, marks: int = LIMITS.marks) -> tuple[str | None, list[Finding]]:
    """The text of a file and what is wrong with its letters; None where it is not UTF-8.

    A character that may not stand in a plan is read as a space, so that places stay true.
    """
    data = data.removeprefix(_BOM)
    if other := next((one for start, one in _OTHERS.items() if data.startswith(start)), ""):
        return None, [faults.other_program(mark_at(name, "", 0, 0), other)]
    if _is_utf16(data):
        return None, [faults.utf16(mark_at(name, "", 0, 0))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        end = len(before)
        return None, [faults.not_utf8(mark_at(name, before, end, end), data[error.start])]
    if run := _marks(text, marks):
        return None, [faults.many_marks(mark_at(name, text, *run), marks)]
    text, problems = _composed(name, text)
    bad = _bad_characters(name, text)
    return (UNPRINTABLE.sub(" ", text) if bad else text), problems + bad


def _is_utf16(data: bytes) -> bool:
    """Whether Notepad's "Unicode" wrote it; without a mark, half of the bytes are then zero."""
    return data.startswith(_UTF16) or (len(data) > 1 and data.count(0) * 3 > len(data))


def _marks(text: str, most: int) -> tuple[int, int] | None:
    """Where more accents follow one another than a letter of any language has."""
    for found in re.finditer(rf"[^\w\s!-~]{{{most + 1},}}", text):
        length = 0
        for at, one in enumerate(found[0], found.start() + 1):
            length = length + 1 if unicodedata.combining(one) else 0
            if length > most:
                return at - length, at
    return None


def _composed(name: str, text: str) -> tuple[str, list[Finding]]:
    if unicodedata.is_normalized("NFC", text):
        return text, []
    composed = unicodedata.normalize("NFC", text)
    pairs = enumerate(zip(text, composed, strict=False))
    first = next((i for i, (a, b) in pairs if a != b), len(composed))
    return composed, [faults.not_nfc(mark_at(name, composed, first, first + 1))]


def _bad_characters(name: str, text: str) -> list[Finding]:
    found = [
        match for _, match in zip(range(_MOST_LISTED), UNPRINTABLE.finditer(text), strict=False)
    ]
    return [
        faults.bad_character(mark_at(name, text, one.start(), one.end()), one.group())
        for one in found
    ]
